import assert from 'node:assert/strict';
import type { PersonId, ProgrammeId } from '../../bot/core/ids.ts';
import { aPairing, aPerson, DAY_MS, later, NOW } from '../helpers/builders.ts';
import { setManagers } from '../../bot/store/people.ts';
import { seedOpenProposal, seedPairing, seedPeople, seedProgramme } from '../helpers/seed.ts';
import { onEveryEngine, refusal } from './engines.ts';

onEveryEngine('Pairings', ({ store, another }) => {
  let id: ProgrammeId;
  let one: PersonId;
  let two: PersonId;
  let three: PersonId;
  beforeEach(async () => {
    const seeded = await seedProgramme(store(), { people: [aPerson(), aPerson(), aPerson()] });
    const [a, b, c] = seeded.people;
    assert.ok(a && b && c);
    [id, one, two, three] = [seeded.id, a.id, b.id, c.id];
  });
  const places = (person: PersonId, capacity: number) =>
    store().transaction((tx) => tx.members.setMentorCapacity(id, person, capacity));

  it('come back as they began', async () => {
    const pairing = await seedPairing(store(), id, [one, two]);
    const reads = store().reads.pairings;
    assert.deepEqual(await reads.byId(pairing.id), pairing);
    assert.deepEqual(await reads.currentOf(one), [pairing]);
    assert.deepEqual(await reads.currentOf(three), []);
    assert.deepEqual(await reads.countByState(id), { active: 1, quiet: 0, ended: 0 });
  });

  it('begin only while the mentor has a place', async () => {
    await seedPairing(store(), id, [one, two]);
    await assert.rejects(seedPairing(store(), id, [one, three]), refusal('no-capacity'));
    await places(one, 2);
    await seedPairing(store(), id, [one, three]);
    assert.equal((await store().reads.pairings.currentOf(one)).length, 2);
  });

  it('begin only while the mentee looks for one, and never with someone who left', async () => {
    await seedPairing(store(), id, [one, three]);
    await assert.rejects(seedPairing(store(), id, [two, three]), refusal('no-capacity'));
    await store().transaction((tx) => tx.members.setState(id, one, 'left', null, NOW));
    await assert.rejects(seedPairing(store(), id, [two, one]), refusal('not-a-member'));
  });

  it('take a mentor’s and a mentee’s place from each in an exchange', async () => {
    const proposal = await seedOpenProposal(store(), id, [one, two]);
    const exchange = aPairing({ ...proposal, kind: 'exchange' });
    await store().transaction((tx) => tx.pairings.start(exchange, proposal.id));
    for (const people of [
      [one, three],
      [three, one],
    ] as const) {
      await assert.rejects(seedPairing(store(), id, people), refusal('no-capacity'));
    }
  });

  it('give the last place to one of two who want it at once', async () => {
    const other = await another();
    const [first, second] = [
      await seedOpenProposal(store(), id, [one, two]),
      await seedOpenProposal(store(), id, [one, three]),
    ];
    const results = await Promise.allSettled([
      store().transaction((tx) => tx.pairings.start(aPairing(first), first.id)),
      other.transaction((tx) => tx.pairings.start(aPairing(second), second.id)),
    ]);
    const failed = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []));
    assert.equal(failed.length, 1);
    assert.equal(failed[0].code, 'no-capacity');
    assert.equal((await store().reads.pairings.currentOf(one)).length, 1);
  });

  it('come of a proposal once', async () => {
    await places(one, 5);
    const proposal = await seedOpenProposal(store(), id, [one, two]);
    const start = () =>
      store().transaction(async (tx) => {
        await tx.pairings.start(aPairing({ ...proposal, kind: 'peers', sides: [] }), proposal.id);
      });
    await start();
    await assert.rejects(start(), { name: 'UniqueViolation' });
  });

  it('end for good', async () => {
    const pairing = await seedPairing(store(), id, [one, two]);
    const set = (state: 'active' | 'quiet' | 'ended', ms: number) =>
      store().transaction((tx) => tx.pairings.setState(pairing.id, state, later(NOW, ms)));
    await set('quiet', 1);
    assert.equal((await store().reads.pairings.currentOf(one)).length, 1);
    await set('ended', 2);
    await set('active', 3);
    await store().transaction((tx) => tx.pairings.extend(pairing.id, later(NOW, 300 * DAY_MS)));
    const ended = { ...pairing, state: 'ended', endedAt: later(NOW, 2) };
    assert.deepEqual(await store().reads.pairings.byId(pairing.id), ended);
    assert.deepEqual(await store().reads.pairings.currentOf(one), []);
    assert.deepEqual(await store().reads.pairings.ofPerson(one), [ended]);
  });

  it('can go on for longer', async () => {
    const pairing = await seedPairing(store(), id, [one, two]);
    const endsAt = later(pairing.endsAt, 84 * DAY_MS);
    await store().transaction((tx) => tx.pairings.extend(pairing.id, endsAt));
    assert.deepEqual((await store().reads.pairings.byId(pairing.id))?.endsAt, endsAt);
  });

  it('come in pages by state, newest first, and in order of id for the clock', async () => {
    await places(one, 5);
    const older = await seedPairing(store(), id, [one, two], { startedAt: later(NOW, -DAY_MS) });
    const newer = await seedPairing(store(), id, [one, three]);
    await store().transaction((tx) => tx.pairings.setState(older.id, 'quiet', NOW));
    const reads = store().reads.pairings;
    const all = await reads.page(id, { state: null, offset: 0, limit: 1 });
    assert.deepEqual([all.total, all.pairings[0]?.id], [2, newer.id]);
    const quiet = await reads.page(id, { state: 'quiet', offset: 0, limit: 9 });
    assert.deepEqual([quiet.total, quiet.pairings[0]?.id], [1, older.id]);
    const [first] = await reads.activeAfter(id, null, 1);
    const rest = await reads.activeAfter(id, first?.id ?? null, 9);
    assert.deepEqual([first?.id, ...rest.map((pairing) => pairing.id)], [older.id, newer.id]);
  });

  it('show names only to managers above, and only where everyone in them agreed', async () => {
    const [boss, other] = [aPerson(), aPerson()];
    await seedPeople(store(), [boss, other]);
    await store().write((db) => setManagers(db, new Map([[two, boss.id]])));
    const pairing = await seedPairing(store(), id, [one, two]);
    const visible = (person: PersonId, value: boolean) =>
      store().transaction((tx) => tx.members.setVisibleToManager(id, person, value));
    const shown = async (manager = boss.id) =>
      (await store().reads.pairings.visibleToManager(id, manager)).map((each) => each.id);
    await visible(one, true);
    assert.deepEqual(await shown(), []);
    await visible(two, true);
    assert.deepEqual(await shown(), [pairing.id]);
    assert.deepEqual(await shown(other.id), []);
    await store().transaction((tx) => tx.pairings.setState(pairing.id, 'ended', NOW));
    assert.deepEqual(await shown(), []);
  });
});
