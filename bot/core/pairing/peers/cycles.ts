/** The odd cycles that blossoms stand for: children in order, the base first, and which child holds each vertex. */
export class Cycles {
  readonly #size: number;
  readonly #children: number[][];
  readonly #childWith: Int32Array;

  constructor(size: number, width: number) {
    this.#size = size;
    this.#children = Array.from({ length: width }, () => []);
    this.#childWith = new Int32Array(width * (size + 1));
    for (let x = 1; x <= size; x += 1) this.#childWith[x * (size + 1) + x] = x;
  }

  children(blossom: number): readonly number[] {
    return this.#children[blossom] ?? [];
  }

  /** The child of the blossom that holds this vertex; 0 for none. */
  childHolding(blossom: number, vertex: number): number {
    return this.#childWith[blossom * (this.#size + 1) + vertex] ?? 0;
  }

  form(blossom: number, children: readonly number[]): void {
    const row = this.#size + 1;
    this.#children[blossom] = [...children];
    this.#childWith.fill(0, blossom * row, (blossom + 1) * row);
    for (const child of children) {
      for (let x = 1; x <= this.#size; x += 1) {
        if (this.childHolding(child, x) !== 0) this.#childWith[blossom * row + x] = child;
      }
    }
  }

  /** Turns the cycle round its base where needed so that `child` is an even number of steps away; returns how many. */
  evenSteps(blossom: number, child: number): number {
    const cycle = this.children(blossom);
    const steps = cycle.indexOf(child);
    if (steps % 2 === 0) return steps;
    this.#children[blossom] = [...cycle.slice(0, 1), ...cycle.slice(1).reverse()];
    return cycle.length - steps;
  }

  /** Makes the child that is `steps` away the base. */
  rotate(blossom: number, steps: number): void {
    const cycle = this.children(blossom);
    this.#children[blossom] = [...cycle.slice(steps), ...cycle.slice(0, steps)];
  }
}
