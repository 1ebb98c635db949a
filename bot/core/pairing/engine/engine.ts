import { aimUnits, waitingRanks } from '../assignment.ts';
import type { Assignment, AssignmentProblem, SolveAssignment } from '../assignment.ts';
import { never } from '../progress.ts';
import type { Control } from '../progress.ts';
import { bid } from './bid.ts';
import { countOf, finishByCount } from './finish.ts';
import { mustBeFull, mustBeSeated, usefulArcs } from './market.ts';
import type { Market } from './market.ts';
import { seatMost } from './most-pairs.ts';
import { provePrices } from './prices.ts';
import { Repair } from './repair.ts';
import { sortedSides } from './rows.ts';
import { splitByScarcity } from './scarcity.ts';
import { Seats, usablePlaces } from './seats.ts';

/**
 * `roughAbove`: where more than this can be paired it is left at prices that are almost right, for whoever will look for
 * more pairs anyway.
 */
type SolveOptions = Control & { readonly roughAbove?: number };

/**
 * The engine for rounds of any size: settles the first two aims on the bare graph, splits it where places are scarce,
 * lets the scarce side bid for the other, and repairs the result to the exact optimum with prices that prove it.
 * When it is stopped it returns as many pairs, not proven to be the best ones: `checkCertificate` then finds a fault
 * and `dualGap` says by how much at most.
 */
export function solveByAuction(
  problem: AssignmentProblem,
  { stop = never, onStage, roughAbove = Infinity }: SolveOptions = {},
): Assignment {
  const largest = problem.arcCost.reduce((most, cost) => Math.max(most, cost), problem.largestCost ?? 0);
  const units = aimUnits(problem.waiting.length, largest, new Set(problem.waiting).size);
  const worth = waitingRanks(problem.waiting).map((rank) => rank + 1);
  onStage?.('counting');
  const places = usablePlaces(problem.capacity, problem.arcMentor);
  const counted = new Seats(worth.length, places);
  seatMost(problem, worth, counted, never);
  const scarcity = splitByScarcity(problem, worth, counted);
  const market: Market = {
    ...sortedSides(problem, units, usefulArcs(problem, worth, scarcity)),
    mustSeeker: mustBeSeated(worth, scarcity),
    mustMentor: mustBeFull(scarcity),
  };
  onStage?.('bidding');
  const standing = bid(market, scarcity, {
    places,
    step: units.costUnit,
    largest: largest * units.costUnit,
    stop,
  });
  onStage?.('repairing');
  const isRough = countOf(counted) > roughAbove;
  if (isRough || !new Repair(market, standing, stop).run()) finishByCount(market, standing, counted);
  onStage?.('proving');
  return provePrices({ worth, scarcity, market, standing, units });
}

export const solveByEngine: SolveAssignment = (problem) => solveByAuction(problem);
