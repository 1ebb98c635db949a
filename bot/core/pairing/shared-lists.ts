import { mix } from './hash.ts';

/** Keeps one of all lists of whole numbers that are alike: of a hundred thousand people every second asks for what another does. */
export class SharedLists {
  readonly #lists: (readonly number[])[] = [];
  /** By hash: which of the lists, plus one; 0 is free. Never more than half full. */
  #slots = new Int32Array(64);

  /** The one that is like `list`, which is not held itself. */
  of(list: readonly number[]): readonly number[] {
    for (let at = hashOf(list); ; at += 1) {
      const slot = at & (this.#slots.length - 1);
      const known = this.#lists[(this.#slots[slot] ?? 0) - 1];
      if (known === undefined) return this.#add(list.slice(), slot);
      if (isAlike(known, list)) return known;
    }
  }

  #add(list: readonly number[], slot: number): readonly number[] {
    this.#slots[slot] = this.#lists.push(list);
    if (2 * this.#lists.length > this.#slots.length) this.#grow();
    return list;
  }

  #grow(): void {
    const slots = new Int32Array(4 * this.#slots.length);
    for (const [number, list] of this.#lists.entries()) {
      let at = hashOf(list);
      while (slots[at & (slots.length - 1)] !== 0) at += 1;
      slots[at & (slots.length - 1)] = number + 1;
    }
    this.#slots = slots;
  }
}

function hashOf(list: readonly number[]): number {
  let hash = list.length;
  for (let at = 0; at < list.length; at += 1) hash = mix(Math.imul(hash, 31) + (list[at] ?? 0));
  return hash;
}

function isAlike(one: readonly number[], other: readonly number[]): boolean {
  if (one.length !== other.length) return false;
  for (let at = 0; at < one.length; at += 1) if (one[at] !== other[at]) return false;
  return true;
}
