import { Floors } from './floors.ts';
import type { Market, Standing } from './market.ts';
import { PathHeap } from './path-heap.ts';
import { NONE } from './seats.ts';

/**
 * The same search from the other side: a mentor with a free place and a price takes in the cheapest seeker along a
 * chain of moves, which ends with someone who stands, at a mentor who may lose one, or with the place staying free at
 * no price.
 * Invariant: reduced costs stay 0 or more, and 0 on every arc taken.
 */
export class FillPlace {
  readonly #market: Market;
  readonly #standing: Standing;
  readonly #distance: Float64Array;
  /** By seeker: the mentor on the way to them, and the place in its column. */
  readonly #reachedFrom: Int32Array;
  readonly #reachedBy: Int32Array;
  readonly #touched: Int32Array;
  #touchedCount = 0;
  readonly #mentorDistance: Float64Array;
  /** By mentor: the seeker sitting there by whom the search came. */
  readonly #cameBy: Int32Array;
  #mentors: number[] = [];
  readonly #queue = new PathHeap();
  /** How far away the best end in sight is, and the seeker who moves last; -1 is nobody. */
  #limit = Infinity;
  #last = NONE;
  readonly #floors: Floors;
  /** Below every surplus within reach, so that a sorted column can be left early. */
  #floor = 0;

  constructor(market: Market, standing: Standing) {
    const seekers = standing.surplus.length;
    this.#market = market;
    this.#standing = standing;
    this.#distance = new Float64Array(seekers).fill(Infinity);
    this.#reachedFrom = new Int32Array(seekers);
    this.#reachedBy = new Int32Array(seekers);
    this.#touched = new Int32Array(seekers);
    this.#cameBy = new Int32Array(standing.price.length);
    this.#mentorDistance = new Float64Array(standing.price.length).fill(Infinity);
    this.#floors = new Floors(market);
  }

  /** To be called when surpluses were lowered elsewhere. */
  refreshFloors(): void {
    this.#floors.ofSurpluses(this.#standing.surplus);
  }

  /** Fills one free place or takes its price away; false when it must be filled and cannot be. */
  fill(mentor: number): boolean {
    const must = this.#market.mustMentor[mentor] === 1;
    this.#queue.clear();
    this.#floor = this.#floors.forMentor(mentor);
    this.#last = NONE;
    this.#limit = must ? Infinity : (this.#standing.price[mentor] ?? 0);
    this.#reach(mentor, 0);
    this.#search();
    const found = this.#limit !== Infinity;
    if (found) {
      this.#reprice();
      if (this.#last !== NONE) this.#shift(this.#last, mentor);
    }
    this.#forget();
    return found;
  }

  /** Goes on while anything is nearer than the best end: of equal ends the first in sight will do. */
  #search(): void {
    const { seats, price } = this.#standing;
    while (this.#queue.least < this.#limit) {
      const distance = this.#queue.least;
      const seeker = this.#queue.pop();
      const mentor = seats.mentorOf[seeker] ?? NONE;
      if (this.#mentorDistance[mentor] !== Infinity) continue;
      if (this.#market.mustMentor[mentor] !== 1 && distance + (price[mentor] ?? 0) < this.#limit) {
        this.#limit = distance + (price[mentor] ?? 0);
        this.#last = seeker;
      }
      this.#cameBy[mentor] = seeker;
      this.#reach(mentor, distance);
    }
  }

  #reach(mentor: number, distance: number): void {
    const { start, to, cost } = this.#market.columns;
    const { price, surplus, seats } = this.#standing;
    this.#mentorDistance[mentor] = distance;
    this.#mentors.push(mentor);
    const base = distance + (price[mentor] ?? 0);
    for (let at = start[mentor] ?? 0, end = start[mentor + 1] ?? 0; at < end; at += 1) {
      const own = base + (cost[at] ?? 0);
      if (own + this.#floor >= this.#limit) break;
      const seeker = to[at] ?? 0;
      const away = own + (surplus[seeker] ?? 0);
      const known = this.#distance[seeker] ?? Infinity;
      if (away >= known || away >= this.#limit) continue;
      const sitsWith = seats.mentorOf[seeker] ?? NONE;
      if (sitsWith === mentor) continue;
      if (known === Infinity) {
        this.#touched[this.#touchedCount] = seeker;
        this.#touchedCount += 1;
      }
      this.#distance[seeker] = away;
      this.#reachedFrom[seeker] = mentor;
      this.#reachedBy[seeker] = at;
      if (sitsWith === NONE) {
        this.#limit = away;
        this.#last = seeker;
      } else if (this.#mentorDistance[sitsWith] === Infinity) this.#queue.push(seeker, away);
    }
  }

  /** Mentors nearer than the end get cheaper by the difference, and those they hold or could hold keep it. */
  #reprice(): void {
    const { price, surplus, seats } = this.#standing;
    for (const mentor of this.#mentors) {
      const by = this.#limit - (this.#mentorDistance[mentor] ?? 0);
      price[mentor] = (price[mentor] ?? 0) - by;
      const first = seats.start[mentor] ?? 0;
      for (let seat = first; seat < first + (seats.used[mentor] ?? 0); seat += 1) {
        const seeker = seats.seeker[seat] ?? 0;
        surplus[seeker] = (surplus[seeker] ?? 0) + by;
      }
    }
  }

  /** Moves everyone on the chain to the mentor that reached them, from its end back to the first. */
  #shift(end: number, first: number): void {
    const { seats, seatCost } = this.#standing;
    for (let seeker = end; ;) {
      const mentor = this.#reachedFrom[seeker] ?? NONE;
      seats.rise(seeker);
      seatCost[seeker] = this.#market.columns.cost[this.#reachedBy[seeker] ?? 0] ?? 0;
      const next = mentor === first ? NONE : (this.#cameBy[mentor] ?? NONE);
      seats.rise(next);
      seats.sit(seeker, mentor);
      if (next === NONE) return;
      seeker = next;
    }
  }

  #forget(): void {
    for (let at = 0; at < this.#touchedCount; at += 1) {
      const seeker = this.#touched[at] ?? 0;
      this.#distance[seeker] = Infinity;
    }
    this.#touchedCount = 0;
    for (const mentor of this.#mentors) this.#mentorDistance[mentor] = Infinity;
    this.#mentors = [];
  }
}
