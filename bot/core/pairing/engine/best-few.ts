/** For each of many lists the few entries with the least keys, in one block of memory. */
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

  /** Keeps the entry if it is among the best; `key` must be below `worst`. Each list is a heap, its worst on top. */
  add(list: number, item: number, key: number): void {
    const first = list * this.#size;
    const count = this.count[list] ?? 0;
    if (count < this.#size) {
      this.count[list] = count + 1;
      this.#rise(first, count, item, key);
    } else this.#sink(first, item, key);
    if (count + 1 >= this.#size) this.worst[list] = this.#keys[first] ?? 0;
  }

  #rise(first: number, from: number, item: number, key: number): void {
    const [keys, items] = [this.#keys, this.#items];
    let at = from;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      const above = keys[first + parent] ?? 0;
      if (above >= key) break;
      keys[first + at] = above;
      items[first + at] = items[first + parent] ?? 0;
      at = parent;
    }
    keys[first + at] = key;
    items[first + at] = item;
  }

  /** Puts the entry in the place of the worst. */
  #sink(first: number, item: number, key: number): void {
    const [keys, items, size] = [this.#keys, this.#items, this.#size];
    let at = 0;
    for (let child = 1; child < size; child = 2 * at + 1) {
      if (child + 1 < size && (keys[first + child + 1] ?? 0) > (keys[first + child] ?? 0)) child += 1;
      const below = keys[first + child] ?? 0;
      if (below <= key) break;
      keys[first + at] = below;
      items[first + at] = items[first + child] ?? 0;
      at = child;
    }
    keys[first + at] = key;
    items[first + at] = item;
  }

  itemAt(list: number, at: number): number {
    return this.#items[list * this.#size + at] ?? 0;
  }

  keyAt(list: number, at: number): number {
    return this.#keys[list * this.#size + at] ?? 0;
  }
}
