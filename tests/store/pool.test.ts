import assert from 'node:assert/strict';
import { asId } from '../../bot/core/ids.ts';
import type { PersonId, ProgrammeId } from '../../bot/core/ids.ts';
import type { Person } from '../../bot/core/person.ts';
import type { PairingPool } from '../../bot/core/ports/rounds.ts';
import { DEFAULT_SETTINGS } from '../../bot/core/programme.ts';
import { newId } from '../../bot/new-id.ts';
import { aPerson, DAY_MS, later, NOW } from '../helpers/builders.ts';
import { seedOpenProposal, seedPairing, seedPeople, seedProgramme } from '../helpers/seed.ts';
import { onEveryEngine } from './engines.ts';

const DAY = '2026-11-02';

const memberOf = (pool: PairingPool, id: PersonId) => pool.members.find((member) => member.personId === id);

const pair = (a: Person, b: Person) => [a.id, b.id].toSorted();

onEveryEngine('The pool of a round', ({ store }) => {
  const poolOf = (id: ProgrammeId, cooldownSince = NOW): Promise<PairingPool> =>
    store().reads.rounds.pool(id, { day: DAY, cooldownSince, guidedSince: NOW });
  const three = async () => {
    const { id, people } = await seedProgramme(store(), { people: [aPerson(), aPerson(), aPerson()] });
    const [one, two, other] = people;
    assert.ok(one && two && other);
    return { id, one, two, other };
  };

  it('counts whom each guided lately, and forgets what ended before', async () => {
    const { id, one, two, other } = await three();
    await seedPairing(store(), id, [one.id, two.id]);
    const guided = async (): Promise<readonly unknown[]> => {
      const pool = await poolOf(id);
      return [one, two, other].map((person) => memberOf(pool, person.id)?.guidedLately);
    };
    assert.deepEqual(await guided(), [1, 0, 0]);
    await store().write(({ db }) =>
      db
        .updateTable('pairings')
        .set({ state: 'ended', endedAt: NOW })
        .where('programmeId', '=', id)
        .execute(),
    );
    assert.deepEqual(await guided(), [1, 0, 0]);
    await store().write(({ db }) =>
      db
        .updateTable('pairings')
        .set({ endedAt: new Date(NOW.getTime() - DAY_MS) })
        .where('programmeId', '=', id)
        .execute(),
    );
    assert.deepEqual(await guided(), [0, 0, 0]);
  });

  it('holds what the rules need of each member, in order of id', async () => {
    const { id, people, topics } = await seedProgramme(store(), {
      people: [aPerson({ level: 5, yearsExperience: 20 }), aPerson()],
      mentorCapacity: 3,
    });
    const [one] = people;
    assert.ok(one);
    await store().transaction((tx) =>
      tx.people.setPreferences(one.id, {
        locale: 'de',
        hours: { days: [1, 3], startMinute: 600, endMinute: 900 },
        timeZone: 'Asia/Tokyo',
        languages: ['ja'],
      }),
    );
    const pool = await poolOf(id);
    assert.deepEqual(
      pool.members.map((member) => member.personId),
      people.map((person) => person.id).toSorted(),
    );
    assert.deepEqual(memberOf(pool, one.id), {
      personId: one.id,
      level: 5,
      yearsExperience: 20,
      department: 'Engineering',
      timeZone: 'Asia/Tokyo',
      languages: ['ja'],
      hours: { days: [1, 3], startMinute: 600, endMinute: 900 },
      offers: topics.slice(0, 1),
      needs: topics.slice(1, 2),
      freeAsMentor: 3,
      freeAsMentee: 1,
      roundsWaited: 0,
      guidedLately: 0,
    });
  });

  it('leaves out who paused, left the programme or left the company', async () => {
    const people = Array.from({ length: 5 }, () => aPerson());
    const [stays, paused, back, left, gone] = people;
    assert.ok(stays && paused && back && left && gone);
    const { id } = await seedProgramme(store(), { people });
    await store().transaction(async (tx) => {
      await tx.members.setState(id, paused.id, 'paused', '2026-11-03', NOW);
      await tx.members.setState(id, back.id, 'paused', DAY, NOW);
      await tx.members.setState(id, left.id, 'left', null, NOW);
    });
    await store().write(({ db }) =>
      db.updateTable('people').set({ leftAt: NOW }).where('id', '=', gone.id).execute(),
    );
    const ids = (await poolOf(id)).members.map((member) => member.personId);
    assert.deepEqual(ids, [stays.id, back.id].toSorted());
  });

  it('takes away the places of pairings and open proposals, and gives them back', async () => {
    const { id, one, two, other } = await three();
    const pairing = await seedPairing(store(), id, [one.id, two.id]);
    const proposal = await seedOpenProposal(store(), id, [two.id, other.id]);
    const places = async (person: Person) => {
      const member = memberOf(await poolOf(id), person.id);
      return [member?.freeAsMentor, member?.freeAsMentee];
    };
    assert.deepEqual(await places(one), [0, 1]);
    assert.deepEqual(await places(two), [0, 0]);
    assert.deepEqual(await places(other), [1, 0]);
    await store().transaction(async (tx) => {
      await tx.pairings.setState(pairing.id, 'ended', NOW);
      await tx.rounds.close(proposal.id, 'expired', NOW);
    });
    for (const person of [one, two, other]) assert.deepEqual(await places(person), [1, 1]);
  });

  it('counts only those as seekers who need something, except among peers', async () => {
    const { id, one } = await three();
    await store().transaction((tx) => tx.members.setTopics(id, one.id, 'need', []));
    assert.equal(memberOf(await poolOf(id), one.id)?.freeAsMentee, 0);
    await store().transaction((tx) =>
      tx.programmes.changeSettings(id, 3, { ...DEFAULT_SETTINGS, mode: 'peers' }),
    );
    assert.equal(memberOf(await poolOf(id), one.id)?.freeAsMentee, 1);
  });

  it('forbids pairs on a list, together now, proposed now, or within the cooldown, each once', async () => {
    const { id, one, two, other } = await three();
    const forbidden = async (since = NOW) => (await poolOf(id, since)).forbidden.map((two) => [...two]);
    assert.deepEqual(await forbidden(), []);
    await store().transaction(async (tx) => {
      await tx.members.setDoNotPair(one.id, [two.id], NOW);
      await tx.members.setDoNotPair(two.id, [one.id], NOW);
    });
    assert.deepEqual(await forbidden(), [pair(one, two)]);
    await store().transaction(async (tx) => {
      await tx.members.setDoNotPair(one.id, [], NOW);
      await tx.members.setDoNotPair(two.id, [], NOW);
    });
    const pairing = await seedPairing(store(), id, [one.id, other.id]);
    assert.deepEqual(await forbidden(later(NOW, DAY_MS)), [pair(one, other)], 'still together');
    await store().transaction((tx) => tx.pairings.setState(pairing.id, 'ended', later(NOW, DAY_MS)));
    assert.deepEqual(await forbidden(later(NOW, DAY_MS)), [pair(one, other)], 'within the cooldown');
    assert.deepEqual(await forbidden(later(NOW, DAY_MS + 1)), [], 'after it');
    const proposal = await seedOpenProposal(store(), id, [two.id, other.id]);
    assert.deepEqual(await forbidden(later(NOW, 2 * DAY_MS)), [pair(two, other)]);
    await store().transaction((tx) => tx.rounds.close(proposal.id, 'declined', later(NOW, 2 * DAY_MS)));
    assert.deepEqual(await forbidden(later(NOW, 2 * DAY_MS)), [pair(two, other)], 'declined lately');
    assert.deepEqual(await forbidden(later(NOW, 3 * DAY_MS)), []);
  });

  it('knows the manager of everyone in the company, member or not', async () => {
    const boss = aPerson();
    const worker = aPerson({ managerId: boss.id });
    await seedPeople(store(), [boss, worker, aPerson({ tenantId: asId(newId()), managerId: boss.id })]);
    const { id } = await seedProgramme(store());
    assert.deepEqual([...(await poolOf(id)).managerOf], [[worker.id, boss.id]]);
  });
});
