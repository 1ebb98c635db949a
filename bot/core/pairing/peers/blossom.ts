import { Cycles } from './cycles.ts';
import { TightEdges } from './tight-edges.ts';

/**
 * Matching of greatest total weight in a general graph (Edmonds 1965; the O(n^3) form after Galil 1986), on a dense
 * table: for up to about a thousand people. Vertices count from 1 here, 0 is "none"; above `size` are blossoms,
 * which are odd cycles shrunk to one vertex. Weights are positive whole numbers; labels (duals) stay whole.
 */
const FREE = -1;
const OUTER = 0;
const INNER = 1;

export interface WeightedEdge {
  readonly a: number;
  readonly b: number;
  readonly weight: number;
}

/** By vertex: its partner, or -1. */
export function heaviestMatching(size: number, edges: readonly WeightedEdge[]): Int32Array {
  const matching = new Blossoms(size, edges);
  while (matching.augmentOnce());
  return matching.partners();
}

class Blossoms {
  readonly #size: number;
  #used: number;
  readonly #edges: TightEdges;
  readonly #cycles: Cycles;
  readonly #match: Int32Array;
  /** The outer vertex whose edge to this place is the tightest. */
  readonly #slack: Int32Array;
  /** The outermost blossom of each vertex. */
  readonly #top: Int32Array;
  readonly #parent: Int32Array;
  readonly #state: Int8Array;
  readonly #visited: Int32Array;
  #visit = 0;
  #queue: number[] = [];

  constructor(size: number, edges: readonly WeightedEdge[]) {
    const width = size + Math.ceil(size / 2) + 2;
    this.#size = size;
    this.#used = size;
    this.#edges = new TightEdges(width);
    this.#cycles = new Cycles(size, width);
    this.#match = new Int32Array(width);
    this.#slack = new Int32Array(width);
    this.#parent = new Int32Array(width);
    this.#visited = new Int32Array(width);
    this.#state = new Int8Array(width).fill(FREE);
    this.#top = Int32Array.from({ length: width }, (_none, at) => (at <= size ? at : 0));
    for (let u = 1; u <= size; u += 1) {
      for (let v = 1; v <= size; v += 1) this.#edges.set(u, v, { from: u, to: v, weight: 0 });
    }
    let most = 0;
    for (const { a, b, weight } of edges) {
      const [u, v] = [a + 1, b + 1];
      this.#edges.set(u, v, { from: u, to: v, weight: 2 * weight });
      this.#edges.set(v, u, { from: v, to: u, weight: 2 * weight });
      most = Math.max(most, weight);
    }
    this.#edges.label.fill(most, 1, size + 1);
  }

  partners(): Int32Array {
    return this.#match.slice(1, this.#size + 1).map((partner) => partner - 1);
  }

