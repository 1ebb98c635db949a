import type { Market, Standing } from './market.ts';
import type { Rows } from './rows.ts';
import { NONE } from './seats.ts';

/**
 * Where the bidding ended in a circle of moves that would be better, lowering would go round for ever. Measured with the
 * looks below: whom it leaves to be brought in one by one are a third of those left by two times and one look.
 */
const MOST_TIMES = 10;
/** Nor is it worth looking at every arc more often than this. */
const MOST_LOOKS = 5;

interface Part {
  readonly seekers: Int32Array;
  readonly mentors: Int32Array;
}

/** One side of a market as those whose prices are to fall, and the other as those who pay them. */
interface Sale {
  readonly price: Float64Array;
  /** 1 where a price may fall below zero. */
  readonly must: Uint8Array;
  readonly arcs: Rows;
  readonly buyersOf: (seller: number) => Int32Array;
  readonly sellersOf: (buyer: number) => Int32Array;
  /** By buyer: the best choice besides what they hold. */
  readonly second: Float64Array;
  /** What two who are together cost, without the price. */
  readonly costOf: (seller: number, buyer: number) => number;
}

/** Prices of mentors, where there are places enough. */
export function lowerPrices(market: Market, standing: Standing, { seekers, mentors }: Part): void {
  const { seats, seatCost, price } = standing;
  const holds = (seeker: number, mentor: number): boolean => seats.mentorOf[seeker] === mentor;
  lower(mentors, {
    price,
    must: market.mustMentor,
    arcs: market.columns,
    buyersOf: (mentor) => seats.heldBy(mentor),
    sellersOf: (seeker) => mentorOf(standing, seeker),
    second: secondChoices(market.rows, price, seekers, holds),
    costOf: (_mentor, seeker) => seatCost[seeker] ?? 0,
  });
}

/** What seekers keep, where places are scarce. */
export function lowerSurpluses(market: Market, standing: Standing, { seekers, mentors }: Part): void {
  const { seats, seatCost, surplus } = standing;
  const holds = (mentor: number, seeker: number): boolean => seats.mentorOf[seeker] === mentor;
  lower(seekers, {
    price: surplus,
    must: market.mustSeeker,
    arcs: market.rows,
    buyersOf: (seeker) => mentorOf(standing, seeker),
    sellersOf: (mentor) => seats.heldBy(mentor),
    second: secondChoices(market.columns, surplus, mentors, holds),
    costOf: (seeker) => seatCost[seeker] ?? 0,
  });
}

/** As a list: nobody, or one. */
const mentorOf = ({ seats }: Standing, seeker: number): Int32Array =>
  seats.mentorOf.subarray(seeker, seats.mentorOf[seeker] === NONE ? seeker : seeker + 1);

/**
 * After bidding most of those who are together pay a little more than they need to, since every bid is a little too
 * high. Here prices come down, a few times each, to what the next best choices of those who pay them ask for, and no
 * lower than 0 where nobody must (label correcting in the residual graph).
 * Invariant: prices only fall, and only those that somebody pays.
 */
function lower(sellers: Int32Array, { price, must, arcs, buyersOf, sellersOf, second, costOf }: Sale): void {
  const times = new Uint8Array(price.length);
  const queue = [...sellers];
  const isQueued = new Uint8Array(price.length).fill(1);
  let looks = MOST_LOOKS * arcs.to.length;
  for (let head = 0; head < queue.length && looks > 0; head += 1) {
    const seller = queue[head] ?? 0;
    isQueued[seller] = 0;
    const buyers = buyersOf(seller);
    let now = price[seller] ?? 0;
    for (const buyer of buyers) now = Math.min(now, (second[buyer] ?? 0) - costOf(seller, buyer));
    if (must[seller] !== 1) now = Math.max(0, now);
    if (now >= (price[seller] ?? 0)) continue;
    price[seller] = now;
    times[seller] = (times[seller] ?? 0) + 1;
    const [from, end] = [arcs.start[seller] ?? 0, arcs.start[seller + 1] ?? 0];
    looks -= end - from;
    for (let at = from; at < end; at += 1) {
      const buyer = arcs.to[at] ?? 0;
      const value = (arcs.cost[at] ?? 0) + now;
      if (value >= (second[buyer] ?? 0) || buyers.includes(buyer)) continue;
      second[buyer] = value;
      for (const other of sellersOf(buyer)) {
        if (isQueued[other] === 1 || (times[other] ?? 0) >= MOST_TIMES) continue;
        isQueued[other] = 1;
        queue.push(other);
      }
    }
  }
}

/** By buyer: the least of cost and price among those they do not hold. */
function secondChoices(
  arcs: Rows,
  price: Float64Array,
  buyers: Int32Array,
  holds: (buyer: number, seller: number) => boolean,
): Float64Array {
  const second = new Float64Array(arcs.start.length - 1).fill(Infinity);
  for (const buyer of buyers) {
    let best = Infinity;
    for (let at = arcs.start[buyer] ?? 0, end = arcs.start[buyer + 1] ?? 0; at < end; at += 1) {
      const seller = arcs.to[at] ?? 0;
      const value = (arcs.cost[at] ?? 0) + (price[seller] ?? 0);
      if (value < best && !holds(buyer, seller)) best = value;
    }
    second[buyer] = best;
  }
  return second;
}
