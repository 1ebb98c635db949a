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
const FEW_NEW = 20;
/**
 * Pairs that are worth less than the prices by no more than this, in squares of a thousandth of fit, are added too: as
 * prices move many of them come to be wanted, and each look saved is a solve saved.
 */
const ALMOST = 8000;
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
  const { index, seekers } = finder;
  const { price, units } = result;
  const { costUnit, tieRange } = units;
  const bonus = bonuses(problem, units);
  const surplus = tightSurplus(problem, result);
  const below = new PairsBelow(index.buckets, price, costUnit);
  const best = new BestFew(1, FEW_NEW);
  const knownTo = new Int32Array(price.length).fill(-1);
  let added = 0;
  for (const [seeker, person] of seekers.entries()) {
    if (seeker % ASK_EVERY === 0 && stop()) return { gap: Infinity, added };
    const limit = (bonus[seeker] ?? 0) - (surplus[seeker] ?? 0);
    best.clear(0);
    let least = limit;
    const reach = limit + ALMOST * costUnit;
    const found = below.find(person, reach);
    for (let arc = problem.arcStart[seeker] ?? 0; arc < (problem.arcStart[seeker + 1] ?? 0); arc += 1) {
      knownTo[problem.arcMentor[arc] ?? 0] = seeker;
    }
    for (let at = 0; at < found; at += 1) {
      const mentor = below.mentor[at] ?? 0;
      const asked = (below.cost[at] ?? 0) * costUnit + (price[mentor] ?? 0);
      if (asked >= (best.worst[0] ?? 0) || knownTo[mentor] === seeker) continue;
      const whole = tieRange === 1 ? asked : asked + (finder.tie(mentor, seeker) % tieRange);
      if (whole >= reach || whole >= (best.worst[0] ?? 0) || !finder.isAdmissible(mentor, seeker)) continue;
      best.add(0, at, whole);
      if (whole < least) least = whole;
    }
    surplus[seeker] = (bonus[seeker] ?? 0) - least;
    for (let at = 0; at < (best.count[0] ?? 0); at += 1) {
      const place = best.itemAt(0, at);
      const mentor = below.mentor[place] ?? 0;
      arcs.add(seeker, mentor, below.cost[place] ?? 0, finder.tie(mentor, seeker));
      added += 1;
    }
  }
  return { gap: gapUnder(problem, result, surplus), added };
}
