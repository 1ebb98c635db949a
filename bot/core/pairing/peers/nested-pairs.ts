import type { Cycles } from './cycles.ts';
import type { TightEdges } from './tight-edges.ts';

/** Who is paired with whom when vertices lie in blossoms within blossoms. Places count from 1; 0 is "none". */
export class NestedPairs {
  /** By vertex or blossom: the vertex across its pair. */
  readonly match: Int32Array;
  readonly #size: number;
  /** The outermost blossom of each vertex. */
  readonly #top: Int32Array;
  readonly #edges: TightEdges;
  readonly #cycles: Cycles;

  constructor(size: number, width: number, parts: { edges: TightEdges; cycles: Cycles }) {
    this.#size = size;
    this.#edges = parts.edges;
    this.#cycles = parts.cycles;
    this.match = new Int32Array(width);
    this.#top = Int32Array.from({ length: width }, (_none, at) => (at <= size ? at : 0));
  }

  topOf(x: number): number {
    return this.#top[x] ?? 0;
  }

  isTop(x: number): boolean {
    return this.topOf(x) === x;
  }

  baseOf(x: number): number {
    let base = x;
    while (base > this.#size) base = this.#cycles.children(base)[0] ?? 0;
    return base;
  }

  /** A blossom that was opened is nobody's. */
  dissolve(blossom: number): void {
    this.#top[blossom] = 0;
  }

  /** The blossom in which the vertex across this pair lies. */
  across(x: number): number {
    return this.topOf(this.match[x] ?? 0);
  }

  setTop(x: number, blossom: number): void {
    this.#top[x] = blossom;
    if (x <= this.#size) return;
    for (const child of this.#cycles.children(x)) this.setTop(child, blossom);
  }

  setMatch(x: number, y: number): void {
    this.match[x] = this.#edges.to(x, y);
    if (x <= this.#size) return;
    const child = this.#cycles.childHolding(x, this.#edges.from(x, y));
    this.#turnTo(x, child);
    this.setMatch(child, y);
  }

  /** Pairs the children of a blossom anew so that this one is its base. */
  #turnTo(x: number, child: number): void {
    const steps = this.#cycles.evenSteps(x, child);
    const cycle = this.#cycles.children(x);
    for (let i = 0; i < steps; i += 1) this.setMatch(cycle[i] ?? 0, cycle[i ^ 1] ?? 0);
    this.#cycles.rotate(x, steps);
  }

  /** Makes a vertex the one of its blossom that is paired with nobody inside, nor outside. */
  rebase(x: number, vertex: number): void {
    this.match[x] = 0;
    if (x <= this.#size) return;
    const child = this.#cycles.childHolding(x, vertex);
    this.#turnTo(x, child);
    this.rebase(child, vertex);
  }
}
