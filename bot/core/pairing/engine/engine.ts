import { aimUnits, waitingRanks } from '../assignment.ts';
import type { Assignment, AssignmentProblem, SolveAssignment } from '../assignment.ts';
import { never } from '../progress.ts';
import type { Control } from '../progress.ts';
import { bid } from './bid.ts';
import { countOf, finishByCount } from './finish.ts';
import { mustBeFull, mustBeSeated, scarceFor, usefulArcs } from './market.ts';
import type { Market } from './market.ts';
import { seatMost } from './most-pairs.ts';
import { provePrices } from './prices.ts';
import { Repair } from './repair.ts';
import { sortedSides } from './rows.ts';
import { splitByScarcity } from './scarcity.ts';
import { Seats, usablePlaces } from './seats.ts';

type SolveOptions = Control & {
  /** Where more than this can be paired prices need only be almost right, as somebody will look for more pairs anyway. */
  readonly roughAbove?: number;
  /** The mentor by seeker, or -1, of an earlier result over some of these arcs: counting starts from it. */
  readonly before?: Int32Array | undefined;
};

/**
 * The engine for rounds of any size: settles the first two aims on the bare graph, splits it where places are scarce,
 * lets the scarce side bid for the other, and repairs the result to the exact optimum with prices that prove it.
 * When it is stopped it returns as many pairs, not proven to be the best ones: `checkCertificate` then finds a fault
 * and `dualGap` says by how much at most.
 */
export function solveByAuction(
  problem: AssignmentProblem,
  { stop = never, onStage, roughAbove = Infinity, before }: SolveOptions = {},
): Assignment {
  const largest = problem.arcCost.reduce((most, cost) => Math.max(most, cost), problem.largestCost ?? 0);
  const units = aimUnits(problem.waiting.length, largest, new Set(problem.waiting).size);
  const worth = waitingRanks(problem.waiting).map((rank) => rank + 1);
  onStage?.('counting');
  const places = usablePlaces(problem.capacity, problem.arcMentor);
  const counted = new Seats(worth.length, places);
  seatMost(problem, worth, counted, before);
  const isRough = countOf(counted) > roughAbove;
  const scarcity = splitByScarcity(problem, worth, counted);
  const market: Market = {
    ...sortedSides(problem, units, usefulArcs(problem, worth, scarcity)),
    mustSeeker: mustBeSeated(worth, scarcity),
    mustMentor: mustBeFull(scarcity),
    isScarceFor: scarceFor(scarcity),
  };
  onStage?.('bidding');
  const standing = bid(market, scarcity, {
    places,
    step: units.costUnit,
    largest: largest * units.costUnit,
    isRough,
    stop,
  });
  onStage?.('repairing');
  if (isRough || !new Repair(market, standing, stop).run()) finishByCount(market, standing, counted);
  onStage?.('proving');
  return provePrices({ worth, scarcity, market, standing, units });
}

export const solveByEngine: SolveAssignment = (problem) => solveByAuction(problem);
