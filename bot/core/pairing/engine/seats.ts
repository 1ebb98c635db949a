import { startsOf } from './rows.ts';

export const NONE = -1;

/** Who sits with which mentor. Each mentor has as many seats as places; the taken ones come first. */
export class Seats {
  /** By seeker: the mentor, or -1. */
  readonly mentorOf: Int32Array;
  readonly places: Int32Array;
  /** By mentor: how many seats are taken. */
  readonly used: Int32Array;
  /** Where a mentor's seats start in `seeker`. */
  readonly start: Int32Array;
  readonly seeker: Int32Array;

  constructor(seekers: number, places: Int32Array) {
    this.mentorOf = new Int32Array(seekers).fill(NONE);
    this.places = places;
    this.used = new Int32Array(places.length);
    this.start = startsOf(places);
    this.seeker = new Int32Array(this.start.at(-1) ?? 0).fill(NONE);
  }

  hasFree(mentor: number): boolean {
    return (this.used[mentor] ?? 0) < (this.places[mentor] ?? 0);
  }

  /** Who sits with a mentor: a view, which changes as they do. */
  heldBy(mentor: number): Int32Array {
    const first = this.start[mentor] ?? 0;
    return this.seeker.subarray(first, first + (this.used[mentor] ?? 0));
  }

  sit(seeker: number, mentor: number): void {
    const used = this.used[mentor] ?? 0;
    this.seeker[(this.start[mentor] ?? 0) + used] = seeker;
    this.used[mentor] = used + 1;
    this.mentorOf[seeker] = mentor;
  }

  /** Does nothing for someone who stands, or for nobody. */
  rise(seeker: number): void {
    const mentor = this.mentorOf[seeker] ?? NONE;
    if (mentor === NONE) return;
    const start = this.start[mentor] ?? 0;
    const last = start + (this.used[mentor] ?? 0) - 1;
    let seat = start;
    while (this.seeker[seat] !== seeker) seat += 1;
    this.seeker[seat] = this.seeker[last] ?? NONE;
    this.seeker[last] = NONE;
    this.used[mentor] = last - start;
    this.mentorOf[seeker] = NONE;
  }
}

/** Free places, at most one more than there are arcs to a mentor: that one is never taken and keeps the price at 0. */
export function usablePlaces(capacity: Int32Array, arcMentor: Int32Array): Int32Array {
  const sought = new Int32Array(capacity.length);
  for (let arc = 0; arc < arcMentor.length; arc += 1) {
    const mentor = arcMentor[arc] ?? 0;
    sought[mentor] = (sought[mentor] ?? 0) + 1;
  }
  return sought.map((count, mentor) => Math.max(0, Math.min(count + 1, capacity[mentor] ?? 0)));
}
