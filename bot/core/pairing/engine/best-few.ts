/** For each of many lists the few entries with the least keys, of equal keys the lesser items, in one block of memory. */
export class BestFew {
  readonly #size: number;
  readonly count: Int32Array;
  readonly #keys: Float64Array;
  readonly #items: Int32Array;
  /** By list: the greatest key kept, or Infinity while there is room. */
  readonly worst: Float64Array;

  constructor(lists: number, size: number) {
    this.#size = size;
    this.count = new Int32Array(lists);
    this.#keys = new Float64Array(lists * size);
    this.#items = new Int32Array(lists * size);
    this.worst = new Float64Array(lists).fill(size === 0 ? -Infinity : Infinity);
  }

  clear(list: number): void {
    this.count[list] = 0;
    this.worst[list] = this.#size === 0 ? -Infinity : Infinity;
  }

  /** Keeps the entry if it is among the best. Each list is a heap, its worst on top. */
  add(list: number, item: number, key: number): void {
    const first = list * this.#size;
    const count = this.count[list] ?? 0;
    if (count < this.#size) {
      this.count[list] = count + 1;
      this.#rise(first, count, item, key);
    } else if (this.#size > 0 && this.#isWorse(first, item, key)) this.#sink(first, item, key);
    if (count + 1 >= this.#size && this.#size > 0) this.worst[list] = this.#keys[first] ?? 0;
  }

  /** Whether what is kept at a place is worse than an entry. */
  #isWorse(place: number, item: number, key: number): boolean {
    const kept = this.#keys[place] ?? 0;
    return kept > key || (kept === key && (this.#items[place] ?? 0) > item);
  }

  #rise(first: number, from: number, item: number, key: number): void {
    let at = from;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (this.#isWorse(first + parent, item, key)) break;
      this.#move(first + parent, first + at);
      at = parent;
    }
    this.#put(first + at, item, key);
  }

  /** Puts the entry in the place of the worst. */
  #sink(first: number, item: number, key: number): void {
    const size = this.#size;
    let at = 0;
    for (let child = 1; child < size; child = 2 * at + 1) {
      const beside = first + child + 1;
      const isOther =
        child + 1 < size && this.#isWorse(beside, this.#items[beside - 1] ?? 0, this.#keys[beside - 1] ?? 0);
      if (isOther) child += 1;
      if (!this.#isWorse(first + child, item, key)) break;
      this.#move(first + child, first + at);
      at = child;
    }
    this.#put(first + at, item, key);
  }

  #move(from: number, to: number): void {
    this.#keys[to] = this.#keys[from] ?? 0;
    this.#items[to] = this.#items[from] ?? 0;
  }

  #put(place: number, item: number, key: number): void {
    this.#keys[place] = key;
    this.#items[place] = item;
  }

  itemAt(list: number, at: number): number {
    return this.#items[list * this.#size + at] ?? 0;
  }

  keyAt(list: number, at: number): number {
    return this.#keys[list * this.#size + at] ?? 0;
  }
}
