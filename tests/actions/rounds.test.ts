import assert from 'node:assert/strict';
import { discardRound } from '../../bot/actions/discard-round.ts';
import { leaveProgramme } from '../../bot/actions/leave-programme.ts';
import { pauseMembership } from '../../bot/actions/pause-membership.ts';
import { previewRound } from '../../bot/actions/preview-round.ts';
import { sendRound } from '../../bot/actions/send-round.ts';
import { asId } from '../../bot/core/ids.ts';
import { Refusal } from '../../bot/core/refusal.ts';
import { openOf, roundDeps, seedCast, toldTo } from '../helpers/rounds.ts';
import type { TestDeps } from '../helpers/rounds.ts';
import { openTestStore } from '../helpers/store.ts';
import type { TestStore } from '../helpers/store.ts';

const refuses = (code: string) => (error: unknown) => error instanceof Refusal && error.code === code;

describe('a round', () => {
  let store: TestStore;
  let deps: TestDeps;
  beforeEach(async () => {
    store = await openTestStore();
    deps = roundDeps(store);
  });
  afterEach(() => store.close());

  it('is previewed without anybody hearing of it', async () => {
    const cast = await seedCast(store, { mentors: 2, mentees: 2 });
    const round = await previewRound(deps, { programmeId: cast.programmeId, by: null });
    assert.equal(round.state, 'previewed');
    assert.deepEqual(
      [round.figures.peoplePaired, round.figures.maximum, round.figures.brokenRules],
      [2, 2, 0],
    );
    for (const { id } of cast.mentees) {
      assert.deepEqual(await openOf(store, id), []);
      assert.deepEqual(await toldTo(store, id), []);
    }
    const kept = await store.reads.rounds.byId(round.id);
    assert.deepEqual(kept, round);
  });

  it('takes the place of an earlier preview', async () => {
    const { programmeId } = await seedCast(store, { mentors: 1, mentees: 1 });
    const first = await previewRound(deps, { programmeId, by: null });
    await previewRound(deps, { programmeId, by: null });
    assert.equal((await store.reads.rounds.byId(first.id))?.state, 'discarded');
    await assert.rejects(sendRound(deps, { roundId: first.id }), refuses('round-already-sent'));
  });

  it('is sent to both sides, and tells who is left out', async () => {
    const cast = await seedCast(store, { mentors: 1, mentees: 2 });
    const round = await previewRound(deps, { programmeId: cast.programmeId, by: null });
    assert.deepEqual(await sendRound(deps, { roundId: round.id }), { sent: 1, withdrawn: 0, leftOut: 1 });
    const [mentor] = cast.mentors;
    assert.ok(mentor !== undefined);
    assert.deepEqual(await toldTo(store, mentor.id), ['proposal']);
    const told = await Promise.all(cast.mentees.map(({ id }) => toldTo(store, id)));
    assert.deepEqual(told.flat().sort(), ['left-out', 'proposal']);
    for (const { id } of cast.mentees) {
      const waited = (await toldTo(store, id)).includes('left-out') ? 1 : 0;
      assert.equal((await store.reads.members.one(cast.programmeId, id))?.roundsWaited, waited);
    }
  });

  it('opens proposals until the fifth working day of both has ended', async () => {
    const cast = await seedCast(store, { mentors: 1, mentees: 1 });
    const { id } = await previewRound(deps, { programmeId: cast.programmeId, by: null });
    await sendRound(deps, { roundId: id });
    const [proposal] = await openOf(store, cast.mentees[0]?.id ?? asId(''));
    // Sent on a Monday; five working days on is the next Monday, five in the afternoon in Berlin.
    assert.equal(proposal?.expiresAt?.toISOString(), '2026-11-09T16:00:00.000Z');
  });

  it('is sent once, however often it is asked for', async () => {
    const { programmeId } = await seedCast(store, { mentors: 1, mentees: 1 });
    const { id } = await previewRound(deps, { programmeId, by: null });
    const both = await Promise.allSettled([
      sendRound(deps, { roundId: id }),
      sendRound(deps, { roundId: id }),
    ]);
    assert.deepEqual(both.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
    await assert.rejects(discardRound(deps, { roundId: id }), refuses('round-already-sent'));
  });

  it('never sends a proposal to someone who has paused since, and finds another for the other side', async () => {
    const cast = await seedCast(store, { mentors: 2, mentees: 2 });
    const { id } = await previewRound(deps, { programmeId: cast.programmeId, by: null });
    const [away, other] = cast.mentors;
    assert.ok(away !== undefined && other !== undefined);
    await pauseMembership(deps, { programmeId: cast.programmeId, personId: away.id, until: null });
    assert.deepEqual(await sendRound(deps, { roundId: id }), { sent: 1, withdrawn: 1, leftOut: 0 });
    assert.deepEqual(await toldTo(store, away.id), []);
    assert.equal((await openOf(store, other.id)).length, 1);
    const open = await Promise.all(cast.mentees.map((mentee) => openOf(store, mentee.id)));
    assert.equal(open.flat().length, 1);
  });

  it('is refused as outdated when nothing of it holds any more', async () => {
    const cast = await seedCast(store, { mentors: 1, mentees: 1 });
    const { programmeId } = cast;
    const { id } = await previewRound(deps, { programmeId, by: null });
    await leaveProgramme(deps, { programmeId, personId: cast.mentors[0]?.id ?? asId('') });
    await assert.rejects(sendRound(deps, { roundId: id }), refuses('round-outdated'));
    assert.equal((await store.reads.rounds.byId(id))?.state, 'previewed');
  });

  it('is discarded and never sent', async () => {
    const { programmeId } = await seedCast(store, { mentors: 1, mentees: 1 });
    const { id } = await previewRound(deps, { programmeId, by: null });
    await discardRound(deps, { roundId: id });
    await assert.rejects(sendRound(deps, { roundId: id }), refuses('round-already-sent'));
  });

  it('pairs again nobody who has a proposal or a mentor already', async () => {
    const cast = await seedCast(store, { mentors: 2, mentees: 1 });
    const first = await previewRound(deps, { programmeId: cast.programmeId, by: null });
    await sendRound(deps, { roundId: first.id });
    const second = await previewRound(deps, { programmeId: cast.programmeId, by: null });
    assert.deepEqual([second.figures.proposals, second.figures.leftOut], [0, 0]);
  });

  it('needs a programme that runs', async () => {
    await assert.rejects(previewRound(deps, { programmeId: asId('none'), by: null }), refuses('not-found'));
  });
});
