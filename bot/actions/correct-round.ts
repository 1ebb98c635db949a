import type { PersonId, RoundId } from '../core/ids.ts';
import { differenceOf } from '../core/pairing/compare.ts';
import { withCorrection } from '../core/pairing/corrections.ts';
import { Refusal } from '../core/refusal.ts';
import type { Correction, CorrectionKind, Round } from '../core/round.ts';
import { draftsOf } from './drafts-of.ts';
import { loadTogether } from './load-look.ts';
import { loadPairingInput } from './load-pairing-input.ts';
import type { PreviewDeps } from './preview-round.ts';
import { solveRound } from './solve-round.ts';

export interface CorrectRound {
  readonly roundId: RoundId;
  readonly people: readonly [PersonId, PersonId];
  /** `null` takes back what was decided about these two. */
  readonly kind: CorrectionKind | null;
  readonly by: PersonId | null;
}

/** The preview as it is now, and how many others meet somebody else, or nobody any more, because of it. */
export interface CorrectedRound {
  readonly round: Round;
  readonly othersChanged: number;
}

const ACTIONS = { pin: 'pin-pair', forbid: 'forbid-pair', none: 'take-back-correction' } as const;

/**
 * Puts two people of a preview together, or keeps them apart, and solves everything around them again with the same
 * settings and seed: where the decision reaches nobody, nothing changes, and elsewhere as little as it can.
 * @throws Refusal 'not-found', 'round-already-sent', 'pin-breaks-rule', or 'try-again' when somebody else corrected
 * the same preview meanwhile
 */
export async function correctRound(deps: PreviewDeps, input: CorrectRound): Promise<CorrectedRound> {
  const { roundId, people, kind, by } = input;
  const { reads } = deps.store;
  const round = await reads.rounds.byId(roundId);
  const programme = round === null ? null : await reads.programmes.byId(round.programmeId);
  if (round === null || programme === null) throw new Refusal('not-found');
  if (round.state !== 'previewed') throw new Refusal('round-already-sent');
  if (people[0] === people[1]) throw new Refusal('malformed');
  for (const person of people) {
    if ((await reads.members.one(programme.id, person)) === null) throw new Refusal('not-found');
  }
  const before = await reads.rounds.corrections(roundId);
  const corrections = withCorrection(before, people, kind);
  const settled = { ...programme, settings: round.settings };
  const loaded = await loadPairingInput(deps, reads, settled, { seed: round.seed });
  const earlier = await loadTogether(deps, roundId);
  // Taken back, a decision is to leave no trace, so nothing that it brought is kept.
  const result = await solveRound(deps.pair, kind === null ? loaded : { ...loaded, earlier }, corrections);
  const corrected: Round = { ...round, figures: result.figures };
  const difference = differenceOf(earlier, result.suggestions);
  await deps.store.transaction(async (tx) => {
    if (!isSame(before, await tx.rounds.corrections(roundId))) throw new Refusal('try-again');
    await tx.rounds.redraft(corrected, draftsOf(deps, round, result), result.leftOut, result.certificate);
    await tx.rounds.setCorrections(roundId, corrections, by, deps.now());
    await tx.privacy.record(programme.id, {
      at: deps.now(),
      actor: by,
      action: ACTIONS[kind ?? 'none'],
      object: `${roundId} ${people.join(' ')}`,
      relation: by === null ? 'operator' : 'coordinator',
    });
  });
  const changed = [...difference.moved, ...difference.gained, ...difference.lost];
  return { round: corrected, othersChanged: changed.filter((person) => !people.includes(person)).length };
}

const isSame = (a: readonly Correction[], b: readonly Correction[]): boolean =>
  JSON.stringify(a) === JSON.stringify(b);
