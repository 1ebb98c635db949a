import assert from 'node:assert/strict';
import { answerProposal } from '../../bot/actions/answer-proposal.ts';
import { endPairing } from '../../bot/actions/end-pairing.ts';
import { expireProposals } from '../../bot/actions/expire-proposals.ts';
import { previewRound } from '../../bot/actions/preview-round.ts';
import { renewPairing } from '../../bot/actions/renew-pairing.ts';
import { sendRound } from '../../bot/actions/send-round.ts';
import type { PersonId } from '../../bot/core/ids.ts';
import { Refusal } from '../../bot/core/refusal.ts';
import type { Answer } from '../../bot/core/round.ts';
import { DAY_MS, later, NOW } from '../helpers/builders.ts';
import { idOf, openOf, partnersOf, roundDeps, seedCast, toldTo } from '../helpers/rounds.ts';
import type { Cast, TestDeps } from '../helpers/rounds.ts';
import { openTestStore } from '../helpers/store.ts';
import type { TestStore } from '../helpers/store.ts';

const refuses = (code: string) => (error: unknown) => error instanceof Refusal && error.code === code;

describe('an answer to a proposal', () => {
  let store: TestStore;
  let deps: TestDeps;
  beforeEach(async () => {
    store = await openTestStore();
    deps = roundDeps(store);
  });
  afterEach(() => store.close());

  const sent = async (people: Parameters<typeof seedCast>[1]): Promise<Cast> => {
    const cast = await seedCast(store, people);
    const { id } = await previewRound(deps, { programmeId: cast.programmeId, by: null });
    await sendRound(deps, { roundId: id });
    return cast;
  };
  /** The first mentee with a proposal, and their mentor. */
  const firstPair = async ({ mentees }: Cast) => {
    for (const { id } of mentees) {
      const [proposal] = await openOf(store, id);
      const [mentor] = proposal === undefined ? [] : partnersOf(proposal, id);
      if (proposal !== undefined && mentor !== undefined) return { proposal, mentor, mentee: id };
    }
    throw new Error('nobody has a proposal');
  };
  const say = (personId: PersonId, proposal: Parameters<typeof idOf>[0], answer: Answer) =>
    answerProposal(deps, { proposalId: idOf(proposal), personId, answer });

  it('makes a pairing of two yes, and introduces the side that is not answering right now', async () => {
    const { proposal, mentor, mentee } = await firstPair(await sent({ mentors: 1, mentees: 1 }));
    assert.equal((await say(mentee, proposal, 'yes')).pairing, null);
    const { pairing } = await say(mentor, proposal, 'yes');
    assert.equal(pairing?.endsAt.getTime(), NOW.getTime() + 12 * 7 * DAY_MS);
    assert.deepEqual(pairing.reasons, proposal.reasons);
    assert.ok((await toldTo(store, mentee)).includes('introduction'));
    assert.ok(!(await toldTo(store, mentor)).includes('introduction'));
    assert.equal((await store.reads.pairings.currentOf(mentee))[0]?.id, pairing.id);
  });

  it('counts once, and from one side only', async () => {
    const cast = await sent({ mentors: 1, mentees: 2 });
    const { proposal, mentee } = await firstPair(cast);
    await say(mentee, proposal, 'yes');
    await assert.rejects(say(mentee, proposal, 'not-now'), refuses('already-answered'));
    const stranger = cast.mentees.find(({ id }) => id !== mentee);
    assert.ok(stranger !== undefined);
    await assert.rejects(say(stranger.id, proposal, 'yes'), refuses('not-found'));
  });

  it('goes on to the next best after "not this one", and tells who had said yes only that it moved on', async () => {
    const cast = await sent({ mentors: 2, mentees: 1 });
    const { proposal, mentor, mentee } = await firstPair(cast);
    await say(mentor, proposal, 'yes');
    await say(mentee, proposal, 'not-this-one');
    const [next] = await openOf(store, mentee);
    assert.ok(next !== undefined);
    assert.notDeepEqual(partnersOf(next, mentee), [mentor]);
    assert.deepEqual(await toldTo(store, mentor), ['proposal-moved-on']);
    assert.deepEqual(await toldTo(store, mentee), ['proposal']);
    await assert.rejects(say(mentor, proposal, 'yes'), refuses('already-answered'));
  });

  it('tells nothing to a side that had not answered, and takes back what was still to be said', async () => {
    const { proposal, mentor, mentee } = await firstPair(await sent({ mentors: 1, mentees: 1 }));
    await say(mentee, proposal, 'not-this-one');
    assert.deepEqual(await toldTo(store, mentor), []);
    await assert.rejects(say(mentor, proposal, 'yes'), refuses('proposal-closed'));
  });

  it('leaves out until the next round who says "not now", even as the next best of another', async () => {
    const cast = await sent({ mentors: 2, mentees: 2 });
    const { proposal, mentor, mentee } = await firstPair(cast);
    await say(mentor, proposal, 'not-now');
    assert.deepEqual(await openOf(store, mentor), []);
    // The other mentee turns their own mentor down: the one who said "not now" is not asked instead.
    const other = cast.mentees.find(({ id }) => id !== mentee);
    assert.ok(other !== undefined);
    const [theirs] = await openOf(store, other.id);
    await say(other.id, theirs, 'not-this-one');
    assert.deepEqual(await openOf(store, mentor), []);
    assert.deepEqual(await openOf(store, other.id), []);
    const [freed] = await openOf(store, mentee);
    assert.ok(freed !== undefined, 'the mentor who was turned down is proposed to who still looks');
    deps.at = later(NOW, DAY_MS);
    const { id } = await previewRound(deps, { programmeId: cast.programmeId, by: null });
    await sendRound(deps, { roundId: id });
    assert.equal((await openOf(store, mentor)).length, 1);
  });

  it('keeps two apart after "not this one" until the cooldown is over', async () => {
    const cast = await sent({ mentors: 1, mentees: 1 });
    const { proposal, mentee } = await firstPair(cast);
    await say(mentee, proposal, 'not-this-one');
    deps.at = later(NOW, 7 * DAY_MS);
    const soon = await previewRound(deps, { programmeId: cast.programmeId, by: null });
    assert.equal(soon.figures.proposals, 0);
    deps.at = later(NOW, 13 * 7 * DAY_MS);
    const late = await previewRound(deps, { programmeId: cast.programmeId, by: null });
    assert.equal(late.figures.proposals, 1);
  });

  it('gives a last place once: the other proposal comes back withdrawn, and goes on', async () => {
    const cast = await sent({ mentors: 1, mentees: 2, places: 2 });
    const [mentor] = cast.mentors;
    assert.ok(mentor !== undefined);
    const proposals = await openOf(store, mentor.id);
    assert.equal(proposals.length, 2);
    await store.transaction((tx) => tx.members.setMentorCapacity(cast.programmeId, mentor.id, 1));
    for (const one of proposals) await say(mentor.id, one, 'yes');
    const answers = await Promise.all(
      proposals.map((one) => say(partnersOf(one, mentor.id)[0] ?? mentor.id, one, 'yes')),
    );
    assert.deepEqual(answers.map(({ proposal }) => proposal.state).sort(), ['accepted', 'withdrawn']);
    assert.equal((await store.reads.pairings.currentOf(mentor.id)).length, 1);
  });

  it('comes too late once the time is over, and goes on for who had said yes', async () => {
    const cast = await sent({ mentors: 2, mentees: 1 });
    const { proposal, mentor, mentee } = await firstPair(cast);
    await say(mentee, proposal, 'yes');
    assert.equal(await expireProposals(deps), 0);
    deps.at = later(NOW, 8 * DAY_MS);
    await assert.rejects(say(mentor, proposal, 'yes'), refuses('proposal-closed'));
    assert.equal(await expireProposals(deps), 1);
    assert.equal(await expireProposals(deps), 0);
    const [next] = await openOf(store, mentee);
    assert.ok(next !== undefined && !partnersOf(next, mentee).includes(mentor));
    assert.deepEqual(await openOf(store, mentor), []);
    assert.deepEqual(await toldTo(store, mentee), ['proposal', 'proposal-moved-on']);
  });

  it('counts that someone waited for whom nobody is left', async () => {
    const cast = await sent({ mentors: 1, mentees: 1 });
    const { proposal, mentor, mentee } = await firstPair(cast);
    await say(mentor, proposal, 'not-this-one');
    assert.equal((await store.reads.members.one(cast.programmeId, mentee))?.roundsWaited, 1);
  });

  it('leads to a pairing that ends from either side, kindly and once', async () => {
    const { proposal, mentor, mentee } = await firstPair(await sent({ mentors: 1, mentees: 1 }));
    await say(mentee, proposal, 'yes');
    const { pairing } = await say(mentor, proposal, 'yes');
    assert.ok(pairing !== null);
    await endPairing(deps, { pairingId: pairing.id, personId: mentee });
    assert.ok((await toldTo(store, mentor)).includes('pairing-ended'));
    assert.ok(!(await toldTo(store, mentee)).includes('pairing-ended'));
    await assert.rejects(
      endPairing(deps, { pairingId: pairing.id, personId: mentor }),
      refuses('not-active'),
    );
    await assert.rejects(
      renewPairing(deps, { pairingId: pairing.id, personId: mentor }),
      refuses('not-active'),
    );
  });

  it('leads to a pairing that is renewed once when both ask for it', async () => {
    const { proposal, mentor, mentee } = await firstPair(await sent({ mentors: 1, mentees: 1 }));
    await say(mentee, proposal, 'yes');
    const { pairing } = await say(mentor, proposal, 'yes');
    assert.ok(pairing !== null);
    deps.at = later(NOW, 11 * 7 * DAY_MS);
    for (const personId of [mentor, mentee]) await renewPairing(deps, { pairingId: pairing.id, personId });
    const [renewed] = await store.reads.pairings.currentOf(mentor);
    assert.equal(renewed?.endsAt.getTime(), NOW.getTime() + 24 * 7 * DAY_MS);
  });
});
