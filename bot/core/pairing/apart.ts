import type { PersonId } from '../ids.ts';
import { startsOf } from './engine/rows.ts';

type Two = readonly [PersonId, PersonId];

const NOBODY = -1;

/** Who may not be paired with whom, on both sides, in two columns: a list for each person would take many times as much. */
export class Apart {
  /** Where the list of a place in the pool starts in `#others`. */
  readonly #start: Int32Array;
  readonly #others: Int32Array;

  /** `places` are those in the pool; pairs with somebody who has none do not matter. */
  constructor(forbidden: Iterable<Two>, places: ReadonlyMap<PersonId, number>) {
    const one = Int32Array.from(forbidden, ([id]) => places.get(id) ?? NOBODY);
    const other = Int32Array.from(forbidden, ([, id]) => places.get(id) ?? NOBODY);
    const counts = new Int32Array(places.size);
    for (let pair = 0; pair < one.length; pair += 1) {
      const [a, b] = [one[pair] ?? NOBODY, other[pair] ?? NOBODY];
      if (a === NOBODY || b === NOBODY) continue;
      counts[a] = (counts[a] ?? 0) + 1;
      counts[b] = (counts[b] ?? 0) + 1;
    }
    this.#start = startsOf(counts);
    this.#others = new Int32Array(this.#start.at(-1) ?? 0);
    const next = this.#start.slice();
    for (let pair = 0; pair < one.length; pair += 1) {
      const [a, b] = [one[pair] ?? NOBODY, other[pair] ?? NOBODY];
      if (a === NOBODY || b === NOBODY) continue;
      this.#others[next[a] ?? 0] = b;
      next[a] = (next[a] ?? 0) + 1;
      this.#others[next[b] ?? 0] = a;
      next[b] = (next[b] ?? 0) + 1;
    }
  }

  has(a: number, b: number): boolean {
    for (let at = this.#start[b] ?? 0; at < (this.#start[b + 1] ?? 0); at += 1) {
      if (this.#others[at] === a) return true;
    }
    return false;
  }

  /** With whom this one may not be paired. */
  from(place: number): Int32Array {
    return this.#others.subarray(this.#start[place], this.#start[place + 1]);
  }
}
