import { aimUnits, waitingRanks } from '../assignment.ts';
import type { AimUnits, Assignment, AssignmentProblem, SolveAssignment } from '../assignment.ts';
import { never } from '../progress.ts';
import type { Control } from '../progress.ts';
import { bid } from './bid.ts';
import { finishByCount } from './finish.ts';
import { mustBeFull, mustBeSeated, usefulArcs } from './market.ts';
import type { Market, Standing } from './market.ts';
import { seatMost } from './most-pairs.ts';
import { provePrices } from './prices.ts';
import { Repair } from './repair.ts';
import { sortedSides } from './rows.ts';
import { leastWithinReach, splitByScarcity } from './scarcity.ts';
import type { Scarcity } from './scarcity.ts';
import { NONE, Seats, usablePlaces } from './seats.ts';
import { settleSeeker } from './settle.ts';

/** A result, and what solving again with a few more arcs can begin from. */
export interface Solved {
  readonly result: Assignment;
  readonly worth: Int32Array;
  readonly units: AimUnits;
  readonly scarcity: Scarcity;
  readonly standing: Standing;
}

/**
 * The engine for rounds of any size: settles the first two aims on the bare graph, splits it where places are scarce,
 * lets the scarce side bid for the other, and repairs the result to the exact optimum with prices that prove it.
 * When it is stopped it returns as many pairs, not proven to be the best ones: `checkCertificate` then finds a fault
 * and `dualGap` says by how much at most.
 */
export function solveByAuction(problem: AssignmentProblem, control: Control = {}): Assignment {
  return solveFresh(problem, control).result;
}

export const solveByEngine: SolveAssignment = (problem) => solveByAuction(problem);

/** As `solveByAuction`, with everything that `solveAgain` needs. */
export function solveFresh(problem: AssignmentProblem, { stop = never, onStage }: Control = {}): Solved {
  const largest = problem.arcCost.reduce((most, cost) => Math.max(most, cost), problem.largestCost ?? 0);
  const units = aimUnits(problem.waiting.length, largest, new Set(problem.waiting).size);
  const worth = waitingRanks(problem.waiting).map((rank) => rank + 1);
  onStage?.('counting');
  const places = usablePlaces(problem.capacity, problem.arcMentor);
  const counted = new Seats(worth.length, places);
  seatMost(problem, worth, counted, never);
  const scarcity = splitByScarcity(problem, worth, counted);
  const market = marketOf(problem, { worth, units, scarcity });
  onStage?.('bidding');
  const standing = bid(market, scarcity, {
    places,
    step: units.costUnit,
    largest: largest * units.costUnit,
    stop,
  });
  onStage?.('repairing');
  if (!new Repair(market, standing, stop).run()) finishByCount(market, standing, counted);
  onStage?.('proving');
  const result = provePrices({ worth, scarcity, market, standing, units });
  return { result, worth, units, scarcity, standing };
}

type Known = Pick<Solved, 'worth' | 'units' | 'scarcity'>;

function marketOf(problem: AssignmentProblem, { worth, units, scarcity }: Known): Market {
  return {
    ...sortedSides(problem, units, usefulArcs(problem, worth, scarcity)),
    mustSeeker: mustBeSeated(worth, scarcity),
    mustMentor: mustBeFull(scarcity),
  };
}

/**
 * Solves a problem that has a few more arcs than the one before, none of which lets more people be paired: everyone
 * keeps their seat unless a new arc is worth more to them at the present prices, and only these are repaired.
 */
export function solveAgain(
  problem: AssignmentProblem,
  before: Solved,
  { stop = never, onStage }: Control = {},
): Solved {
  const { worth, units } = before;
  const ofMentor = before.scarcity.ofMentor;
  const scarcity: Scarcity = { ofMentor, ofSeeker: leastWithinReach(problem, ofMentor) };
  const market = marketOf(problem, { worth, units, scarcity });
  onStage?.('repairing');
  const standing = seatedAsBefore(market, before, usablePlaces(problem.capacity, problem.arcMentor));
  const counted = seatedAsBefore(market, before, standing.seats.places);
  for (let seeker = 0; seeker < worth.length; seeker += 1) settleSeeker(market, standing, seeker);
  if (!new Repair(market, standing, stop).run()) finishByCount(market, standing, counted.seats);
  onStage?.('proving');
  const result = provePrices({ worth, scarcity, market, standing, units });
  return { result, worth, units, scarcity, standing };
}

/** Everyone on the seat they had, at the prices there were; nothing is settled yet. */
function seatedAsBefore({ rows }: Market, { standing }: Solved, places: Int32Array): Standing {
  const { mentorOf } = standing.seats;
  const seats = new Seats(mentorOf.length, places);
  const rowOf = new Int32Array(mentorOf.length).fill(NONE);
  for (const [seeker, mentor] of mentorOf.entries()) {
    if (mentor === NONE) continue;
    seats.sit(seeker, mentor);
    rowOf[seeker] = rows.to.subarray(0, rows.start[seeker + 1]).indexOf(mentor, rows.start[seeker]);
  }
  return { seats, rowOf, price: standing.price.slice(), surplus: standing.surplus.slice() };
}
