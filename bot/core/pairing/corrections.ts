import { Refusal } from '../refusal.ts';
import type { Correction, RoundFigures } from '../round.ts';
import { countBroken } from './check.ts';
import type { PairingInput, PairingResult, Suggestion } from './input.ts';
import { placePins } from './pins.ts';
import type { Placed } from './pins.ts';

/** Whether both speak of the same two people, whichever is named first. */
export function isSamePair(a: Correction['people'], b: Correction['people']): boolean {
  return (a[0] === b[0] && a[1] === b[1]) || (a[0] === b[1] && a[1] === b[0]);
}

/** The corrections of a round once one more is made; of two about the same people the later counts. */
export function withCorrection(
  before: readonly Correction[],
  people: Correction['people'],
  kind: Correction['kind'] | null,
): readonly Correction[] {
  const others = before.filter((one) => !isSamePair(one.people, people));
  return kind === null ? others : [...others, { kind, people }];
}

/** The same people, with those kept apart who are not to be paired. */
export function withForbidden(input: PairingInput, corrections: readonly Correction[]): PairingInput {
  const apart = corrections.filter(({ kind }) => kind === 'forbid').map(({ people }) => people);
  if (apart.length === 0) return input;
  return { ...input, pool: { ...input.pool, forbidden: [...input.pool.forbidden, ...apart] } };
}

/**
 * Sets aside what was decided by hand; the rest is a round of its own.
 * @throws Refusal 'pin-breaks-rule'
 */
export function placeCorrections(input: PairingInput, corrections: readonly Correction[]): Placed {
  const pins = corrections.filter(({ kind }) => kind === 'pin').map(({ people }) => people);
  return placePins(withForbidden(input, corrections), pins);
}

/** Those corrections that still hold: a pin that a rule has come to stand against is dropped. */
export function stillHolding(input: PairingInput, corrections: readonly Correction[]): readonly Correction[] {
  const kept: Correction[] = [];
  for (const correction of corrections) {
    try {
      placeCorrections(input, [...kept, correction]);
      kept.push(correction);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
  }
  return kept;
}

/** The whole round again: what was set by hand and what was solved around it, checked together. */
export function joinPinned(
  input: PairingInput,
  corrections: readonly Correction[],
  { pinned }: Placed,
  solved: PairingResult,
): PairingResult {
  const suggestions = [...pinned, ...solved.suggestions];
  const brokenRules = countBroken(withForbidden(input, corrections), suggestions);
  return { ...solved, suggestions, figures: { ...withPinned(solved.figures, pinned), brokenRules } };
}

function withPinned(figures: RoundFigures, pinned: readonly Suggestion[]): RoundFigures {
  const fitBands = [...figures.fitBands];
  for (const { fit } of pinned) {
    const band = Math.min(fitBands.length - 1, Math.floor((fit * fitBands.length) / 1000));
    fitBands[band] = (fitBands[band] ?? 0) + 1;
  }
  const people = pinned.flatMap(({ sides }) => sides.filter((side) => side.role !== 'mentor')).length;
  return {
    ...figures,
    proposals: figures.proposals + pinned.length,
    peoplePaired: figures.peoplePaired + people,
    maximum: figures.maximum === null ? null : figures.maximum + people,
    fitBands,
  };
}
