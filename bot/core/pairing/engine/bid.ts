import { setPrices, setSurpluses } from './exact-prices.ts';
import { lowerPrices, lowerSurpluses } from './lower-prices.ts';
import { missesMentee, missesSeat } from './market.ts';
import type { Market, Standing } from './market.ts';
import { mentorsBid } from './mentors-bid.ts';
import type { Stop } from '../progress.ts';
import type { Scarcity } from './scarcity.ts';
import { Seats } from './seats.ts';
import { seekersBid } from './seekers-bid.ts';
import { settle, standUpBeyond } from './settle.ts';

interface BidOptions {
  readonly isRough: boolean;
  /** One unit of cost, and the largest cost, in units of the price. */
  readonly step: number;
  readonly largest: number;
  readonly stop: Stop;
}

/**
 * The least raise of a bid, round by round, in squares of a thousandth of fit. A finer last round makes bidding longer
 * and leaves less to repair; measured on the bench in every family at 100,000 people. The result is exact whatever
 * stands here.
 */
const RAISES = [20000, 4000, 800, 160, 32, 8];

/** For prices that need only be almost right: in all within 0.004 % of the fit, on the bench. */
const ROUGH_RAISES = RAISES.slice(0, 4);

/**
 * Rounds of bidding from coarse to fine, in each of which first the seekers who stand bid for places, and then the
 * places that are free at a price for seekers (forward and reverse auction; Bertsekas, Castañon and Tsaknakis 1993): so
 * that a price that was pushed too high by coarse bids comes down again.
 * Invariant after each round: nobody sits further from their best than its raise, and whoever must sit does.
 */
export function bid(
  market: Market,
  places: Int32Array,
  { isRough, step, largest, stop }: BidOptions,
): Standing {
  const seekers = market.mustSeeker.length;
  const standing: Standing = {
    seats: new Seats(seekers, places),
    seatCost: new Float64Array(seekers),
    price: new Float64Array(places.length),
    surplus: new Float64Array(seekers),
  };
  const everySeeker = allOf(seekers);
  const everyMentor = allOf(places.length);
  for (const raise of isRough ? ROUGH_RAISES : RAISES) {
    if (stop()) break;
    const least = Math.max(1, Math.min(raise * step, Math.floor(largest / 8)));
    const by = { least, most: largest + 1 };
    setSurpluses(market, standing, everySeeker);
    standUpBeyond(standing, everySeeker, least);
    const without = everySeeker.filter((seeker) => missesSeat(market, standing, seeker));
    seekersBid(market, standing, without, by, stop);
    setSurpluses(market, standing, everySeeker);
    const open = everyMentor.filter((mentor) => missesMentee(market, standing, mentor));
    mentorsBid(market, standing, open, by, stop);
    setPrices(market, standing, everyMentor);
  }
  return standing;
}

/**
 * Makes the prices that bidding ended with exact: what is left unproven are a few people who stand and a few places with
 * a price, for `Repair`.
 */
export function makeExact(market: Market, scarcity: Scarcity, standing: Standing): void {
  const [enough, scarce] = [partOf(scarcity, (level) => level === 0), partOf(scarcity, (level) => level > 0)];
  lowerPrices(market, standing, enough);
  lowerSurpluses(market, standing, scarce);
  // Each part is settled by those in it who can all be served.
  settle(market, standing, { seekers: enough.seekers, mentors: scarce.mentors });
}

function partOf({ ofSeeker, ofMentor }: Scarcity, isMeant: (level: number) => boolean) {
  const whoHas = (levels: Int32Array): Int32Array =>
    allOf(levels.length).filter((at) => isMeant(levels[at] ?? 0));
  return { seekers: whoHas(ofSeeker), mentors: whoHas(ofMentor) };
}

/** The numbers below `count`. */
function allOf(count: number): Int32Array {
  const all = new Int32Array(count);
  for (let at = 0; at < count; at += 1) all[at] = at;
  return all;
}
