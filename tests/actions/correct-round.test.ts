import assert from 'node:assert/strict';
import { compareSettings } from '../../bot/actions/compare-settings.ts';
import { correctRound } from '../../bot/actions/correct-round.ts';
import { previewRound } from '../../bot/actions/preview-round.ts';
import { sendRound } from '../../bot/actions/send-round.ts';
import { answerProposal } from '../../bot/actions/answer-proposal.ts';
import type { PersonId } from '../../bot/core/ids.ts';
import { Refusal } from '../../bot/core/refusal.ts';
import type { CorrectionKind, Round } from '../../bot/core/round.ts';
import { aPerson } from '../helpers/builders.ts';
import { idOf, openOf, partnersOf, roundDeps, seedCast } from '../helpers/rounds.ts';
import type { Cast, TestDeps } from '../helpers/rounds.ts';
import { openTestStore } from '../helpers/store.ts';
import type { TestStore } from '../helpers/store.ts';

const refuses = (code: string) => (error: unknown) => error instanceof Refusal && error.code === code;
const ALL = { offset: 0, limit: 50 };

describe('A correction by hand', () => {
  let store: TestStore;
  let deps: TestDeps;
  let cast: Cast;
  let round: Round;
  beforeEach(async () => {
    store = await openTestStore();
    deps = roundDeps(store);
    cast = await seedCast(store, { mentors: 3, mentees: 3 });
    round = await previewRound(deps, { programmeId: cast.programmeId, by: null });
  });
  afterEach(() => store.close());

  const pairs = async (): Promise<readonly string[]> => {
    const proposals = await store.reads.rounds.proposalsOfRound(round.id, ALL);
    return proposals.map(({ sides }) => sides.map((side) => side.personId).join('+')).sort();
  };
  const correct = (kind: CorrectionKind | null, people: readonly [PersonId, PersonId]) =>
    correctRound(deps, { roundId: round.id, people, kind, by: null });
  const together = async (): Promise<readonly [PersonId, PersonId]> => {
    const [proposal] = await store.reads.rounds.proposalsOfRound(round.id, ALL);
    const [one, other] = proposal?.sides ?? [];
    assert.ok(one && other);
    return [one.personId, other.personId];
  };

  it('parts two people in the same preview, says how many others it moves, and is audited', async () => {
    const two = await together();
    const corrected = await correct('forbid', two);
    assert.equal(corrected.round.id, round.id);
    assert.ok(!(await pairs()).includes(two.join('+')));
    assert.equal((await pairs()).length, 3);
    // The parted one needs another's mentor, so at least one other is moved, and never those two themselves.
    assert.ok(corrected.othersChanged >= 1 && corrected.othersChanged <= 2);
    assert.deepEqual(await store.reads.rounds.corrections(round.id), [{ kind: 'forbid', people: two }]);
    const { entries } = await store.reads.privacy.audit(cast.programmeId, ALL);
    const [entry] = entries;
    assert.deepEqual([entry?.action, entry?.object], ['forbid-pair', [round.id, ...two].join(' ')]);
  });

  it('keeps what is pinned through a later correction, and changes nobody when nothing has to move', async () => {
    const before = await pairs();
    const two = await together();
    assert.equal((await correct('pin', two)).othersChanged, 0);
    assert.deepEqual(await pairs(), before);
    const [first, second] = (await pairs()).filter((pair) => pair !== two.join('+'));
    const [mentor, mentee] = [first?.split('+')[0], second?.split('+')[1]] as [PersonId, PersonId];
    await correct('pin', [mentor, mentee]);
    assert.deepEqual(
      (await pairs()).filter((pair) => [two.join('+'), `${mentor}+${mentee}`].includes(pair)).length,
      2,
    );
  });

  it('is taken back as if it had never been', async () => {
    const before = await pairs();
    const two = await together();
    await correct('forbid', two);
    await correct(null, [two[1], two[0]]);
    assert.deepEqual(await pairs(), before);
    assert.deepEqual(await store.reads.rounds.corrections(round.id), []);
  });

  it('stays with the next preview, as far as it still holds', async () => {
    const two = await together();
    await correct('forbid', two);
    round = await previewRound(deps, { programmeId: cast.programmeId, by: null });
    assert.ok(!(await pairs()).includes(two.join('+')));
    assert.deepEqual(await store.reads.rounds.corrections(round.id), [{ kind: 'forbid', people: two }]);
  });

  it('is honoured when a proposal of the sent round falls through', async () => {
    const [mentor, mentee] = await together();
    await correct('forbid', [mentor, mentee]);
    await sendRound(deps, { roundId: round.id });
    for (const person of [mentor, mentee]) {
      const [open] = await openOf(store, person);
      await answerProposal(deps, { proposalId: idOf(open), personId: person, answer: 'not-this-one' });
    }
    for (const open of await openOf(store, mentee)) {
      assert.ok(!partnersOf(open, mentee).includes(mentor));
    }
  });

  it('is refused for two of whom one is no member, and for a round that is on its way', async () => {
    const [mentor] = await together();
    await assert.rejects(correct('forbid', [mentor, aPerson({}).id]), refuses('not-found'));
    await assert.rejects(correct('pin', [mentor, mentor]), refuses('malformed'));
    await sendRound(deps, { roundId: round.id });
    await assert.rejects(correct('forbid', await together()), refuses('round-already-sent'));
  });

  it('loses against a correction that came in between, instead of undoing it', async () => {
    const two = await together();
    const pair = deps.pair;
    const slow = {
      ...deps,
      pair: async (input: Parameters<typeof pair>[0]) => {
        const { length } = await store.reads.rounds.corrections(round.id);
        if (length === 0) await correct('forbid', two);
        return pair(input);
      },
    };
    const late = correctRound(slow, { roundId: round.id, people: two, kind: 'pin', by: null });
    await assert.rejects(late, refuses('try-again'));
    assert.deepEqual(await store.reads.rounds.corrections(round.id), [{ kind: 'forbid', people: two }]);
  });

  it('is weighed beside other settings without a trace', async () => {
    const programme = await store.reads.programmes.byId(cast.programmeId);
    assert.ok(programme);
    const settings = { ...programme.settings, stepsAhead: { min: 2, max: 2 } };
    const { before, after, difference } = await compareSettings(deps, {
      programmeId: cast.programmeId,
      settings,
    });
    assert.deepEqual([before.peoplePaired, after.peoplePaired, difference.lost.length], [3, 0, 3]);
    assert.deepEqual(after.obstacles, [{ rule: 'step-ahead', people: 3 }]);
    assert.deepEqual(after.changes, [{ rule: 'step-ahead', from: 2, to: 1, people: 3 }]);
    assert.deepEqual(await store.reads.programmes.byId(cast.programmeId), programme);
    assert.equal((await store.reads.rounds.ofProgramme(cast.programmeId, 5)).length, 1);
    const wrong = { ...settings, stepsAhead: { min: 2, max: 1 } };
    await assert.rejects(
      compareSettings(deps, { programmeId: cast.programmeId, settings: wrong }),
      refuses('bad-settings'),
    );
  });
});
