import { Floors } from './floors.ts';
import type { Market, Standing } from './market.ts';
import { PathHeap } from './path-heap.ts';
import { NONE } from './seats.ts';

/**
 * Brings in one seeker who stands, along the cheapest chain of moves (Dijkstra over reduced costs; Jonker and
 * Volgenant 1987): it ends at a free place, with someone who need not be seated and is no worse off standing, or with
 * the seeker themself.
 * Invariant: reduced costs stay 0 or more, and 0 on every arc taken.
 */
export class SeatSeeker {
  readonly #market: Market;
  readonly #standing: Standing;
  readonly #distance: Float64Array;
  readonly #reachedFrom: Int32Array;
  readonly #reachedBy: Int32Array;
  readonly #settled: Uint8Array;
  readonly #touched: Int32Array;
  #touchedCount = 0;
  readonly #queue = new PathHeap();
  /** How far away the best end in sight is, and the mentor with a free place there, or -1: then somebody rises. */
  #limit = Infinity;
  #end = NONE;
  #riser = NONE;
  readonly #floors: Floors;
  /** Below every price within reach, so that a sorted row can be left early. */
  #floor = 0;

  constructor(market: Market, standing: Standing) {
    const mentors = standing.price.length;
    this.#market = market;
    this.#standing = standing;
    this.#distance = new Float64Array(mentors).fill(Infinity);
    this.#reachedFrom = new Int32Array(mentors);
    this.#reachedBy = new Int32Array(mentors);
    this.#settled = new Uint8Array(mentors);
    this.#touched = new Int32Array(mentors);
    this.#floors = new Floors(market);
  }

  /** To be called when prices were lowered elsewhere. */
  refreshFloors(): void {
    this.#floors.ofPrices(this.#standing.price);
  }

  /** False when the seeker must be seated and cannot be. */
  place(seeker: number): boolean {
    const { surplus } = this.#standing;
    this.#queue.clear();
    this.#floor = this.#floors.forSeeker(seeker);
    this.#riser = seeker;
    this.#limit = this.#market.mustSeeker[seeker] === 1 ? Infinity : (surplus[seeker] ?? 0);
    this.#end = NONE;
    this.#reach(seeker, 0);
    this.#search();
    const found = this.#limit !== Infinity;
    if (found) {
      this.#reprice(seeker);
      if (this.#end !== NONE) this.#shift(this.#end, seeker);
      else this.#makeRise(seeker);
    }
    this.#forget();
    return found;
  }

  /** Goes on while anything is nearer than the best end: of equal ends the first in sight will do. */
  #search(): void {
    const { seats, surplus } = this.#standing;
    while (this.#queue.least < this.#limit) {
      const distance = this.#queue.least;
      const mentor = this.#queue.pop();
      if (this.#settled[mentor] === 1) continue;
      this.#settled[mentor] = 1;
      const first = seats.start[mentor] ?? 0;
      for (let seat = first; seat < first + (seats.used[mentor] ?? 0); seat += 1) {
        const seeker = seats.seeker[seat] ?? 0;
        if (this.#market.mustSeeker[seeker] !== 1 && distance + (surplus[seeker] ?? 0) < this.#limit) {
          this.#limit = distance + (surplus[seeker] ?? 0);
          this.#end = NONE;
          this.#riser = seeker;
        }
        this.#reach(seeker, distance);
      }
    }
  }

  #reach(seeker: number, distance: number): void {
    const { start, to, cost } = this.#market.rows;
    const { price, surplus, seats } = this.#standing;
    const base = distance + (surplus[seeker] ?? 0);
    for (let at = start[seeker] ?? 0, end = start[seeker + 1] ?? 0; at < end; at += 1) {
      const own = base + (cost[at] ?? 0);
      if (own + this.#floor >= this.#limit) break;
      const mentor = to[at] ?? 0;
      const away = own + (price[mentor] ?? 0);
      const known = this.#distance[mentor] ?? Infinity;
      if (away >= known || away >= this.#limit) continue;
      if (known === Infinity) {
        this.#touched[this.#touchedCount] = mentor;
        this.#touchedCount += 1;
      }
      this.#distance[mentor] = away;
      this.#reachedFrom[mentor] = seeker;
      this.#reachedBy[mentor] = at;
      if (seats.hasFree(mentor)) {
        this.#limit = away;
        this.#end = mentor;
      } else this.#queue.push(mentor, away);
    }
  }

  /** Everyone nearer than the end pays the difference: full mentors get dearer, those on the way keep less. */
  #reprice(newcomer: number): void {
    const { price, surplus, seats } = this.#standing;
    surplus[newcomer] = (surplus[newcomer] ?? 0) - this.#limit;
    for (let at = 0; at < this.#touchedCount; at += 1) {
      const mentor = this.#touched[at] ?? 0;
      if (this.#settled[mentor] !== 1) continue;
      const by = this.#limit - (this.#distance[mentor] ?? 0);
      price[mentor] = (price[mentor] ?? 0) + by;
      const first = seats.start[mentor] ?? 0;
      for (let seat = first; seat < first + (seats.used[mentor] ?? 0); seat += 1) {
        const seeker = seats.seeker[seat] ?? 0;
        surplus[seeker] = (surplus[seeker] ?? 0) - by;
      }
    }
  }

  #makeRise(newcomer: number): void {
    const { seats } = this.#standing;
    const riser = this.#riser;
    if (riser === newcomer) return;
    const mentor = seats.mentorOf[riser] ?? 0;
    seats.rise(riser);
    this.#shift(mentor, newcomer);
  }

  /** Moves everyone on the chain to the mentor they reached, from its end back to the newcomer. */
  #shift(end: number, newcomer: number): void {
    const { seats, seatCost } = this.#standing;
    for (let mentor = end; ;) {
      const seeker = this.#reachedFrom[mentor] ?? NONE;
      const before = seats.mentorOf[seeker] ?? NONE;
      seats.rise(seeker);
      seats.sit(seeker, mentor);
      seatCost[seeker] = this.#market.rows.cost[this.#reachedBy[mentor] ?? 0] ?? 0;
      if (seeker === newcomer) return;
      mentor = before;
    }
  }

  #forget(): void {
    for (let at = 0; at < this.#touchedCount; at += 1) {
      const mentor = this.#touched[at] ?? 0;
      this.#distance[mentor] = Infinity;
      this.#settled[mentor] = 0;
    }
    this.#touchedCount = 0;
  }
}
