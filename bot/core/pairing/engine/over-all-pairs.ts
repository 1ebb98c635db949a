import { pairedBy } from '../assignment.ts';
import type { Assignment, AssignmentProblem } from '../assignment.ts';
import { checkCertificate } from '../certificate.ts';
import { totalFit } from '../fit.ts';
import { never } from '../progress.ts';
import type { Control, Stop } from '../progress.ts';
import { ArcList } from './arc-list.ts';
import { solveByAuction } from './engine.ts';
import { dualGap } from './gap.ts';
import type { PairFinder } from './pair-finder.ts';
import { NOTHING_KEPT, withKept } from './kept-arcs.ts';
import type { Kept } from './kept-arcs.ts';
import { priceAll } from './price-all.ts';
import { shortlist, shortlistSize } from './shortlist.ts';
import type { Shortlist, ShortlistSize } from './shortlist.ts';

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
  /** How many pairs were looked at one by one: where all are held, all there are (`Shortlist.looked`). */
  readonly candidates: number;
  /** Whether the problem holds every admissible pair. */
  readonly isWhole: boolean;
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
  let problem = firstPairs(finder, size, { kept, stop });
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
      return bestSoFar(earlier, judged(problem, result, { gap, looked: atHand, over, isStopped, isWhole }));
    }
    options.onStage?.('pricing');
    const arcs = new ArcList();
    const priced = priceAll(finder, { problem, result }, arcs, stop);
    // Stopped in the middle of the look, the next turn says what is known of the pairs at hand.
    if (priced.gap === Infinity) continue;
    earlier = judged(problem, result, { gap: priced.gap, looked: problem.looked });
    if (isClose(earlier) || (priced.added === 0 && !isRough) || looks === MOST_LOOKS) return earlier;
    isRough = priced.added > 0;
    problem = arcs.addedTo(problem);
    earlier = inLarger(earlier, problem);
    result = solveByAuction(problem, { ...options, isRough, likely: mentorsOf(earlier) });
  }
}

function firstPairs(
  finder: PairFinder,
  size: ShortlistSize,
  { kept, stop }: { kept: Kept; stop: Stop },
): Shortlist {
  const few = shortlist(finder, size, stop);
  return { ...withKept(few, kept), looked: few.looked };
}

const isClose = ({ gap, shortfall, result }: OverAll): boolean =>
  gap !== null && gap <= CLOSE_ENOUGH * totalFit(pairedBy(result), shortfall);

/** The same pairs in a problem with more arcs behind those of each seeker, so that two need not be held. */
function inLarger(found: OverAll, problem: AssignmentProblem): OverAll {
  const before = found.problem.arcStart;
  const arcOf = found.result.arcOf.map((arc, seeker) =>
    arc === -1 ? -1 : arc - (before[seeker] ?? 0) + (problem.arcStart[seeker] ?? 0),
  );
  return { ...found, problem, result: { ...found.result, arcOf } };
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
const mentorsOf = ({ problem, result }: OverAll): Int32Array =>
  result.arcOf.map((arc) => problem.arcMentor[arc] ?? -1);

/** Below half a step of the bonus, which is more than all costs together, a gap is in how well, not in who is paired. */
export function judged(
  problem: AssignmentProblem,
  result: Assignment,
  {
    gap,
    looked,
    over = 'all',
    isStopped = false,
    isWhole = false,
  }: { gap: number; looked: number } & Partial<Pick<OverAll, 'over' | 'isStopped' | 'isWhole'>>,
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
    isWhole,
    over,
  };
}
