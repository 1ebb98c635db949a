import assert from 'node:assert/strict';
import { confide } from '../../bot/core/confidential.ts';
import { enforceRetention } from '../../bot/actions/enforce-retention.ts';
import { asId } from '../../bot/core/ids.ts';
import type { CheckInId, ProgrammeId } from '../../bot/core/ids.ts';
import { newId } from '../../bot/new-id.ts';
import { aPerson, DAY_MS, later, NOW } from '../helpers/builders.ts';
import { seedPairing, seedProgramme } from '../helpers/seed.ts';
import { openTestStore } from '../helpers/store.ts';
import type { TestStore } from '../helpers/store.ts';

describe('enforcing retention', () => {
  const ada = aPerson();
  const bo = aPerson();
  let store: TestStore;
  let old: CheckInId;
  let recent: CheckInId;

  before(async () => {
    store = await openTestStore();
    const programme = await seedProgramme(store, { people: [ada, bo] });
    const pairing = await seedPairing(store, programme.id, [ada.id, bo.id], {});
    const about = { programmeId: programme.id, pairingId: pairing.id, personId: ada.id };
    [old, recent] = [asId<CheckInId>(newId()), asId<CheckInId>(newId())];
    await store.transaction(async (tx) => {
      await tx.checkIns.plan({ ...about, id: old, week: 1, dueAt: later(NOW, -91 * DAY_MS) });
      await tx.checkIns.plan({ ...about, id: recent, week: 2, dueAt: later(NOW, -89 * DAY_MS) });
      for (const id of [old, recent]) {
        await tx.checkIns.setMood(id, confide(2), NOW);
        await tx.checkIns.setConnected(id, 'yes', NOW);
      }
      await tx.conversations.saveAnswer(`${ada.id}|old`, {}, later(NOW, -31 * DAY_MS));
      await tx.conversations.saveAnswer(`${ada.id}|recent`, {}, later(NOW, -29 * DAY_MS));
      await tx.conversations.receive('a:chat', 'old', later(NOW, -31 * DAY_MS));
    });
  });
  after(() => store.close());

  it('deletes moods after 90 days and presses after 30, and says how many', async () => {
    const deps = { store, now: () => NOW, newId };
    const rest = { pairings: 0, counted: 0, audit: 0, leavers: 0 };
    assert.deepEqual(await enforceRetention(deps), { moods: 1, presses: 2, ...rest });
    assert.deepEqual(await enforceRetention(deps), { moods: 0, presses: 0, ...rest });
  });

  it('keeps what its time is not over for, and what is no mood', async () => {
    assert.equal((await store.reads.checkIns.byId(old))?.mood, null);
    assert.equal((await store.reads.checkIns.byId(old))?.connected, 'yes');
    assert.equal((await store.reads.checkIns.byId(recent))?.mood?.reveal(), 2);
    assert.equal(await store.reads.conversations.answered(`${ada.id}|old`), null);
    assert.notEqual(await store.reads.conversations.answered(`${ada.id}|recent`), null);
  });
});

describe('what lasts twelve months', () => {
  const [ada, bo] = [aPerson(), aPerson()];
  const now = new Date('2026-11-15T10:00:00Z');
  let store: TestStore;
  let programme: ProgrammeId;
  const enforce = () => enforceRetention({ store, now: () => now, newId });
  const look = (at: Date) =>
    store.transaction((tx) =>
      tx.privacy.record(programme, {
        at,
        actor: ada.id,
        action: 'view-programme-figures',
        object: programme,
        relation: 'coordinator',
      }),
    );

  beforeEach(async () => {
    store = await openTestStore();
    ({ id: programme } = await seedProgramme(store, { people: [ada, bo] }));
  });
  afterEach(() => store.close());

  /** A pairing with a check-in, ended at this moment. */
  async function endedAt(at: Date): Promise<string> {
    const { id } = await seedPairing(store, programme, [ada.id, bo.id]);
    await store.transaction(async (tx) => {
      const checkIn = {
        id: asId<CheckInId>(newId()),
        programmeId: programme,
        pairingId: id,
        personId: ada.id,
      };
      await tx.checkIns.plan({ ...checkIn, week: 1, dueAt: at });
      await tx.pairings.setState(id, 'ended', at);
    });
    return id;
  }
  const left = async (table: 'pairings' | 'checkIns' | 'pairingPeople') =>
    (await store.engine.read.selectFrom(table).selectAll().execute()).length;

  it('pairings that ended go, with all that was asked about them; younger and current ones stay', async () => {
    await endedAt(new Date('2025-10-31T23:00:00Z'));
    const kept = await endedAt(new Date('2025-11-01T01:00:00Z'));
    const current = await seedPairing(store, programme, [ada.id, bo.id]);
    assert.equal((await enforce()).pairings, 1);
    const rows = await store.engine.read.selectFrom('pairings').select('id').execute();
    assert.deepEqual(rows.map((row) => row.id).sort(), [kept, current.id].sort());
    assert.deepEqual([await left('checkIns'), await left('pairingPeople')], [1, 4]);
    assert.equal((await enforce()).pairings, 0);
  });

  it('who was counted in figures goes with the months that nothing is held against any more', async () => {
    const people = new Map([[ada.id, 'programme']]);
    await store.transaction(async (tx) => {
      for (const period of ['2025-09', '2025-10', '2025-11', '2026-10'])
        await tx.privacy.keepCohort({ programmeId: programme, period, question: 'mood', people });
    });
    assert.equal((await enforce()).counted, 1);
    const left = await store.reads.privacy.cohorts(programme, 'mood', '2020-01');
    assert.deepEqual(left.map(({ period }) => period).sort(), ['2025-10', '2025-11', '2026-10']);
  });

  it('the audit loses its oldest entries, says so in its own chain, and still holds', async () => {
    const old = new Date('2025-10-20T10:00:00Z');
    for (let nr = 0; nr < 3; nr += 1) await look(old);
    await look(new Date('2026-11-01T10:00:00Z'));
    assert.equal((await enforce()).audit, 3);
    const { entries } = await store.reads.privacy.audit(programme, { offset: 0, limit: 10 });
    assert.deepEqual(
      entries.map(({ action, relation }) => [action, relation]),
      [
        ['forget-audit', 'service'],
        ['view-programme-figures', 'coordinator'],
      ],
    );
    const chain = await store.reads.privacy.auditChain(programme);
    assert.deepEqual([chain.entries, chain.brokenAt], [2, null]);
    assert.equal((await enforce()).audit, 0);
    assert.equal((await store.reads.privacy.audit(programme, { offset: 0, limit: 10 })).total, 2);
  });

  it('whoever takes one more entry from the beginning is found out', async () => {
    await look(new Date('2025-10-20T10:00:00Z'));
    await look(new Date('2026-11-01T10:00:00Z'));
    await look(new Date('2026-11-02T10:00:00Z'));
    await enforce();
    await store.write(({ db }) => db.deleteFrom('audit').where('sequence', '=', 2).execute());
    assert.equal((await store.reads.privacy.auditChain(programme)).brokenAt, 2);
  });

  it('an audit of which nothing is young enough goes on with its numbers', async () => {
    await look(new Date('2025-09-20T10:00:00Z'));
    await enforce();
    await look(now);
    const chain = await store.reads.privacy.auditChain(programme);
    assert.deepEqual([chain.entries, chain.brokenAt, chain.head?.split(':')[0]], [2, null, '3']);
  });
});
