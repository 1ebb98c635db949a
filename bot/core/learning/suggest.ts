import type { ProgrammeSettings } from '../programme.ts';
import { fitLogistic } from './logistic.ts';
import type { Example } from './logistic.ts';
import { LEARNED } from './observe.ts';
import type { LearnedWeight } from './observe.ts';

/** Fewest people whose answers weights are learned from. */
export const FEWEST_TO_LEARN = 200;
/** Shown in steps of this, so that no single answer moves a figure by an amount that tells of it. */
const STEP = 25;
const MOST = 1000;
/** Standard errors on either side that hold 95 of 100 such intervals. */
const WIDTH = 1.96;
/** A full share of skills is two of them; see partWeights of fit.ts. */
const FULL_SKILLS = 2;

/** A weight as it is, as the answers suggest it, and between what it lies with 95 % confidence. */
export interface SuggestedWeight {
  readonly weight: LearnedWeight;
  readonly suggested: number;
  readonly low: number;
  readonly high: number;
}

/** How many of a weight a full part of it is. */
const perUnit = (at: number): number => (LEARNED[at] === 'skill' ? FULL_SKILLS : 1);

/**
 * What the weights would be if they followed what people said, with the same sum as now; null where the answers show
 * nothing that helps. A suggestion: it says what went together, not what was the cause.
 */
export function suggestWeights(
  examples: readonly Example[],
  weights: ProgrammeSettings['weights'],
): readonly SuggestedWeight[] | null {
  if (!varies(examples)) return null;
  const { slopes, errors } = fitLogistic(examples);
  const total = LEARNED.reduce((sum, weight, at) => sum + weights[weight] * perUnit(at), 0);
  const helpful = slopes.reduce((sum, value) => sum + Math.max(0, value), 0);
  const isSeen = slopes.some((value, at) => value > WIDTH * (errors[at] ?? Infinity));
  if (!isSeen) return null;
  return LEARNED.map((weight, at) => {
    const scaled = (value: number): number =>
      Math.min(MOST, Math.round((total * Math.max(0, value)) / helpful / perUnit(at) / STEP) * STEP);
    const [value, error] = [slopes[at] ?? 0, errors[at] ?? 0];
    const [low, high] = [scaled(value - WIDTH * error), scaled(value + WIDTH * error)];
    return { weight, suggested: scaled(value), low, high };
  });
}

/** Where nearly everyone says the same there is nothing to learn, and the method has no answer. */
const LEAST_SPREAD = 0.02;

function varies(examples: readonly Example[]): boolean {
  const mean = examples.reduce((sum, { outcome }) => sum + outcome, 0) / examples.length;
  const squares = examples.reduce((sum, { outcome }) => sum + (outcome - mean) ** 2, 0);
  return Math.sqrt(squares / examples.length) >= LEAST_SPREAD;
}
