import { countBoth } from './count-bits.ts';

/** By place: of which of so many kinds somebody is. */
export interface Kinds {
  readonly kinds: Int32Array;
  readonly count: number;
}

/** Some of the people of a pool, by their places: one bit each, so that 32 of them are counted at once. */
export class PeopleSet {
  readonly #words: Int32Array;
  /** Room to count in, made when it is asked for. */
  #left: Int32Array | null = null;

  /** Empty, for a pool of so many. */
  constructor(people: number) {
    this.#words = new Int32Array(Math.ceil(people / 32));
  }

  get isEmpty(): boolean {
    for (let at = 0; at < this.#words.length; at += 1) if (this.#words[at] !== 0) return false;
    return true;
  }

  clear(): void {
    this.#words.fill(0);
  }

  add(place: number): void {
    this.#words[place >> 5] = (this.#words[place >> 5] ?? 0) | (1 << (place & 31));
  }

  delete(place: number): void {
    this.#words[place >> 5] = (this.#words[place >> 5] ?? 0) & ~(1 << (place & 31));
  }

  has(place: number): boolean {
    return (((this.#words[place >> 5] ?? 0) >> (place & 31)) & 1) === 1;
  }

  /** Takes in everyone of another. */
  addAll(other: PeopleSet): void {
    const [own, others] = [this.#words, other.#words];
    for (let at = 0; at < own.length; at += 1) own[at] = (own[at] ?? 0) | (others[at] ?? 0);
  }

  /** Takes in everyone whose kind is meant: `kinds` by place, `isMeant` by kind, 1 or 0. */
  addOfKinds(kinds: Int32Array, isMeant: Uint8Array): void {
    for (let at = 0; at < this.#words.length; at += 1) {
      const end = Math.min(32, kinds.length - 32 * at);
      let word = this.#words[at] ?? 0;
      for (let bit = 0; bit < end; bit += 1) word |= (isMeant[kinds[32 * at + bit] ?? 0] ?? 0) << bit;
      this.#words[at] = word;
    }
  }

  /** How many are in both. */
  countIn(other: PeopleSet): number {
    return countBoth(this.#words, other.#words);
  }

  /** How many are in none of those. */
  countOutside(others: readonly PeopleSet[]): number {
    const left = this.#without(others);
    return countBoth(left, left);
  }

  /** By kind: how many are in `other` too, and in none of those. */
  countKinds(other: PeopleSet, others: readonly PeopleSet[], { kinds, count }: Kinds): Int32Array {
    const left = this.#without(others);
    const counts = new Int32Array(count);
    for (let at = 0; at < left.length; at += 1) {
      let both = (left[at] ?? 0) & (other.#words[at] ?? 0);
      for (; both !== 0; both &= both - 1) {
        const kind = kinds[32 * at + 31 - Math.clz32(both & -both)] ?? 0;
        counts[kind] = (counts[kind] ?? 0) + 1;
      }
    }
    return counts;
  }

  #without(others: readonly PeopleSet[]): Int32Array {
    const left = (this.#left ??= new Int32Array(this.#words.length));
    left.set(this.#words);
    for (const other of others) {
      const words = other.#words;
      for (let at = 0; at < left.length; at += 1) left[at] = (left[at] ?? 0) & ~(words[at] ?? 0);
    }
    return left;
  }

  /** The places of those who are in both, ascending. */
  placesIn(other: PeopleSet): number[] {
    const places: number[] = [];
    for (let at = 0; at < this.#words.length; at += 1) {
      let both = (this.#words[at] ?? 0) & (other.#words[at] ?? 0);
      for (; both !== 0; both &= both - 1) places.push(32 * at + 31 - Math.clz32(both & -both));
    }
    return places;
  }
}
