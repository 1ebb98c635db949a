import { bonuses } from '../assignment.ts';
import type { Assignment, AssignmentProblem } from '../assignment.ts';
import { never } from '../progress.ts';
import type { Stop } from '../progress.ts';
import type { ArcList } from './arc-list.ts';
import { BestFew } from './best-few.ts';
import { gapUnder, tightSurplus } from './gap.ts';
import type { PairFinder } from './pair-finder.ts';
import { PairsBelow } from './pairs-below.ts';

/** What the prices of a result over some of the pairs say about all of them. */
export interface Priced {
  /** By how much, in the units of the result, any set of admissible pairs could be worth more: 0 is proven best. */
  readonly gap: number;
  /** How many pairs were put into the list. */
  readonly added: number;
}

/** More new pairs of one seeker than this would mostly have the same mentors as everyone else's. */
const FEW_NEW = 28;
/**
 * Pairs that are worth less than the prices by no more than this, in squares of a thousandth of fit, are added too: as
 * prices move many of them come to be wanted, and each look saved is a solve saved.
 */
const ALMOST = 4000;
const ASK_EVERY = 256;

/**
 * Looks at every admissible pair, one by one or a bucket at once, with the prices of a result over some of them (column
 * generation; Dantzig and Wolfe 1960, Lee and Orlin 1993 for assignment). By weak duality nothing under the rules is worth more than all prices and
 * surpluses, once each surplus is raised to what the seeker's best pair asks for. The pairs that ask for it, or
 * almost, are the ones that were missing: the best few of each seeker are put into `arcs`. Stopped, it says nothing.
 */
export function priceAll(
  finder: PairFinder,
  { problem, result }: { problem: AssignmentProblem; result: Assignment },
  arcs: ArcList,
  stop: Stop = never,
): Priced {
  const { index, sides, seekers } = finder;
  const { price, units } = result;
  const { costUnit, tieRange } = units;
  const bonus = bonuses(problem, units);
  const surplus = tightSurplus(problem, result);
  const below = new PairsBelow(sides.seekers, index.buckets, { price, costUnit, tieRange });
  const best = new BestFew(1, FEW_NEW);
  const costOf = new Int32Array(price.length);
  const knownTo = new Int32Array(price.length).fill(-1);
  let [seeker, reach, added] = [0, 0, 0];
  /** As soon as there are enough, only what is better than the worst of them is looked for. */
  const take = (mentor: number, cost: number, asked: number): number => {
    if (knownTo[mentor] !== seeker) {
      if (finder.isAdmissible(mentor, seeker)) {
        best.add(0, mentor, asked);
        costOf[mentor] = cost;
      }
    }
    return Math.min(reach, best.worst[0] ?? 0);
  };
  for (seeker = 0; seeker < seekers.length; seeker += 1) {
    if (seeker % ASK_EVERY === 0 && stop()) return { gap: Infinity, added };
    for (let arc = problem.arcStart[seeker] ?? 0; arc < (problem.arcStart[seeker + 1] ?? 0); arc += 1) {
      knownTo[problem.arcMentor[arc] ?? 0] = seeker;
    }
    let least = (bonus[seeker] ?? 0) - (surplus[seeker] ?? 0);
    reach = least + ALMOST * costUnit;
    best.clear(0);
    below.find(seeker, reach, take);
    for (let at = 0; at < (best.count[0] ?? 0); at += 1) {
      const mentor = best.itemAt(0, at);
      arcs.add(seeker, mentor, costOf[mentor] ?? 0, finder.tie(mentor, seeker));
      least = Math.min(least, best.keyAt(0, at));
      added += 1;
    }
    surplus[seeker] = (bonus[seeker] ?? 0) - least;
  }
  return { gap: gapUnder(problem, result, surplus), added };
}