  #topOf(x: number): number {
    return this.#top[x] ?? 0;
  }

  #stateOf(x: number): number {
    return this.#state[x] ?? FREE;
  }

  #noteSlack(u: number, x: number): void {
    const known = this.#slack[x] ?? 0;
    if (known === 0 || this.#edges.distance(u, x) < this.#edges.distance(known, x)) this.#slack[x] = u;
  }

  #findSlack(x: number): void {
    this.#slack[x] = 0;
    for (let u = 1; u <= this.#size; u += 1) {
      const outer = this.#topOf(u) !== x && this.#stateOf(this.#topOf(u)) === OUTER;
      if (outer && this.#edges.weight(u, x) > 0) this.#noteSlack(u, x);
    }
  }

  #enqueue(x: number): void {
    if (x <= this.#size) this.#queue.push(x);
    else for (const child of this.#cycles.children(x)) this.#enqueue(child);
  }

  #setTop(x: number, blossom: number): void {
    this.#top[x] = blossom;
    if (x <= this.#size) return;
    for (const child of this.#cycles.children(x)) this.#setTop(child, blossom);
  }

  #setMatch(x: number, y: number): void {
    this.#match[x] = this.#edges.to(x, y);
    if (x <= this.#size) return;
    const child = this.#cycles.childHolding(x, this.#edges.from(x, y));
    const steps = this.#cycles.evenSteps(x, child);
    const cycle = this.#cycles.children(x);
    for (let i = 0; i < steps; i += 1) this.#setMatch(cycle[i] ?? 0, cycle[i ^ 1] ?? 0);
    this.#setMatch(child, y);
    this.#cycles.rotate(x, steps);
  }

  #augment(from: number, to: number): void {
    for (let [u, v] = [from, to]; ;) {
      const next = this.#topOf(this.#match[u] ?? 0);
      this.#setMatch(u, v);
      if (next === 0) return;
      const above = this.#topOf(this.#parent[next] ?? 0);
      this.#setMatch(next, above);
      [u, v] = [above, next];
    }
  }

  #commonRoot(a: number, b: number): number {
    this.#visit += 1;
    for (let [u, v] = [a, b]; u !== 0 || v !== 0; [u, v] = [v, u]) {
      if (u === 0) continue;
      if (this.#visited[u] === this.#visit) return u;
      this.#visited[u] = this.#visit;
      u = this.#topOf(this.#match[u] ?? 0);
      if (u !== 0) u = this.#topOf(this.#parent[u] ?? 0);
    }
    return 0;
  }

  #pathTo(root: number, start: number): number[] {
    const path: number[] = [];
    for (let x = start; x !== root;) {
      const inner = this.#topOf(this.#match[x] ?? 0);
      path.push(x, inner);
      this.#enqueue(inner);
      x = this.#topOf(this.#parent[inner] ?? 0);
    }
    return path;
  }

  #shrink(u: number, root: number, v: number): void {
    let blossom = this.#size + 1;
    while (blossom <= this.#used && this.#topOf(blossom) !== 0) blossom += 1;
    this.#used = Math.max(this.#used, blossom);
    this.#edges.label[blossom] = 0;
    this.#state[blossom] = OUTER;
    this.#match[blossom] = this.#match[root] ?? 0;
    const cycle = [root, ...this.#pathTo(root, u).reverse(), ...this.#pathTo(root, v)];
    this.#cycles.form(blossom, cycle);
    this.#setTop(blossom, blossom);
    this.#edges.join(blossom, cycle, this.#used);
    this.#findSlack(blossom);
  }

  #expand(blossom: number): void {
    for (const child of this.#cycles.children(blossom)) this.#setTop(child, child);
    const entry = this.#edges.from(blossom, this.#parent[blossom] ?? 0);
    const first = this.#cycles.childHolding(blossom, entry);
    const steps = this.#cycles.evenSteps(blossom, first);
    const cycle = this.#cycles.children(blossom);
    for (let i = 0; i < steps; i += 2) {
      const [inner, outer] = [cycle[i] ?? 0, cycle[i + 1] ?? 0];
      this.#parent[inner] = this.#edges.from(outer, inner);
      this.#state[inner] = INNER;
      this.#state[outer] = OUTER;
      this.#slack[inner] = 0;
      this.#findSlack(outer);
      this.#enqueue(outer);
    }
    this.#state[first] = INNER;
    this.#parent[first] = this.#parent[blossom] ?? 0;
    for (const child of cycle.slice(steps + 1)) {
      this.#state[child] = FREE;
      this.#findSlack(child);
    }
    this.#top[blossom] = 0;
  }

  /** Follows a tight edge; true when it completed an augmenting path. */
  #follow(x: number, y: number): boolean {
    const from = this.#edges.from(x, y);
    const [u, v] = [this.#topOf(from), this.#topOf(this.#edges.to(x, y))];
    if (this.#stateOf(v) === FREE) {
      this.#parent[v] = from;
      this.#state[v] = INNER;
      const next = this.#topOf(this.#match[v] ?? 0);
      this.#slack[v] = 0;
      this.#slack[next] = 0;
      this.#state[next] = OUTER;
      this.#enqueue(next);
    } else if (this.#stateOf(v) === OUTER) {
      const root = this.#commonRoot(u, v);
      if (root === 0) {
        this.#augment(u, v);
        this.#augment(v, u);
        return true;
      }
      this.#shrink(u, root, v);
    }
    return false;
  }

  #growTrees(): boolean {
    for (let head = 0; head < this.#queue.length; head += 1) {
      const u = this.#queue[head] ?? 0;
      if (this.#stateOf(this.#topOf(u)) === INNER) continue;
      for (let v = 1; v <= this.#size; v += 1) {
        if (this.#edges.weight(u, v) === 0 || this.#topOf(u) === this.#topOf(v)) continue;
        if (this.#edges.distance(u, v) !== 0) this.#noteSlack(u, this.#topOf(v));
        else if (this.#follow(u, v)) return true;
      }
    }
    this.#queue = [];
    return false;
  }

  #isTop(x: number): boolean {
    return this.#topOf(x) === x;
  }

  #step(): number {
    let step = Infinity;
    for (let b = this.#size + 1; b <= this.#used; b += 1) {
      if (this.#isTop(b) && this.#stateOf(b) === INNER)
        step = Math.min(step, (this.#edges.label[b] ?? 0) / 2);
    }
    for (let x = 1; x <= this.#used; x += 1) {
      const near = this.#slack[x] ?? 0;
      if (!this.#isTop(x) || near === 0) continue;
      if (this.#stateOf(x) === FREE) step = Math.min(step, this.#edges.distance(near, x));
      else if (this.#stateOf(x) === OUTER) step = Math.min(step, this.#edges.distance(near, x) / 2);
    }
    return step;
  }

  /** Moves the labels by one step; false when an outer vertex would go below zero: staying alone is best. */
  #relabel(step: number): boolean {
    for (let u = 1; u <= this.#size; u += 1) {
      const state = this.#stateOf(this.#topOf(u));
      const label = this.#edges.label[u] ?? 0;
      if (state === OUTER && label <= step) return false;
      if (state === OUTER) this.#edges.label[u] = label - step;
      else if (state === INNER) this.#edges.label[u] = label + step;
    }
    for (let b = this.#size + 1; b <= this.#used; b += 1) {
      if (!this.#isTop(b)) continue;
      const label = this.#edges.label[b] ?? 0;
      if (this.#stateOf(b) === OUTER) this.#edges.label[b] = label + 2 * step;
      else if (this.#stateOf(b) === INNER) this.#edges.label[b] = label - 2 * step;
    }
    return true;
  }

  #followTight(): boolean {
    for (let x = 1; x <= this.#used; x += 1) {
      const near = this.#slack[x] ?? 0;
      if (!this.#isTop(x) || near === 0 || this.#topOf(near) === x) continue;
      if (this.#edges.distance(near, x) === 0 && this.#follow(near, x)) return true;
    }
    for (let b = this.#size + 1; b <= this.#used; b += 1) {
      if (this.#isTop(b) && this.#stateOf(b) === INNER && this.#edges.label[b] === 0) this.#expand(b);
    }
    return false;
  }

  /** One stage: grows alternating trees from everyone who is alone until one more pair is found. */
  augmentOnce(): boolean {
    this.#state.fill(FREE);
    this.#slack.fill(0);
    this.#queue = [];
    for (let x = 1; x <= this.#used; x += 1) {
      if (!this.#isTop(x) || this.#match[x] !== 0) continue;
      this.#parent[x] = 0;
      this.#state[x] = OUTER;
      this.#enqueue(x);
    }
    if (this.#queue.length === 0) return false;
    for (;;) {
      if (this.#growTrees()) return true;
      if (!this.#relabel(this.#step())) return false;
      this.#queue = [];
      if (this.#followTight()) return true;
    }
  }
}
