import assert from 'node:assert/strict';
import type { PersonId, ProgrammeId } from '../../bot/core/ids.ts';
import { aPerson, aTopicId, later, NOW } from '../helpers/builders.ts';
import { seedPairing, seedPeople, seedProgramme, seedTopics } from '../helpers/seed.ts';
import { onEveryEngine, refusal } from './engines.ts';

onEveryEngine('Members', ({ store }) => {
  const joinOf = (programmeId: ProgrammeId, personId: PersonId, at = NOW) =>
    store().transaction((tx) =>
      tx.members.join({ programmeId, personId, rhythm: 'monthly', mentorCapacity: 2, at }),
    );

  it('join once, and again after they left, with the topics they had', async () => {
    const { id, people, topics } = await seedProgramme(store(), { people: [aPerson()] });
    const [person] = people;
    assert.ok(person);
    await assert.rejects(joinOf(id, person.id), refusal('already-a-member'));
    await store().transaction((tx) => tx.members.setState(id, person.id, 'left', null, NOW));
    await joinOf(id, person.id, later(NOW, 5000));
    assert.deepEqual(await store().reads.members.one(id, person.id), {
      programmeId: id,
      personId: person.id,
      state: 'joined',
      pausedUntil: null,
      rhythm: 'monthly',
      mentorCapacity: 2,
      visibleToManager: false,
      offers: topics.slice(0, 1),
      needs: topics.slice(1, 2),
      joinedAt: later(NOW, 5000),
      roundsWaited: 0,
    });
  });

  it('pause until a day, and are found when it has come', async () => {
    const { id, people } = await seedProgramme(store());
    const [one, two] = people;
    assert.ok(one && two);
    await store().transaction(async (tx) => {
      await tx.members.setState(id, one.id, 'paused', '2027-01-03', NOW);
      await tx.members.setState(id, two.id, 'paused', null, NOW);
    });
    assert.deepEqual(await store().reads.members.pausesOver('2027-01-02'), []);
    assert.deepEqual(await store().reads.members.pausesOver('2027-01-03'), [
      { programmeId: id, personId: one.id },
    ]);
    await store().transaction((tx) => tx.members.setState(id, one.id, 'joined', null, NOW));
    assert.deepEqual(await store().reads.members.pausesOver('2030-01-01'), []);
    assert.deepEqual(await store().reads.members.countByState(id), { joined: 1, paused: 1, left: 0 });
  });

  it('change their topics side by side, each topic once', async () => {
    const { id, people, topics } = await seedProgramme(store(), { people: [aPerson()] });
    const [person] = people;
    const [go] = await seedTopics(store(), ['Go'], 'skill');
    assert.ok(person && go && topics[0]);
    const offers = [go, topics[0], go];
    await store().transaction((tx) => tx.members.setTopics(id, person.id, 'offer', offers));
    const member = await store().reads.members.one(id, person.id);
    assert.deepEqual(member?.offers, [go, topics[0]].toSorted());
    assert.deepEqual(member.needs, topics.slice(1));
  });

  it('keep what they had when a topic is not known', async () => {
    const { id, people, topics } = await seedProgramme(store(), { people: [aPerson()] });
    const [person] = people;
    assert.ok(person);
    const change = store().transaction((tx) => tx.members.setTopics(id, person.id, 'need', [aTopicId()]));
    await assert.rejects(change, refusal('unknown-topic'));
    assert.deepEqual((await store().reads.members.one(id, person.id))?.needs, topics.slice(1));
  });

  it('change rhythm, places and visibility one by one', async () => {
    const { id, people } = await seedProgramme(store());
    const [one, two] = people;
    assert.ok(one && two);
    await store().transaction(async (tx) => {
      await tx.members.setRhythm(id, one.id, 'fortnightly');
      await tx.members.setMentorCapacity(id, one.id, 5);
      await tx.members.setVisibleToManager(id, one.id, true);
    });
    const [changed] = await store().reads.members.ofPerson(one.id);
    assert.equal(changed?.rhythm, 'fortnightly');
    assert.equal(changed.mentorCapacity, 5);
    assert.equal(changed.visibleToManager, true);
    assert.equal((await store().reads.members.one(id, two.id))?.visibleToManager, false);
  });

  it('say with whom they would rather not be paired', async () => {
    const { people } = await seedProgramme(store(), { people: [aPerson(), aPerson(), aPerson()] });
    const [one, two, three] = people;
    assert.ok(one && two && three);
    await store().transaction((tx) => tx.members.setDoNotPair(one.id, [two.id, three.id, two.id], NOW));
    assert.deepEqual(await store().reads.members.doNotPair(one.id), [two.id, three.id].toSorted());
    assert.deepEqual(await store().reads.members.doNotPair(two.id), []);
    await store().transaction((tx) => tx.members.setDoNotPair(one.id, [], NOW));
    assert.deepEqual(await store().reads.members.doNotPair(one.id), []);
  });

  it('count the rounds that they waited', async () => {
    const { id, people } = await seedProgramme(store());
    const [one, two] = people;
    assert.ok(one && two);
    await store().transaction((tx) => tx.members.countWaiting(id, [one.id, two.id], []));
    await store().transaction((tx) => tx.members.countWaiting(id, [one.id], [two.id]));
    assert.equal((await store().reads.members.one(id, one.id))?.roundsWaited, 2);
    assert.equal((await store().reads.members.one(id, two.id))?.roundsWaited, 0);
  });

  it('come in pages by name with the pairings that they are in', async () => {
    const people = ['Cleo', 'Ada', 'Ben'].map((displayName) => aPerson({ displayName }));
    const [cleo, ada, ben] = people;
    assert.ok(cleo && ada && ben);
    await seedPeople(store(), [aPerson({ displayName: 'No member' })]);
    const { id } = await seedProgramme(store(), { people });
    await seedPairing(store(), id, [cleo.id, ada.id]);
    await store().transaction((tx) => tx.members.setState(id, ben.id, 'left', null, NOW));
    const { members, total } = await store().reads.members.page(id, { search: '', offset: 0, limit: 10 });
    assert.equal(total, 2);
    assert.deepEqual(
      members.map(({ person, activePairings }) => [person.displayName, activePairings]),
      [
        ['Ada', 1],
        ['Cleo', 1],
      ],
    );
    const found = await store().reads.members.page(id, { search: 'cle', offset: 0, limit: 10 });
    assert.deepEqual(
      found.members.map(({ person }) => person),
      [cleo],
    );
  });
});
