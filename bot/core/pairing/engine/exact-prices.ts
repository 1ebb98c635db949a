import type { Market, Standing } from './market.ts';

/** Surpluses that are exact at the prices: what the best mentor leaves each seeker. */
export function setSurpluses(market: Market, standing: Standing, seekers: Int32Array): void {
  for (const seeker of seekers) standing.surplus[seeker] = surplusAt(market, standing, seeker);
}

/** Prices that are exact at the surpluses: nobody whom a mentor does not hold is worth more to it than those it does. */
export function setPrices(market: Market, standing: Standing, mentors: Int32Array): void {
  for (const mentor of mentors) standing.price[mentor] = priceAt(market, standing, mentor);
}

function surplusAt({ rows, mustSeeker }: Market, { price, surplus }: Standing, seeker: number): number {
  let best = mustSeeker[seeker] === 1 ? Infinity : 0;
  for (let at = rows.start[seeker] ?? 0, end = rows.start[seeker + 1] ?? 0; at < end; at += 1) {
    best = Math.min(best, (rows.cost[at] ?? 0) + (price[rows.to[at] ?? 0] ?? 0));
  }
  return best === Infinity ? (surplus[seeker] ?? 0) : -best;
}

function priceAt(market: Market, standing: Standing, mentor: number): number {
  const { columns, mustMentor } = market;
  const { seats, price, surplus } = standing;
  const isMust = mustMentor[mentor] === 1;
  if (!isMust && seats.hasFree(mentor)) return 0;
  let level = Infinity;
  for (let at = columns.start[mentor] ?? 0, end = columns.start[mentor + 1] ?? 0; at < end; at += 1) {
    const seeker = columns.to[at] ?? 0;
    if (seats.mentorOf[seeker] === mentor) continue;
    level = Math.min(level, (columns.cost[at] ?? 0) + (surplus[seeker] ?? 0));
  }
  let dearest = -Infinity;
  for (const seeker of seats.heldBy(mentor)) {
    dearest = Math.max(dearest, seatCost(market, standing, seeker) + (surplus[seeker] ?? 0));
  }
  if (dearest > -Infinity) level = Math.min(level, dearest);
  if (level === Infinity) return price[mentor] ?? 0;
  return isMust ? -level : Math.max(0, -level);
}

/** What the arc taken by someone who sits costs. */
export function seatCost({ rows }: Market, { rowOf }: Standing, seeker: number): number {
  return rows.cost[rowOf[seeker] ?? 0] ?? 0;
}
