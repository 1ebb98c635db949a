import { pairedBy } from '../assignment.ts';
import type { Assignment, AssignmentProblem } from '../assignment.ts';
import { checkCertificate } from '../certificate.ts';
import { totalFit } from '../fit.ts';
import { never } from '../progress.ts';
import type { Control } from '../progress.ts';
import { ArcList } from './arc-list.ts';
import { solveByAuction } from './engine.ts';
import { dualGap } from './gap.ts';
import type { PairFinder } from './pair-finder.ts';
import { NOTHING_KEPT, withKept } from './kept-arcs.ts';
import type { Kept } from './kept-arcs.ts';
import { priceAll } from './price-all.ts';
import { shortlist, shortlistSize } from './shortlist.ts';
import type { ShortlistSize } from './shortlist.ts';

/** The best found, and what is proven about it over every admissible pair, whether it was looked at or not. */
export interface OverAll {
  readonly problem: AssignmentProblem;
  readonly result: Assignment;
  /** How many can be paired under the rules; null while someone more might be. */
  readonly maximum: number | null;
  /** What those who are paired lack in all, in squares of a thousandth of fit. */
  readonly shortfall: number;
  /** At most so much less could as many lack; null where nothing is proven. */
  readonly gap: number | null;
  /** How many pairs were looked at. */
  readonly candidates: number;
  /** Whether time ran out: then this is the best so far. */
  readonly isStopped: boolean;
  /** Which pairs the gap is about: every admissible one, or those of the problem. */
  readonly over: 'all' | 'at-hand';
}

/** Where looking for more ends: a gap of this share of all the fit there is. */
const CLOSE_ENOUGH = 0.0001;
/** Each look at all pairs brings the gap down to a tenth or less; this many only a strange round would need. */
const MOST_LOOKS = 12;

/**
 * The best assignment over all admissible pairs, of which only a few are ever held: solves over a shortlist, looks at
 * every pair with the prices found, adds those that are worth more than these say, and solves again.
 * Small rounds hold every pair and are exactly optimal; larger ones stop at a gap of 0.01 % of the total fit.
 */
export function bestOverAll(
  finder: PairFinder,
  options: Control & { size?: ShortlistSize; kept?: Kept } = {},
): OverAll {
  const { stop = never, kept = NOTHING_KEPT } = options;
  const size = options.size ?? shortlistSize(finder);
  const { looked, ...few } = shortlist(finder, size, stop);
  let problem = withKept(few, kept);
  // A list that was cut short holds the pairs at hand only.
  const isWhole = size.perSeeker >= finder.mentors.length && !stop();
  // Rough prices find the pairs that are missing as well as exact ones do, and are close enough in the end.
  let isRough = !isWhole;
  let result = solveByAuction(problem, { ...options, isRough });
  let earlier: OverAll | null = null;
  for (let looks = 1; ; looks += 1) {
    const isStopped = stop();
    if (isWhole || isStopped) {
      const isProven = isWhole && !isStopped && checkCertificate(problem, result) === null;
      const over = isWhole ? 'all' : 'at-hand';
      const gap = isProven ? 0 : dualGap(problem, result);
      const atHand = problem.arcMentor.length;
      return bestSoFar(earlier, judged(problem, result, { gap, looked: atHand, over, isStopped }));
    }
    options.onStage?.('pricing');
    const arcs = new ArcList();
    const priced = priceAll(finder, { problem, result }, arcs, stop);
    // Stopped in the middle of the look, the next turn says what is known of the pairs at hand.
    if (priced.gap === Infinity) continue;
    const found = judged(problem, result, { gap: priced.gap, looked });
    const isClose =
      found.gap !== null && found.gap <= CLOSE_ENOUGH * totalFit(pairedBy(result), found.shortfall);
    if (isClose || (priced.added === 0 && !isRough) || looks === MOST_LOOKS) return found;
    earlier = found;
    isRough = priced.added > 0;
    const likely = mentorsOf(problem, result);
    problem = arcs.addedTo(problem);
    result = solveByAuction(problem, { ...options, isRough, likely });
  }
}

/** What is left when time runs out: the better of the last two, under what was proven over all pairs, if anything was. */
function bestSoFar(before: OverAll | null, now: OverAll): OverAll {
  if (before?.gap == null || pairedBy(now.result) !== before.maximum) return now;
  const bound = before.shortfall - before.gap;
  const better = now.shortfall < before.shortfall ? now : before;
  const { maximum, candidates } = before;
  return { ...better, maximum, candidates, gap: better.shortfall - bound, isStopped: true, over: 'all' };
}

/** By seeker: whom they have, or -1. */
const mentorsOf = ({ arcMentor }: AssignmentProblem, { arcOf }: Assignment): Int32Array =>
  arcOf.map((arc) => arcMentor[arc] ?? -1);

/** Below half a step of the bonus, which is more than all costs together, a gap is in how well, not in who is paired. */
export function judged(
  problem: AssignmentProblem,
  result: Assignment,
  {
    gap,
    looked,
    over = 'all',
    isStopped = false,
  }: { gap: number; looked: number } & Partial<Pick<OverAll, 'over' | 'isStopped'>>,
): OverAll {
  let shortfall = 0;
  for (const arc of result.arcOf) shortfall += arc === -1 ? 0 : (problem.arcCost[arc] ?? 0);
  const isMost = gap < result.units.bonusStep / 2;
  return {
    problem,
    result,
    maximum: isMost && over === 'all' ? pairedBy(result) : null,
    shortfall,
    // Rounded up: ties that differ may hide less than one unit of cost.
    gap: isMost ? Math.ceil(gap / result.units.costUnit) : null,
    candidates: looked,
    isStopped,
    over,
  };
}
