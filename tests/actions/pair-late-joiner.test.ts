import assert from 'node:assert/strict';
import { joinProgramme } from '../../bot/actions/join-programme.ts';
import { pairLateJoiner } from '../../bot/actions/pair-late-joiner.ts';
import { previewRound } from '../../bot/actions/preview-round.ts';
import { sendRound } from '../../bot/actions/send-round.ts';
import type { PersonId, ProgrammeId, TopicId } from '../../bot/core/ids.ts';
import type { TopicSide } from '../../bot/core/member.ts';
import { aPerson, NOW } from '../helpers/builders.ts';
import { openOf, partnersOf, roundDeps, seedCast, toldTo } from '../helpers/rounds.ts';
import type { Cast, TestDeps } from '../helpers/rounds.ts';
import { seedPeople, seedTopics } from '../helpers/seed.ts';
import { openTestStore } from '../helpers/store.ts';
import type { TestStore } from '../helpers/store.ts';

const HOUR_MS = 3_600_000;

describe('someone who joins when a round is out', () => {
  let store: TestStore;
  let deps: TestDeps;
  beforeEach(async () => {
    store = await openTestStore();
    deps = roundDeps(store);
  });
  afterEach(() => store.close());

  async function send(programmeId: ProgrammeId): Promise<void> {
    const round = await previewRound(deps, { programmeId, by: null });
    await sendRound(deps, { roundId: round.id });
    deps.at = new Date(NOW.getTime() + HOUR_MS);
  }

  async function join(cast: Cast, level: 3 | 4, side: TopicSide): Promise<PersonId> {
    const late = aPerson({ level });
    await seedPeople(store, [late]);
    await joinProgramme(deps, { programmeId: cast.programmeId, personId: late.id });
    const topics: readonly TopicId[] = [cast.topic];
    await store.transaction((tx) => tx.members.setTopics(cast.programmeId, late.id, side, topics));
    return late.id;
  }

  const pairLate = (cast: Cast, personId: PersonId) =>
    pairLateJoiner(deps, { programmeId: cast.programmeId, personId });

  it('is proposed to who still has a place, and no other proposal changes', async () => {
    const cast = await seedCast(store, { mentors: 2, mentees: 1 });
    await send(cast.programmeId);
    const [mentee] = cast.mentees;
    assert.ok(mentee !== undefined);
    const before = await openOf(store, mentee.id);
    const late = await join(cast, 3, 'need');
    assert.equal(await pairLate(cast, late), 'proposed');
    assert.deepEqual(await openOf(store, mentee.id), before);
    const [proposal] = await openOf(store, late);
    assert.ok(proposal !== undefined);
    const taken = before.flatMap((one) => partnersOf(one, mentee.id));
    assert.ok(!partnersOf(proposal, late).some((partner) => taken.includes(partner)));
    assert.deepEqual(await toldTo(store, late), ['proposal']);
  });

  it('helps as a mentor who was left out', async () => {
    const cast = await seedCast(store, { mentors: 1, mentees: 2 });
    await send(cast.programmeId);
    const late = await join(cast, 4, 'offer');
    assert.equal(await pairLate(cast, late), 'proposed');
    for (const { id } of cast.mentees) assert.equal((await openOf(store, id)).length, 1);
  });

  it('waits for the next round where nobody has a place, and is asked only once', async () => {
    const cast = await seedCast(store, { mentors: 1, mentees: 1 });
    await send(cast.programmeId);
    assert.equal(await pairLate(cast, await join(cast, 3, 'need')), 'waits');
    const late = await join(cast, 4, 'offer');
    const first = await pairLate(cast, late);
    assert.equal(await pairLate(cast, late), 'waits');
    assert.equal((await openOf(store, late)).length, first === 'proposed' ? 1 : 0);
  });

  it('is nothing to a member who was in the round, nor to one who comes a month later', async () => {
    const cast = await seedCast(store, { mentors: 2, mentees: 0 });
    await send(cast.programmeId);
    const [mentor] = cast.mentors;
    assert.ok(mentor !== undefined);
    assert.equal(await pairLate(cast, mentor.id), 'waits');
    deps.at = new Date(NOW.getTime() + 30 * 24 * HOUR_MS);
    assert.equal(await pairLate(cast, await join(cast, 3, 'need')), 'waits');
  });

  it('finds somebody among those who share less, where none of the thousand who share most will do', async () => {
    const cast = await seedCast(store, { mentors: 1000, mentees: 0 });
    const [more] = await seedTopics(store, ['Leading people']);
    assert.ok(more !== undefined);
    const [apt, late] = [aPerson({ level: 5 }), aPerson({ level: 5 })];
    await seedPeople(store, [apt, late]);
    const { programmeId, topic } = cast;
    await store.transaction(async (tx) => {
      for (const { id } of cast.mentors) await tx.members.setTopics(programmeId, id, 'offer', [topic, more]);
      const common = { programmeId, rhythm: 'weekly', at: NOW } as const;
      await tx.members.join({ ...common, personId: apt.id, mentorCapacity: 1 });
      await tx.members.setTopics(programmeId, apt.id, 'offer', [topic]);
    });
    await send(programmeId);
    await joinProgramme(deps, { programmeId, personId: late.id });
    await store.transaction((tx) => tx.members.setTopics(programmeId, late.id, 'need', [topic, more]));
    assert.equal(await pairLate(cast, late.id), 'proposed');
    const [proposal] = await openOf(store, late.id);
    assert.ok(proposal !== undefined);
    assert.deepEqual(partnersOf(proposal, late.id), [apt.id]);
  });
});
