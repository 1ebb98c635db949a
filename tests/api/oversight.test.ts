import assert from 'node:assert/strict';
import type { AuditChain, AuditRow, CoordinatorRow, Me, Page, PersonCard } from '../../bot/api/contract.ts';
import { removeCoordinator } from '../../bot/actions/remove-coordinator.ts';
import { newId } from '../../bot/new-id.ts';
import { NOW } from '../helpers/builders.ts';
import { openCompany } from './company.ts';
import type { Company, Part } from './company.ts';

describe('who runs a programme, and who looked', () => {
  let company: Company;
  beforeEach(async () => {
    company = await openCompany();
  });
  afterEach(() => company.close());

  const ask = (address: string, as: Part, body?: unknown) =>
    company.ask(address.replace('PROGRAMME', `/api/programmes/${company.programme}`), {
      token: company.tokenOf(as),
      ...(body === undefined ? {} : { body }),
    });
  const get = async <T>(address: string, as: Part): Promise<T> => {
    const answer = await ask(`GET ${address}`, as);
    assert.equal(answer.status, 200, answer.text);
    return answer.body as T;
  };
  const add = (as: Part, whom: Part) =>
    ask('POST PROGRAMME/coordinators', as, { personId: company.people[whom].id });
  const remove = (as: Part, whom: Part) =>
    ask('POST PROGRAMME/coordinators/remove', as, { personId: company.people[whom].id });
  const actions = async () =>
    (await get<Page<AuditRow>>('PROGRAMME/audit', 'coordinator')).rows.map((row) => row.action);

  it('a coordinator adds another one, who may do the same from the next request on', async () => {
    assert.equal((await ask('GET PROGRAMME', 'mentor')).status, 404);
    assert.equal((await add('coordinator', 'mentor')).status, 200);
    assert.equal((await ask('GET PROGRAMME', 'mentor')).status, 200);
    const { rows } = await get<Page<CoordinatorRow>>('PROGRAMME/coordinators', 'mentor');
    assert.deepEqual(
      rows
        .map(({ name, by, self }) => [name, by, self])
        .toSorted(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
      [
        ['Cora Coordinator', null, false],
        ['Mira Mentor', 'Cora Coordinator', true],
      ],
    );
    assert.equal((await remove('mentor', 'coordinator')).status, 200);
    assert.equal((await ask('GET PROGRAMME', 'coordinator')).status, 404);
    assert.equal((await add('coordinator', 'boss')).status, 404);
  });

  it('nobody makes themselves a coordinator, and nobody from elsewhere becomes one', async () => {
    for (const part of ['outsider', 'boss', 'mentee', 'elsewhere'] as const)
      assert.equal((await add(part, part)).status, 404);
    assert.equal((await add('coordinator', 'left')).status, 404);
    const unknown = await ask('POST PROGRAMME/coordinators', 'coordinator', { personId: newId() });
    assert.equal(unknown.status, 404);
    assert.equal((await get<Page<CoordinatorRow>>('PROGRAMME/coordinators', 'coordinator')).total, 1);
  });

  it('the last coordinator cannot be removed, neither by themselves nor by IT', async () => {
    for (const part of ['coordinator', 'operator'] as const) {
      const answer = await remove(part, 'coordinator');
      assert.equal(answer.status, 409);
      assert.match(answer.text, /last-coordinator/);
    }
    assert.equal((await ask('GET PROGRAMME', 'coordinator')).status, 200);
  });

  it('somebody who has left the company does not count as one who stays', async () => {
    await company.store.transaction((tx) =>
      tx.programmes.addCoordinator(company.programme, company.people.left.id, null, NOW),
    );
    assert.equal((await remove('coordinator', 'coordinator')).status, 409);
  });

  it('of two who remove each other at once, one stays', async () => {
    await add('coordinator', 'mentor');
    const answers = await Promise.all([remove('coordinator', 'mentor'), remove('mentor', 'coordinator')]);
    assert.deepEqual(
      answers.map((one) => one.status).toSorted((a, b) => a - b),
      [200, 404],
    );
    const { rows } = await get<Page<CoordinatorRow>>('PROGRAMME/coordinators', 'operator');
    assert.equal(rows.length, 1);
  });

  it('a right that was taken since the request began gives nothing any more', async () => {
    const { store, programme, people } = company;
    await add('coordinator', 'mentor');
    await store.transaction((tx) => tx.programmes.removeCoordinator(programme, people.coordinator.id));
    const late = removeCoordinator(
      { store, now: () => NOW, newId },
      {
        programmeId: programme,
        personId: people.mentor.id,
        actor: people.coordinator.id,
        relation: 'coordinator',
      },
    );
    await assert.rejects(late, { code: 'not-found' });
  });

  it('finds colleagues by name for the one who may appoint', async () => {
    const { rows } = await get<Page<PersonCard>>('PROGRAMME/colleagues?search=otto', 'coordinator');
    assert.deepEqual(
      rows.map((row) => row.name),
      ['Otto Outsider'],
    );
  });

  it('IT looks after roles and the record of every programme, and sees nothing else of it', async () => {
    const { operates, coordinates } = await get<Me>('/api/me', 'operator');
    assert.equal(operates.length, 2);
    assert.deepEqual(coordinates, []);
    assert.deepEqual((await get<Me>('/api/me', 'coordinator')).operates, []);
    assert.equal((await add('operator', 'mentor')).status, 200);
    assert.equal((await ask('GET PROGRAMME', 'operator')).status, 404);
    assert.equal((await ask('GET PROGRAMME/people', 'operator')).status, 404);
    const { rows } = await get<Page<AuditRow>>('PROGRAMME/audit', 'operator');
    assert.deepEqual(
      rows.map(({ action, relation, who, about }) => [action, relation, who?.name, about?.name]),
      [
        ['view-audit', 'operator', 'Ines It', undefined],
        ['add-coordinator', 'operator', 'Ines It', 'Mira Mentor'],
      ],
    );
  });

  it('puts on record who looked, exported, erased, appointed and sent again', async () => {
    await get('PROGRAMME', 'coordinator');
    await get('PROGRAMME/delivery', 'coordinator');
    await get('/api/team', 'boss');
    await get('/api/my-data', 'mentee');
    await ask('DELETE /api/my-data', 'mentee');
    await add('coordinator', 'mentor');
    await remove('coordinator', 'mentor');
    await ask(`POST /api/messages-sent/${company.unclear}/resend`, 'coordinator', { reason: 'outage' });
    assert.deepEqual(await actions(), [
      'view-audit',
      'resend-message',
      'remove-coordinator',
      'add-coordinator',
      'erase-my-data',
      'export-my-data',
      'view-team-figures',
      'view-delivery',
      'view-programme-figures',
    ]);
  });

  it('names nobody who took or erased their own data', async () => {
    await get('/api/my-data', 'mentee');
    await ask('DELETE /api/my-data', 'mentee');
    const { rows } = await get<Page<AuditRow>>('PROGRAMME/audit', 'coordinator');
    const own = rows.filter(({ relation }) => relation === 'self');
    assert.deepEqual(
      own.map(({ action, who, about }) => [action, who, about]),
      [
        ['erase-my-data', null, null],
        ['export-my-data', null, null],
      ],
    );
  });

  it('does not put on record what was refused, nor turning a page', async () => {
    await ask('GET PROGRAMME', 'boss');
    await remove('coordinator', 'coordinator');
    await get('PROGRAMME/audit?offset=0&limit=1', 'coordinator');
    const { rows, total } = await get<Page<AuditRow>>('PROGRAMME/audit?offset=1&limit=1', 'coordinator');
    assert.deepEqual([rows, total], [[], 1]);
  });

  it('says whether the record is as it was written', async () => {
    await get('PROGRAMME', 'coordinator');
    await get('PROGRAMME', 'coordinator');
    const whole = await get<AuditChain>('PROGRAMME/audit/chain', 'coordinator');
    assert.deepEqual([whole.entries, whole.brokenAt], [2, null]);
    assert.match(whole.head ?? '', /^2:[0-9a-f]{64}$/);
    await company.store.write(({ db }) => db.updateTable('audit').set({ actorId: null }).execute());
    const changed = await get<AuditChain>('PROGRAMME/audit/chain', 'operator');
    assert.deepEqual([changed.brokenAt, changed.head], [1, null]);
  });
});
