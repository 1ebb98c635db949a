import { Floors } from './floors.ts';
import type { Market, Standing } from './market.ts';
import { NONE } from './seats.ts';
import type { Raise } from './seekers-bid.ts';
import type { Stop } from '../progress.ts';

const ASK_EVERY = 8192;

/**
 * The auction turned round: each free place bids for a seeker, whose price is their surplus. Where mentors are scarce
 * those who cannot all be seated do not outbid each other this way; elsewhere it brings down prices that were pushed
 * too high for a place to be taken.
 * Invariant: what a mentor holds is at most `raise.least` dearer than the cheapest seeker that it does not hold, and a
 * place that may stay free bids no more than it costs.
 */
export function mentorsBid(
  market: Market,
  standing: Standing,
  bidders: Int32Array,
  raise: Raise,
  stop: Stop,
): void {
  const { start, to, cost } = market.columns;
  const { seats, seatCost, surplus } = standing;
  const floors = new Floors(market);
  floors.ofSurpluses(surplus);
  const size = seats.places.length;
  const queue = new Int32Array(size);
  queue.set(bidders);
  const isWaiting = new Uint8Array(size);
  for (const mentor of bidders) isWaiting[mentor] = 1;
  let [head, waiting] = [0, bidders.length];
  for (let count = 0; waiting > 0; count += 1) {
    if (count % ASK_EVERY === 0 && stop()) return;
    const mentor = queue[head] ?? 0;
    const done = !seats.hasFree(mentor) || !bid(mentor);
    if (!done) continue;
    isWaiting[mentor] = 0;
    head = head + 1 === size ? 0 : head + 1;
    waiting -= 1;
  }

  /** False when there is nobody left to bid for. */
  function bid(mentor: number): boolean {
    let best = market.mustMentor[mentor] === 1 ? Infinity : 0;
    let second = best;
    let bestAt = NONE;
    const floor = floors.forMentor(mentor);
    for (let at = start[mentor] ?? 0, end = start[mentor + 1] ?? 0; at < end; at += 1) {
      const own = cost[at] ?? 0;
      if (own + floor >= second) break;
      const seeker = to[at] ?? 0;
      const value = own + (surplus[seeker] ?? 0);
      if (value >= second || seats.mentorOf[seeker] === mentor) continue;
      if (value < best) {
        second = best;
        best = value;
        bestAt = at;
      } else second = value;
    }
    if (bestAt === NONE) return false;
    const seeker = to[bestAt] ?? 0;
    const before = seats.mentorOf[seeker] ?? NONE;
    seats.rise(seeker);
    seats.sit(seeker, mentor);
    seatCost[seeker] = cost[bestAt] ?? 0;
    surplus[seeker] = (surplus[seeker] ?? 0) + Math.min(second - best, raise.most) + raise.least;
    if (before === NONE || isWaiting[before] === 1) return true;
    isWaiting[before] = 1;
    let tail = head + waiting;
    if (tail >= size) tail -= size;
    queue[tail] = before;
    waiting += 1;
    return true;
  }
}
