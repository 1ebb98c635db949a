import { aimUnits, waitingRanks } from '../assignment.ts';
import type { Assignment, AssignmentProblem, SolveAssignment } from '../assignment.ts';
import { lowerPrices } from './lower-prices.ts';
import { mustBeFull, mustBeSeated, usefulArcs } from './market.ts';
import type { Market, Standing } from './market.ts';
import { finishByCount } from './finish.ts';
import { mentorsBid } from './mentors-bid.ts';
import { seatMost } from './most-pairs.ts';
import { provePrices } from './prices.ts';
import { Repair } from './repair.ts';
import { sortedSides } from './rows.ts';
import { splitByScarcity } from './scarcity.ts';
import type { Scarcity } from './scarcity.ts';
import { NONE, Seats, usablePlaces } from './seats.ts';
import { seekersBid } from './seekers-bid.ts';
import { settle, standUp } from './settle.ts';
import { never } from '../progress.ts';
import type { Control, Stop } from '../progress.ts';

/**
 * The engine for rounds of any size: settles the first two aims on the bare graph, splits it where places are scarce,
 * lets the scarce side bid for the other, and repairs the result to the exact optimum with prices that prove it.
 * When it is stopped it returns as many pairs, not proven to be the best ones: `checkCertificate` then finds a fault
 * and `dualGap` says by how much at most.
 */
export function solveByAuction(problem: AssignmentProblem, options: Control = {}): Assignment {
  const { stop = never, onStage } = options;
  const largest = problem.arcCost.reduce((most, cost) => Math.max(most, cost), problem.largestCost ?? 0);
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
  if (!new Repair(market, standing, stop).run()) finishByCount(market, standing, counted);
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

/**
 * The least raise of a bid, in squares of a thousandth of fit. Less makes bidding longer, more leaves more to repair;
 * measured on the bench at 20,000 and 100,000 people. The result is exact whatever stands here.
 */
const SEEKERS_RAISE = [400];
const MENTORS_RAISE = 200;
/**
 * Where there are hardly more places than seekers, as there never are among peers, a few rounds of bidding from coarse
 * to fine (Bertsekas 1979) leave far less to repair: a quarter of the time at 100,000 peers.
 */
const TIGHT_RAISE = [20_000, 2000, 200, 20, 4];
const isTight = (seekers: number, places: number): boolean => places * 100 <= seekers * 101;

function bid(market: Market, scarcity: Scarcity, { places, step, largest, stop }: BidOptions): Standing {
  const seekers = market.mustSeeker.length;
  const standing: Standing = {
    seats: new Seats(seekers, places),
    rowOf: new Int32Array(seekers).fill(NONE),
    price: new Float64Array(places.length),
    surplus: new Float64Array(seekers),
  };
  const ofSeekers = whoHas(scarcity.ofSeeker, (level) => level === 0);
  const ofMentors = whoHas(scarcity.ofMentor, (level) => level > 0);
  const raise = (least: number) => ({
    least: Math.max(1, Math.min(least * step, Math.floor(largest / 8))),
    most: largest + 1,
  });
  const withRoom = whoHas(scarcity.ofMentor, (level) => level === 0);
  const open = withRoom.reduce((sum, mentor) => sum + (places[mentor] ?? 0), 0);
  for (const least of isTight(ofSeekers.length, open) ? TIGHT_RAISE : SEEKERS_RAISE) {
    for (const seeker of ofSeekers) standUp(standing, seeker);
    seekersBid(market, standing, ofSeekers, raise(least), stop);
  }
  lowerPrices(market, standing, ofSeekers, withRoom);
  mentorsBid(market, standing, ofMentors, raise(MENTORS_RAISE), stop);
  settle(market, standing, { seekers: ofSeekers, mentors: ofMentors });
  return standing;
}

function whoHas(levels: Int32Array, isMeant: (level: number) => boolean): Int32Array {
  return Int32Array.from(levels.keys()).filter((at) => isMeant(levels[at] ?? 0));
}
