import { Floors } from './floors.ts';
import type { Market, Standing } from './market.ts';

/** Surpluses that are exact at the prices: what the best mentor leaves each seeker. */
export function setSurpluses(market: Market, standing: Standing, seekers: Int32Array): void {
  const { rows, mustSeeker } = market;
  const { price, surplus } = standing;
  const floors = new Floors(market);
  floors.ofPrices(price);
  for (const seeker of seekers) {
    const floor = floors.forSeeker(seeker);
    let best = mustSeeker[seeker] === 1 ? Infinity : 0;
    for (let at = rows.start[seeker] ?? 0, end = rows.start[seeker + 1] ?? 0; at < end; at += 1) {
      const own = rows.cost[at] ?? 0;
      if (own + floor >= best) break;
      best = Math.min(best, own + (price[rows.to[at] ?? 0] ?? 0));
    }
    if (best !== Infinity) surplus[seeker] = -best;
  }
}

/** Prices that are exact at the surpluses: nobody whom a mentor does not hold is worth more to it than those it does. */
export function setPrices(market: Market, standing: Standing, mentors: Int32Array): void {
  const floors = new Floors(market);
  floors.ofSurpluses(standing.surplus);
  for (const mentor of mentors) {
    standing.price[mentor] = priceAt(market, standing, mentor, floors.forMentor(mentor));
  }
}

function priceAt(market: Market, standing: Standing, mentor: number, floor: number): number {
  const { columns, mustMentor } = market;
  const { seats, price, surplus } = standing;
  const isMust = mustMentor[mentor] === 1;
  if (!isMust && seats.hasFree(mentor)) return 0;
  let level = dearestHeld(standing, mentor);
  for (let at = columns.start[mentor] ?? 0, end = columns.start[mentor + 1] ?? 0; at < end; at += 1) {
    const own = columns.cost[at] ?? 0;
    if (own + floor >= level) break;
    const seeker = columns.to[at] ?? 0;
    const value = own + (surplus[seeker] ?? 0);
    if (value < level && seats.mentorOf[seeker] !== mentor) level = value;
  }
  if (level === Infinity) return price[mentor] ?? 0;
  return isMust ? -level : Math.max(0, -level);
}

/** What the dearest of those whom a mentor holds cost it; Infinity where it holds nobody. */
function dearestHeld({ seats, seatCost, surplus }: Standing, mentor: number): number {
  const first = seats.start[mentor] ?? 0;
  const end = first + (seats.used[mentor] ?? 0);
  let dearest = first === end ? Infinity : -Infinity;
  for (let seat = first; seat < end; seat += 1) {
    const seeker = seats.seeker[seat] ?? 0;
    dearest = Math.max(dearest, (seatCost[seeker] ?? 0) + (surplus[seeker] ?? 0));
  }
  return dearest;
}
