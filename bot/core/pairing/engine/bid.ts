import { lowerPrices } from './lower-prices.ts';
import type { Market, Standing } from './market.ts';
import { mentorsBid } from './mentors-bid.ts';
import type { Stop } from '../progress.ts';
import type { Scarcity } from './scarcity.ts';
import { NONE, Seats } from './seats.ts';
import { seekersBid } from './seekers-bid.ts';
import { settle, standUp } from './settle.ts';

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
/** With many more places than seekers bidding wars are short, and finer bids halve what is left to repair. */
const ROOMY_RAISE = [50];
const MENTORS_RAISE = 200;
/**
 * Where there are hardly more places than seekers, as there never are among peers, a few rounds of bidding from coarse
 * to fine (Bertsekas 1979) leave far less to repair: a quarter of the time at 100,000 peers.
 */
const TIGHT_RAISE = [20_000, 2000, 200, 20, 4];
function raisesFor(seekers: number, places: number): readonly number[] {
  if (isTight(seekers, places)) return TIGHT_RAISE;
  return places * 100 >= seekers * 115 ? ROOMY_RAISE : SEEKERS_RAISE;
}
const isTight = (seekers: number, places: number): boolean => places * 100 <= seekers * 101;

/**
 * Lets the side that is scarce bid for the other, and makes the prices exact: what is left unproven are a few people
 * who stand and a few places with a price, for `Repair`.
 */
export function bid(
  market: Market,
  scarcity: Scarcity,
  { places, step, largest, stop }: BidOptions,
): Standing {
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
  for (const least of raisesFor(ofSeekers.length, open)) {
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
