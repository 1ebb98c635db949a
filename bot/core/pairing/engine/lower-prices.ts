import type { Market, Standing } from './market.ts';
import { NONE } from './seats.ts';

/** Where the bidding ended in a circle of moves that would be better, lowering would go round for ever. */
const MOST_TIMES = 2;
/** Nor is it worth looking at every arc more often than this. */
const MOST_LOOKS = 1;

/**
 * After bidding most of those who sit pay a little more than they need to, since every bid is a little too high. Here
 * the prices of full mentors come down, a few times each, to what the next best choices of those who sit there ask
 * for, and no lower than 0 (label correcting in the residual graph).
 * Invariant: prices only fall, and only those of mentors who are full.
 */
export function lowerPrices(
  market: Market,
  standing: Standing,
  seekers: Int32Array,
  mentors: Int32Array,
): void {
  const { rows, columns } = market;
  const { seats, rowOf, price } = standing;
  const second = secondChoices(market, standing, seekers);
  const times = new Uint8Array(price.length);
  const queue = [...mentors];
  const isQueued = new Uint8Array(price.length).fill(1);
  let looks = MOST_LOOKS * rows.to.length;
  for (let head = 0; head < queue.length && looks > 0; head += 1) {
    const mentor = queue[head] ?? 0;
    isQueued[mentor] = 0;
    const now = Math.max(0, neededPrice(mentor));
    if (now >= (price[mentor] ?? 0)) continue;
    price[mentor] = now;
    times[mentor] = (times[mentor] ?? 0) + 1;
    looks -= (columns.start[mentor + 1] ?? 0) - (columns.start[mentor] ?? 0);
    for (let at = columns.start[mentor] ?? 0, end = columns.start[mentor + 1] ?? 0; at < end; at += 1) {
      const seeker = columns.to[at] ?? 0;
      const value = (columns.cost[at] ?? 0) + now;
      const own = seats.mentorOf[seeker] ?? NONE;
      if (value >= (second[seeker] ?? 0) || own === mentor) continue;
      second[seeker] = value;
      if (own === NONE || isQueued[own] === 1 || (times[own] ?? 0) >= MOST_TIMES) continue;
      isQueued[own] = 1;
      queue.push(own);
    }
  }

  function neededPrice(mentor: number): number {
    let low = price[mentor] ?? 0;
    const first = seats.start[mentor] ?? 0;
    for (let seat = first; seat < first + (seats.used[mentor] ?? 0); seat += 1) {
      const seeker = seats.seeker[seat] ?? 0;
      low = Math.min(low, (second[seeker] ?? 0) - (rows.cost[rowOf[seeker] ?? 0] ?? 0));
    }
    return low;
  }
}

/** By seeker: the best choice besides the mentor they sit with. */
function secondChoices({ rows }: Market, { seats, price }: Standing, seekers: Int32Array): Float64Array {
  const second = new Float64Array(seats.mentorOf.length).fill(Infinity);
  for (const seeker of seekers) {
    const own = seats.mentorOf[seeker] ?? NONE;
    let best = Infinity;
    for (let at = rows.start[seeker] ?? 0, end = rows.start[seeker + 1] ?? 0; at < end; at += 1) {
      const cost = rows.cost[at] ?? 0;
      if (cost >= best) break;
      const mentor = rows.to[at] ?? 0;
      if (mentor !== own) best = Math.min(best, cost + (price[mentor] ?? 0));
    }
    second[seeker] = best;
  }
  return second;
}
