/** The part of the independent check (check.ts) that looks at hours, minute by minute. */
import type { RoundInput } from './input.ts';
import { valueAt } from './packed-pool.ts';

const WEEK = 7 * 1440;

/** Whether people work at the same time for long enough in one stretch; the same two clocks are looked at once. */
export class MinutesInCommon {
  readonly #input: RoundInput;
  readonly #least: number;
  readonly #known = new Map<number, boolean>();
  /** Room for the weeks of those who are looked at. */
  readonly #weeks: Uint8Array[] = [];

  constructor(input: RoundInput) {
    this.#input = input;
    this.#least = input.settings.commonHours * 60;
  }

  isEnough(one: number, other: number): boolean {
    const { timeZone, hours } = this.#input.pool;
    const both = this.#clockOf(one) * timeZone.values.length * hours.values.length + this.#clockOf(other);
    const known = this.#known.get(both);
    if (known !== undefined) return known;
    const isEnough = this.isEnoughForAll([one, other]);
    this.#known.set(both, isEnough);
    return isEnough;
  }

  isEnoughForAll(places: readonly number[]): boolean {
    return haveRun(
      places.map((place, at) => this.#minutesWorked(place, (this.#weeks[at] ??= new Uint8Array(2 * WEEK)))),
      this.#least,
    );
  }

  /** The same for those who are in one zone and have the same hours. */
  #clockOf(place: number): number {
    const { timeZone, hours } = this.#input.pool;
    return (timeZone.which[place] ?? 0) * hours.values.length + (hours.which[place] ?? 0);
  }

  /** One flag for each minute of a week of UTC, twice, as the week goes round. */
  #minutesWorked(place: number, weeks: Uint8Array): Uint8Array {
    const { pool, zoneOffsets } = this.#input;
    weeks.fill(0);
    const offset = zoneOffsets.get(valueAt(pool.timeZone, place)) ?? 0;
    const { days, startMinute, endMinute } = valueAt(pool.hours, place);
    for (const day of days) {
      const start = ((day - 1) * 1440 + startMinute - offset + 2 * WEEK) % WEEK;
      const end = start + Math.max(0, endMinute - startMinute);
      weeks.fill(1, start, end).fill(1, 0, Math.max(0, end - WEEK));
    }
    return weeks.copyWithin(WEEK, 0, WEEK);
  }
}

/** Whether all of these are set for so many minutes on end. */
function haveRun(flags: readonly Uint8Array[], least: number): boolean {
  if (least <= 0) return true;
  for (let from = 0; ;) {
    const begin = firstInAll(flags, from);
    if (begin === -1) return false;
    let end = 2 * WEEK;
    for (const own of flags) {
      const stop = own.indexOf(0, begin);
      if (stop !== -1) end = Math.min(end, stop);
    }
    if (end - begin >= least) return true;
    from = end;
  }
}

/** The first minute from this one on that is set in all; -1 where there is none. */
function firstInAll(flags: readonly Uint8Array[], from: number): number {
  let at = from;
  for (let moved = true; moved;) {
    moved = false;
    for (const own of flags) {
      const next = own.indexOf(1, at);
      if (next === -1) return -1;
      if (next > at) moved = true;
      at = next;
    }
  }
  return at;
}
