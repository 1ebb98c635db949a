import assert from 'node:assert/strict';
import { asId } from '../../bot/core/ids.ts';
import type { ProgrammeId } from '../../bot/core/ids.ts';
import { DEFAULT_SETTINGS } from '../../bot/core/programme.ts';
import { newId } from '../../bot/new-id.ts';
import { aPerson, HELP, later, NOW, TENANT } from '../helpers/builders.ts';
import { seedPeople } from '../helpers/seed.ts';
import { onEveryEngine, refusal } from './engines.ts';

onEveryEngine('Programmes', ({ store }) => {
  const create = async (name: string): Promise<ProgrammeId> => {
    const id = asId<ProgrammeId>(newId());
    await store().transaction((tx) =>
      tx.programmes.create({ id, tenantId: TENANT, name, settings: DEFAULT_SETTINGS, at: NOW }),
    );
    return id;
  };

  it('begin as a draft, and are found by name without case', async () => {
    const id = await create('Weiter gehen');
    const expected = {
      id,
      tenantId: TENANT,
      name: 'Weiter gehen',
      state: 'draft',
      settings: DEFAULT_SETTINGS,
      helpContacts: [],
      startedAt: null,
      version: 1,
    };
    assert.deepEqual(await store().reads.programmes.byId(id), expected);
    assert.deepEqual(await store().reads.programmes.byName(TENANT, 'weiter GEHEN'), expected);
    assert.deepEqual(await store().reads.programmes.running(), []);
    await assert.rejects(create('WEITER gehen'), { name: 'UniqueViolation' });
  });

  it('are changed by one of two who saw the same version', async () => {
    const id = await create('One');
    const change = (commonHours: number) =>
      store().transaction((tx) => tx.programmes.changeSettings(id, 1, { ...DEFAULT_SETTINGS, commonHours }));
    const results = await Promise.allSettled([change(1), change(2)]);
    assert.deepEqual(results.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected']);
    await assert.rejects(change(5), refusal('bad-settings'));
    const programme = await store().reads.programmes.byId(id);
    assert.equal(programme?.version, 2);
    assert.notEqual(programme.settings.commonHours, 5);
  });

  it('keep their help contacts in the order written', async () => {
    const id = await create('Care');
    const contacts = ['DE', 'AT', '*'].map((country) => ({ ...HELP, country, url: 'https://example.com/é' }));
    await store().transaction((tx) => tx.programmes.setHelpContacts(id, [HELP, HELP]));
    await store().transaction((tx) => tx.programmes.setHelpContacts(id, contacts));
    assert.deepEqual((await store().reads.programmes.byId(id))?.helpContacts, contacts);
  });

  it('start once, and keep the day they started when they close', async () => {
    const id = await create('Once');
    for (const [state, at] of [
      ['running', NOW],
      ['closed', later(NOW, 1000)],
      ['running', later(NOW, 2000)],
    ] as const) {
      await store().transaction((tx) => tx.programmes.setState(id, state, at));
    }
    assert.deepEqual((await store().reads.programmes.byId(id))?.startedAt, NOW);
    assert.equal((await store().reads.programmes.running()).length, 1);
  });

  const idsOf = async (id: ProgrammeId) =>
    (await store().reads.programmes.coordinators(id)).map((one) => one.personId);

  it('have coordinators, each once', async () => {
    const id = await create('Coordinated');
    const [one, two] = [aPerson(), aPerson()];
    await seedPeople(store(), [one, two]);
    await store().transaction(async (tx) => {
      await tx.programmes.addCoordinator(id, one.id, null, NOW);
      await tx.programmes.addCoordinator(id, two.id, one.id, later(NOW, 1));
      await tx.programmes.addCoordinator(id, one.id, two.id, later(NOW, 2));
    });
    assert.deepEqual(await idsOf(id), [one.id, two.id]);
    assert.deepEqual(
      (await store().reads.programmes.coordinatedBy(two.id)).map((programme) => programme.id),
      [id],
    );
    await store().transaction((tx) => tx.programmes.removeCoordinator(id, one.id));
    assert.deepEqual(await idsOf(id), [two.id]);
    assert.deepEqual(await store().reads.programmes.coordinatedBy(one.id), []);
  });
});
