import { aimUnits, waitingRanks } from '../assignment.ts';
import type { Assignment, AssignmentProblem, SolveAssignment } from '../assignment.ts';
import { mustBeFull, mustBeSeated, usefulArcs } from './market.ts';
import type { Market, Standing } from './market.ts';
import { mentorsBid } from './mentors-bid.ts';
import { seatMost } from './most-pairs.ts';
import { provePrices } from './prices.ts';
import { Repair } from './repair.ts';
import { sortedSides } from './rows.ts';
import { splitByScarcity } from './scarcity.ts';
import type { Scarcity } from './scarcity.ts';
import { NONE, Seats, usablePlaces } from './seats.ts';
import { seekersBid } from './seekers-bid.ts';
import { settle } from './settle.ts';
import { never } from './stop.ts';
import type { Stop } from './stop.ts';

export const STAGES = ['counting', 'bidding', 'repairing', 'proving'] as const;
/** What the engine is doing: how many can be paired, who roughly, who exactly, and the proof. */
export type Stage = (typeof STAGES)[number];

export interface EngineOptions {
  readonly stop?: Stop;
  readonly onStage?: (stage: Stage) => void;
}

/**
 * The engine for rounds of any size: settles the first two aims on the bare graph, splits it where places are scarce,
 * lets the scarce side bid for the other, and repairs the result to the exact optimum with prices that prove it.
 * When it is stopped it returns as many pairs, not proven to be the best ones: `checkCertificate` then finds a fault
 * and `dualGap` says by how much at most.
 */
export function solveByAuction(problem: AssignmentProblem, options: EngineOptions = {}): Assignment {
  const { stop = never, onStage } = options;
  const largest = problem.arcCost.reduce((most, cost) => Math.max(most, cost), 0);
  const units = aimUnits(problem.waiting.length, largest, new Set(problem.waiting).size);
  const worth = waitingRanks(problem.waiting).map((rank) => rank + 1);
  onStage?.('counting');
  const places = usablePlaces(problem.capacity, problem.arcMentor);
  const counted = new Seats(worth.length, places);
  seatMost(problem, worth, counted, never);
  const scarcity = splitByScarcity(problem, worth, counted);
  const kept = usefulArcs(problem, worth, scarcity);
  const market: Market = {
    ...sortedSides(problem, units, kept),
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
  if (!new Repair(market, standing, stop).run()) finishByCount(problem, worth, market, standing);
  onStage?.('proving');
  return provePrices({ worth, scarcity, market, standing, units });
}

export const solveByEngine: SolveAssignment = (problem) => solveByAuction(problem);

interface BidOptions {
  readonly places: Int32Array;
  readonly step: number;
  readonly largest: number;
  readonly stop: Stop;
}

/** How far from exact the bidding may end, in squares of a thousandth of fit: less takes longer, more leaves more to repair. */
const ROUGHLY = 2000;

function bid(market: Market, scarcity: Scarcity, { places, step, largest, stop }: BidOptions): Standing {
  const seekers = market.mustSeeker.length;
  const standing: Standing = {
    seats: new Seats(seekers, places),
    rowOf: new Int32Array(seekers).fill(NONE),
    price: new Float64Array(places.length),
    surplus: new Float64Array(seekers),
  };
  const raise = { least: Math.max(1, Math.min(ROUGHLY * step, Math.floor(largest / 8))), most: largest + 1 };
  const ofSeekers = whoHas(scarcity.ofSeeker, (level) => level === 0);
  const ofMentors = whoHas(scarcity.ofMentor, (level) => level > 0);
  seekersBid(market, standing, ofSeekers, raise, stop);
  mentorsBid(market, standing, ofMentors, raise, stop);
  settle(market, standing, { seekers: ofSeekers, mentors: ofMentors });
  return standing;
}

function whoHas(levels: Int32Array, isMeant: (level: number) => boolean): Int32Array {
  return Int32Array.from(levels.keys()).filter((at) => isMeant(levels[at] ?? 0));
}

/** What was found so far, filled up to as many pairs as there can be. */
function finishByCount(
  problem: AssignmentProblem,
  worth: Int32Array,
  market: Market,
  standing: Standing,
): void {
  const { seats, rowOf } = standing;
  const before = seats.mentorOf.slice();
  seatMost(problem, worth, seats, never);
  for (let seeker = 0; seeker < before.length; seeker += 1) {
    const mentor = seats.mentorOf[seeker] ?? NONE;
    if (mentor === before[seeker]) continue;
    rowOf[seeker] = market.rows.to.subarray(0, market.rows.start[seeker + 1]).lastIndexOf(mentor);
  }
}
