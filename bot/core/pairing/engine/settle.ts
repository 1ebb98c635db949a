import type { Market, Standing } from './market.ts';
import { NONE } from './seats.ts';

/**
 * Makes the prices after an auction exact for everyone: surpluses are lowered or raised until no arc is worth more
 * than both its ends, and whoever is seated at less than that stands up. What remains unproven are free places with a
 * price and people who stand; `Repair` brings those in.
 */
export function settle(
  market: Market,
  standing: Standing,
  parts: { seekers: Int32Array; mentors: Int32Array },
): void {
  for (const seeker of parts.seekers) settleSeeker(market, standing, seeker);
  for (const mentor of parts.mentors) settleMentor(market, standing, mentor);
}

/** Takes someone's seat away. */
export function standUp({ seats, rowOf }: Standing, seeker: number): void {
  seats.rise(seeker);
  rowOf[seeker] = NONE;
}

/** A seeker who bid: their surplus is what the best mentor leaves them. */
function settleSeeker({ rows, mustSeeker }: Market, standing: Standing, seeker: number): void {
  const { rowOf, price, surplus } = standing;
  let best = Infinity;
  for (let at = rows.start[seeker] ?? 0, end = rows.start[seeker + 1] ?? 0; at < end; at += 1) {
    best = Math.min(best, (rows.cost[at] ?? 0) + (price[rows.to[at] ?? 0] ?? 0));
  }
  if (best === Infinity) return;
  const own = mustSeeker[seeker] === 1 ? -best : Math.max(0, -best);
  surplus[seeker] = own;
  const taken = rowOf[seeker] ?? NONE;
  if (taken === NONE) return;
  if ((rows.cost[taken] ?? 0) + (price[rows.to[taken] ?? 0] ?? 0) + own > 0) standUp(standing, seeker);
}

/** A mentor who bid: its price is such that the cheapest seeker it does not hold is worth no more than those it does. */
function settleMentor({ columns, rows }: Market, standing: Standing, mentor: number): void {
  const { seats, rowOf, price, surplus } = standing;
  let level = Infinity;
  for (let at = columns.start[mentor] ?? 0, end = columns.start[mentor + 1] ?? 0; at < end; at += 1) {
    const cost = columns.cost[at] ?? 0;
    if (cost >= level) break;
    const seeker = columns.to[at] ?? 0;
    if (seats.mentorOf[seeker] !== mentor) level = Math.min(level, cost + (surplus[seeker] ?? 0));
  }
  const first = seats.start[mentor] ?? 0;
  const held = [...seats.seeker.subarray(first, first + (seats.used[mentor] ?? 0))];
  const costOf = (seeker: number): number => rows.cost[rowOf[seeker] ?? 0] ?? 0;
  const dearest = held.reduce(
    (most, seeker) => Math.max(most, costOf(seeker) + (surplus[seeker] ?? 0)),
    -Infinity,
  );
  if (dearest > -Infinity) level = Math.min(level, dearest);
  if (level === Infinity) return;
  price[mentor] = -level;
  for (const seeker of held) {
    if (costOf(seeker) + (surplus[seeker] ?? 0) > level) standUp(standing, seeker);
    else surplus[seeker] = level - costOf(seeker);
  }
}
