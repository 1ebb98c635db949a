import { startsOf } from './engine/rows.ts';

/** Who may not be paired with whom, on both sides, in two columns: a list for each person would take many times as much. */
export class Apart {
  /** Where the list of a place in the pool starts in `#others`. */
  readonly #start: Int32Array;
  readonly #others: Int32Array;

  /** `pairs` are places, two after the other; those with somebody who is not one of so many do not matter. */
  constructor(pairs: Int32Array, people: number) {
    const counts = new Int32Array(people);
    for (let at = 0; at < pairs.length; at += 2) {
      const [a, b] = [pairs[at] ?? 0, pairs[at + 1] ?? 0];
      if (a >= people || b >= people) continue;
      counts[a] = (counts[a] ?? 0) + 1;
      counts[b] = (counts[b] ?? 0) + 1;
    }
    this.#start = startsOf(counts);
    this.#others = new Int32Array(this.#start[people] ?? 0);
    const next = this.#start.slice();
    for (let at = 0; at < pairs.length; at += 2) {
      const [a, b] = [pairs[at] ?? 0, pairs[at + 1] ?? 0];
      if (a >= people || b >= people) continue;
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
