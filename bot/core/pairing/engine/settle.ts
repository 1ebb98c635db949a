import { setPrices, setSurpluses } from './exact-prices.ts';
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
  setSurpluses(market, standing, parts.seekers);
  standUpBeyond(standing, parts.seekers, 0);
  setPrices(market, standing, parts.mentors);
  for (const mentor of parts.mentors) settleHeld(standing, mentor);
}

/** Whoever sits worse than at their best by more than `most` stands up. */
export function standUpBeyond(
  { seats, seatCost, price, surplus }: Standing,
  seekers: Int32Array,
  most: number,
): void {
  for (const seeker of seekers) {
    const mentor = seats.mentorOf[seeker] ?? NONE;
    if (mentor === NONE) continue;
    const worse = (seatCost[seeker] ?? 0) + (price[mentor] ?? 0) + (surplus[seeker] ?? 0);
    if (worse > most) seats.rise(seeker);
  }
}

function settleHeld({ seats, seatCost, price, surplus }: Standing, mentor: number): void {
  for (const seeker of seats.heldBy(mentor).slice()) {
    const own = -(price[mentor] ?? 0) - (seatCost[seeker] ?? 0);
    if (own < (surplus[seeker] ?? 0)) seats.rise(seeker);
    else surplus[seeker] = own;
  }
}
