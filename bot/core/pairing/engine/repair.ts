import { FillPlace } from './fill-place.ts';
import { missesMentee, missesSeat } from './market.ts';
import type { Market, Standing } from './market.ts';
import { SeatSeeker } from './seat-seeker.ts';
import type { Stop } from '../progress.ts';

const ASK_EVERY = 64;

/**
 * Turns prices that are almost right into an exact optimum: everyone who stands at a surplus is seated, and every free
 * place with a price is filled, each along one cheapest chain. Those begin who can all be served: places where mentors
 * are scarce, then seekers; what is left after that is little.
 * Returns false when it was stopped, or when something that must be done cannot be.
 */
export class Repair {
  readonly #market: Market;
  readonly #standing: Standing;
  readonly #stop: Stop;
  readonly #seat: SeatSeeker;
  readonly #fill: FillPlace;
  #count = 0;

  constructor(market: Market, standing: Standing, stop: Stop) {
    this.#market = market;
    this.#standing = standing;
    this.#stop = stop;
    this.#seat = new SeatSeeker(market, standing);
    this.#fill = new FillPlace(market, standing);
  }

  run(): boolean {
    const { mustMentor } = this.#market;
    const seats = this.#places();
    return (
      this.#fillAll(seats.filter((mentor) => mustMentor[mentor] === 1)) &&
      this.#seatAll() &&
      this.#fillAll(seats.filter((mentor) => mustMentor[mentor] !== 1))
    );
  }

  #places(): Int32Array {
    return Int32Array.from(this.#standing.price.keys());
  }

  #isTime(): boolean {
    const isTurn = this.#count % ASK_EVERY === 0;
    this.#count += 1;
    return isTurn && this.#stop();
  }

  #fillAll(mentors: Int32Array): boolean {
    this.#fill.refreshFloors();
    for (const mentor of mentors) {
      while (missesMentee(this.#market, this.#standing, mentor)) {
        if (this.#isTime() || !this.#fill.fill(mentor)) return false;
      }
    }
    return true;
  }

  #seatAll(): boolean {
    this.#seat.refreshFloors();
    for (let seeker = 0; seeker < this.#standing.surplus.length; seeker += 1) {
      if (!missesSeat(this.#market, this.#standing, seeker)) continue;
      if (this.#isTime() || !this.#seat.place(seeker)) return false;
    }
    return true;
  }
}
