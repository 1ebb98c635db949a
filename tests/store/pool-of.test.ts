import assert from 'node:assert/strict';
import type { PersonId, ProgrammeId, TopicId } from '../../bot/core/ids.ts';
import type { PairingInput } from '../../bot/core/pairing/input.ts';
import { nextBest } from '../../bot/core/pairing/warm/next-best.ts';
import { StandBy } from '../../bot/core/pairing/warm/stand-by.ts';
import type { Person } from '../../bot/core/person.ts';
import { DEFAULT_SETTINGS, PAIRING_MODES } from '../../bot/core/programme.ts';
import type { PairingMode } from '../../bot/core/programme.ts';
import type { PairingPool } from '../../bot/core/ports/rounds.ts';
import { ROLES } from '../../bot/core/round.ts';
import { randomFrom } from '../../bot/demo/random.ts';
import { aPerson, NOW } from '../helpers/builders.ts';
import { seedOpenProposal, seedPairing, seedProgramme } from '../helpers/seed.ts';
import type { TestStore } from '../helpers/store.ts';
import { onEveryEngine } from './engines.ts';

const QUERY = { day: '2026-11-02', cooldownSince: NOW, guidedSince: NOW };
const TOPICS = ['Changing career', 'Leading people', 'Working remotely', 'Python', 'Back from leave'];

/** Some managed by each other, some paired, some asked, some who would not meet, and topics here and there. */
async function seedCompany(store: TestStore, seed: number, mode: PairingMode) {
  const random = randomFrom(seed);
  const people: Person[] = [];
  for (let at = 0; at < 40; at += 1) {
    const manager = random.chance(0.8) ? people[Math.floor(random.next() * at)] : undefined;
    people.push(aPerson({ level: random.pick([2, 3, 4]), managerId: manager?.id ?? null }));
  }
  const settings = { ...DEFAULT_SETTINGS, mode };
  const { id, topics } = await seedProgramme(store, { people, topics: TOPICS, mentorCapacity: 2, settings });
  const some = (): readonly TopicId[] => topics.filter(() => random.chance(0.35));
  await store.transaction(async (tx) => {
    for (const [at, person] of people.entries()) {
      await tx.members.setTopics(id, person.id, 'offer', some());
      await tx.members.setTopics(id, person.id, 'need', some());
      const other = people[Math.floor(random.next() * 40)];
      if (other !== undefined && random.chance(0.3))
        await tx.members.setDoNotPair(person.id, [other.id], NOW);
      if (at >= 20 && random.chance(0.1)) await tx.members.setState(id, person.id, 'left', null, NOW);
    }
  });
  for (let at = 0; at < 20; at += 2) {
    const [one, other] = people.slice(at, at + 2);
    if (one === undefined || other === undefined) continue;
    await (random.chance(0.5) ? seedPairing : seedOpenProposal)(store, id, [one.id, other.id]);
  }
  return { id, people: people.map((person) => person.id), settings };
}

onEveryEngine('The pool of some people', ({ store }) => {
  const both = async (id: ProgrammeId, people: readonly PersonId[]) => {
    const { rounds } = store().reads;
    return [await rounds.pool(id, QUERY), await rounds.poolOf(id, people, QUERY)] as const;
  };

  it('is their part of the whole pool, with those above them', async () => {
    const { id, people } = await seedCompany(store(), 1, 'mentoring');
    const some = people.filter((_, at) => at % 3 !== 0);
    const [whole, part] = await both(id, some);
    const there = new Set(some);
    const hasPlace = (member: PairingPool['members'][number]): boolean =>
      member.freeAsMentor + member.freeAsMentee > 0;
    const expected = whole.members.filter((member) => there.has(member.personId) && hasPlace(member));
    const byId = (pool: readonly PairingPool['members'][number][]) =>
      pool.toSorted((a, b) => (a.personId < b.personId ? -1 : 1));
    assert.ok(expected.length > 5);
    assert.deepEqual(byId(part.members), byId(expected));
    const left = new Set(expected.map((member) => member.personId));
    const kept = whole.forbidden.filter(([one, other]) => left.has(one) && left.has(other));
    assert.ok(kept.length > 0);
    assert.deepEqual(part.forbidden.map(String).toSorted(), kept.map(String).toSorted());
    for (const person of left)
      for (let at: PersonId | undefined = person; at !== undefined; at = whole.managerOf.get(at))
        assert.equal(part.managerOf.get(at), whole.managerOf.get(at));
  });

  for (const mode of PAIRING_MODES.filter((one) => one !== 'circles'))
    it(`finds the same next best as the whole pool, ${mode}`, async () => {
      let found = 0;
      const { id, people, settings } = await seedCompany(store(), 2, mode);
      for (const personId of people)
        for (const role of ROLES) {
          const around = await store().reads.rounds.sharingTopics(id, { personId, role });
          const [whole, part] = await both(id, [personId, ...around]);
          const input = (pool: PairingPool): PairingInput => ({
            pool,
            settings,
            kinds: new Map(),
            zoneOffsets: new Map(),
            seed: 7,
          });
          const best = nextBest(new StandBy(input(whole)), { personId, role });
          assert.deepEqual(nextBest(new StandBy(input(part)), { personId, role }), best);
          found += Number(best !== null);
        }
      assert.ok(found > 10, `${found}`);
    });

  it('of nobody is empty', async () => {
    const { id } = await seedCompany(store(), 3, 'mentoring');
    const { rounds } = store().reads;
    const { members, managerOf, forbidden } = await rounds.poolOf(id, [], QUERY);
    assert.deepEqual([members, managerOf.size, forbidden], [[], 0, []]);
  });
});
