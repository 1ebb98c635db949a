import type { Market, Standing } from './market.ts';
import { NONE } from './seats.ts';
import type { Raise } from './seekers-bid.ts';
import type { Stop } from '../progress.ts';

const ASK_EVERY = 8192;

/**
 * The auction turned round, for parts in which mentors are scarce: each free place bids for a seeker, so that those
 * who cannot all be seated do not outbid each other. A seeker's price is their surplus, 0 until somebody bids.
 * Invariant: what a mentor holds is at most `raise.least` dearer than the cheapest seeker that it does not hold.
 */
export function mentorsBid(
  market: Market,
  standing: Standing,
  bidders: Int32Array,
  raise: Raise,
  stop: Stop,
): void {
  const { start, to, cost, ref } = market.columns;
  const { seats, rowOf, surplus } = standing;
  const queue = bidders.slice();
  const size = queue.length;
  const isWaiting = new Uint8Array(seats.places.length);
  for (const mentor of bidders) isWaiting[mentor] = 1;
  let [head, waiting] = [0, size];
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
    let [best, second, bestAt] = [Infinity, Infinity, NONE];
    for (let at = start[mentor] ?? 0, end = start[mentor + 1] ?? 0; at < end; at += 1) {
      const own = cost[at] ?? 0;
      if (own >= second) break;
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
    rowOf[seeker] = ref[bestAt] ?? NONE;
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
