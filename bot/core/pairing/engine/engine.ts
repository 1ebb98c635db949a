import { aimUnits, waitingRanks } from '../assignment.ts';
import type { Assignment, AssignmentProblem, SolveAssignment, SolveOptions } from '../assignment.ts';
import { never } from '../progress.ts';
import type { Control } from '../progress.ts';
import { bid, makeExact } from './bid.ts';
import { mentorsByCount } from './finish.ts';
import { largestOf } from './largest.ts';
import { mustBeFull, mustBeSeated, scarceFor, usefulArcs } from './market.ts';
import type { Market } from './market.ts';
import { seatMost } from './most-pairs.ts';
import { provePrices } from './prices.ts';
import { Repair } from './repair.ts';
import { splitByScarcity } from './scarcity.ts';
import { Seats, usablePlaces } from './seats.ts';
import { sortedSides } from './sorted-sides.ts';

type AuctionOptions = Control &
  SolveOptions & {
    /** By seeker a mentor they may have, or -1: counting begins with these. */
    readonly likely?: Int32Array | undefined;
  };

/**
 * The engine for rounds of any size: settles the first two aims on the bare graph, splits it where places are scarce,
 * lets the scarce side bid for the other, and repairs the result to the exact optimum with prices that prove it.
 * When it is stopped it returns as many pairs, not proven to be the best ones: `checkCertificate` then finds a fault
 * and `dualGap` says by how much at most.
 */
export function solveByAuction(
  problem: AssignmentProblem,
  { stop = never, onStage, isRough = false, isBothWays = false, likely }: AuctionOptions = {},
): Assignment {
  const largest = Math.max(largestOf(problem.arcCost), problem.largestCost ?? 0);
  const units = aimUnits(problem.waiting.length, largest, new Set(problem.waiting).size);
  const worth = waitingRanks(problem.waiting).map((rank) => rank + 1);
  onStage?.('counting');
  const places = usablePlaces(problem.capacity, problem.arcMentor);
  const counted = new Seats(worth.length, places);
  seatMost(problem, worth, counted, likely);
  const scarcity = splitByScarcity(problem, worth, counted);
  const market: Market = {
    ...sortedSides(problem, units, { ...usefulArcs(problem, worth, scarcity), isBothWays }),
    mustSeeker: mustBeSeated(worth, scarcity),
    mustMentor: mustBeFull(scarcity),
    isScarceFor: scarceFor(scarcity),
  };
  onStage?.('bidding');
  const standing = bid(market, places, {
    isRough,
    step: units.costUnit,
    largest: largest * units.costUnit,
    stop,
  });
  onStage?.('repairing');
  if (!isRough) makeExact(market, scarcity, standing);
  const isWhole = !isRough && new Repair(market, standing, stop).run();
  const mentorOf = isWhole ? standing.seats.mentorOf : mentorsByCount(market, standing.seats, counted);
  onStage?.('proving');
  return provePrices(problem, { worth, scarcity, standing, units, mentorOf });
}

export const solveByEngine: SolveAssignment = (problem, options) => solveByAuction(problem, options);
