import { oneOfEach } from '../one-of-each.ts';
import type { PackedPool } from './packed-pool.ts';
import { commonMinutes, workingClock } from './working-clock.ts';
import type { WorkingClock } from './working-clock.ts';

const NOT_ASKED = -1;
const NO_CLOCK: WorkingClock = { start: 0, length: 0, days: 0 };

const keyOf = ({ start, length, days }: WorkingClock): string => `${start}:${length}:${days}`;

/** Keeps each distinct working clock once, and what every two of them have in common once it was asked. */
export class ClockTable {
  readonly #clocks: WorkingClock[] = [];
  /** By clock, then by clock: filled when it is asked. */
  readonly #common: (Int32Array | undefined)[] = [];

  /** By member: the number of their clock, in the order in which they come. */
  numbersOf({ timeZone, hours }: PackedPool, zoneOffsets: ReadonlyMap<string, number>): Int32Array {
    const numberOf = oneOfEach(keyOf, (clock) => this.#clocks.push(clock) - 1);
    const ofBoth = new Map<number, number>();
    const numbers = new Int32Array(hours.which.length);
    for (let at = 0; at < numbers.length; at += 1) {
      const [zone, own] = [timeZone.which[at] ?? 0, hours.which[at] ?? 0];
      const both = zone * hours.values.length + own;
      let number = ofBoth.get(both);
      if (number === undefined) {
        const [name, times] = [timeZone.values[zone], hours.values[own]];
        if (name === undefined || times === undefined) continue;
        number = numberOf(workingClock(times, zoneOffsets.get(name) ?? 0));
        ofBoth.set(both, number);
      }
      numbers[at] = number;
    }
    return numbers;
  }

  at(number: number): WorkingClock {
    return this.#clocks[number] ?? NO_CLOCK;
  }

  common(a: number, b: number): number {
    const row = (this.#common[a] ??= new Int32Array(this.#clocks.length).fill(NOT_ASKED));
    const known = row[b] ?? 0;
    if (known !== NOT_ASKED) return known;
    const minutes = commonMinutes(this.at(a), this.at(b));
    row[b] = minutes;
    return minutes;
  }
}
