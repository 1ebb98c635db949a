/** A priority queue of small whole numbers by key, in typed arrays; of equal keys the smaller number comes first. */
export class PathHeap {
  #items = new Int32Array(1024);
  #keys = new Float64Array(1024);
  #size = 0;

  get isEmpty(): boolean {
    return this.#size === 0;
  }

  /** The least key; Infinity when empty. */
  get least(): number {
    return this.#size === 0 ? Infinity : (this.#keys[0] ?? 0);
  }

  clear(): void {
    this.#size = 0;
  }

  push(item: number, key: number): void {
    if (this.#size === this.#items.length) this.#grow();
    const [items, keys] = [this.#items, this.#keys];
    let at = this.#size;
    this.#size += 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      const above = keys[parent] ?? 0;
      if (above < key || (above === key && (items[parent] ?? 0) <= item)) break;
      items[at] = items[parent] ?? 0;
      keys[at] = above;
      at = parent;
    }
    items[at] = item;
    keys[at] = key;
  }

  /** Takes out the item with the least key; only when not empty. */
  pop(): number {
    const [items, keys] = [this.#items, this.#keys];
    const first = items[0] ?? 0;
    this.#size -= 1;
    const size = this.#size;
    const item = items[size] ?? 0;
    const key = keys[size] ?? 0;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= size) break;
      const right = child + 1;
      if (right < size && this.#isBefore(right, child)) child = right;
      const below = keys[child] ?? 0;
      if (key < below || (key === below && item <= (items[child] ?? 0))) break;
      items[at] = items[child] ?? 0;
      keys[at] = below;
      at = child;
    }
    items[at] = item;
    keys[at] = key;
    return first;
  }

  #isBefore(a: number, b: number): boolean {
    const [keyA, keyB] = [this.#keys[a] ?? 0, this.#keys[b] ?? 0];
    return keyA < keyB || (keyA === keyB && (this.#items[a] ?? 0) < (this.#items[b] ?? 0));
  }

  #grow(): void {
    const [items, keys] = [this.#items, this.#keys];
    this.#items = new Int32Array(2 * items.length);
    this.#keys = new Float64Array(2 * keys.length);
    this.#items.set(items);
    this.#keys.set(keys);
  }
}
