import { Floors } from './floors.ts';
import type { Market, Standing } from './market.ts';
import { NONE } from './seats.ts';
import type { Stop } from '../progress.ts';

const ASK_EVERY = 8192;

/** The most that a bid raises a price by, when there is no second choice, and the least. */
export interface Raise {
  readonly least: number;
  readonly most: number;
}

/**
 * Auction in which seekers bid for places (Bertsekas 1979; several like places: Bertsekas and Castañon 1989). A mentor
 * has one price, and once it is full the lowest bid it holds.
 * Invariant: nobody sits more than `raise.least` away from their best choice at the present prices, staying alone among
 * them for whoever need not be seated; prices only rise, and only those of full mentors. Ends because there is a place
 * for everyone who must be seated.
 */
export function seekersBid(
  market: Market,
  standing: Standing,
  bidders: Int32Array,
  raise: Raise,
  stop: Stop,
): void {
  const { start, to, cost } = market.rows;
  const { seats, seatCost, price } = standing;
  const bids = new Float64Array(seats.seeker.length);
  for (const [mentor, own] of price.entries()) bids.fill(own, seats.start[mentor], seats.start[mentor + 1]);
  const floors = new Floors(market);
  floors.ofPrices(price);
  const queue = bidders.slice();
  const size = queue.length;
  let [head, waiting] = [0, size];
  for (let count = 0; waiting > 0; count += 1) {
    if (count % ASK_EVERY === 0 && stop()) return;
    const seeker = queue[head] ?? 0;
    head = head + 1 === size ? 0 : head + 1;
    waiting -= 1;
    let best = market.mustSeeker[seeker] === 1 ? Infinity : 0;
    let second = best;
    let bestAt = NONE;
    const floor = floors.forSeeker(seeker);
    for (let at = start[seeker] ?? 0, end = start[seeker + 1] ?? 0; at < end; at += 1) {
      const own = cost[at] ?? 0;
      if (own + floor >= second) break;
      const value = own + (price[to[at] ?? 0] ?? 0);
      if (value < best) {
        second = best;
        best = value;
        bestAt = at;
      } else if (value < second) second = value;
    }
    if (bestAt === NONE) continue;
    const mentor = to[bestAt] ?? 0;
    const bid = (price[mentor] ?? 0) + Math.min(second - best, raise.most) + raise.least;
    const outbid = takeSeat(standing, bids, seeker, mentor, bid);
    seatCost[seeker] = cost[bestAt] ?? 0;
    if (outbid === NONE) continue;
    let tail = head + waiting;
    if (tail >= size) tail -= size;
    queue[tail] = outbid;
    waiting += 1;
  }
  function takeSeat(
    { seats }: Standing,
    held: Float64Array,
    seeker: number,
    mentor: number,
    bid: number,
  ): number {
    const first = seats.start[mentor] ?? 0;
    const used = seats.used[mentor] ?? 0;
    const places = seats.places[mentor] ?? 0;
    let outbid = NONE;
    let seat = first + used;
    if (used < places) seats.used[mentor] = used + 1;
    else {
      seat = lowest(held, first, first + places);
      outbid = seats.seeker[seat] ?? NONE;
      seats.mentorOf[outbid] = NONE;
    }
    seats.seeker[seat] = seeker;
    seats.mentorOf[seeker] = mentor;
    held[seat] = bid;
    if (used + 1 >= places) price[mentor] = held[lowest(held, first, first + places)] ?? 0;
    return outbid;
  }
}

function lowest(held: Float64Array, from: number, to: number): number {
  let seat = from;
  for (let at = from + 1; at < to; at += 1) if ((held[at] ?? 0) < (held[seat] ?? 0)) seat = at;
  return seat;
}
