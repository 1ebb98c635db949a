import { Cycles } from './cycles.ts';
import { NestedPairs } from './nested-pairs.ts';
import { TightEdges } from './tight-edges.ts';
import type { WeightedEdge } from './tight-edges.ts';

/**
 * Matching of greatest total weight in a general graph (Edmonds 1965; the O(n^3) form after Galil 1986), on a dense
 * table: for up to about two thousand people. Vertices count from 1 here, 0 is "none"; above `size` are blossoms,
 * which are odd cycles shrunk to one vertex. Weights are positive whole numbers; labels (duals) stay whole.
 * It may begin with labels and pairs that were found elsewhere, as long as no edge is worth more than its labels and
 * pairs are worth exactly theirs (Derigs 1986): then only those who are alone at a label above 0 are left to do.
 */
const FREE = -1;
const OUTER = 0;
const INNER = 1;

/** Where to begin: by vertex half its label, and its partner or -1. */
export interface Start {
  readonly price: Float64Array;
  readonly partners: Int32Array;
}

/** By vertex: its partner, or -1. */
export function heaviestMatching(size: number, edges: readonly WeightedEdge[], start?: Start): Int32Array {
  const matching = new Blossoms(size, edges);
  if (start !== undefined) matching.begin(start);
  while (matching.augmentOnce());
  return matching.partners();
}

class Blossoms {
  readonly #size: number;
  #used: number;
  readonly #edges: TightEdges;
  readonly #cycles: Cycles;
  readonly #pairs: NestedPairs;
  /** The outer vertex whose edge to this place is the tightest. */
  readonly #slack: Int32Array;
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
    this.#pairs = new NestedPairs(size, width, { edges: this.#edges, cycles: this.#cycles });
    this.#slack = new Int32Array(width);
    this.#parent = new Int32Array(width);
    this.#visited = new Int32Array(width);
    this.#state = new Int8Array(width).fill(FREE);
    this.#edges.fill(size, edges);
  }

  begin({ price, partners }: Start): void {
    for (const [at, partner] of partners.entries()) {
      this.#edges.label[at + 1] = 2 * (price[at] ?? 0);
      this.#pairs.match[at + 1] = partner + 1;
    }
  }

  partners(): Int32Array {
    return this.#pairs.match.slice(1, this.#size + 1).map((partner) => partner - 1);
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
      const outer = this.#pairs.topOf(u) !== x && this.#stateOf(this.#pairs.topOf(u)) === OUTER;
      if (outer && this.#edges.weight(u, x) > 0) this.#noteSlack(u, x);
    }
  }

  #enqueue(x: number): void {
    if (x <= this.#size) this.#queue.push(x);
    else for (const child of this.#cycles.children(x)) this.#enqueue(child);
  }

  #augment(from: number, to: number): void {
    for (let [u, v] = [from, to]; ;) {
      const next = this.#pairs.across(u);
      this.#pairs.setMatch(u, v);
      if (next === 0) return;
      const above = this.#pairs.topOf(this.#parent[next] ?? 0);
      this.#pairs.setMatch(next, above);
      [u, v] = [above, next];
    }
  }

  /** Leaves this outer vertex alone, whose label is 0, and pairs the root of its tree instead. */
  #leaveAlone(vertex: number): void {
    const top = this.#pairs.topOf(vertex);
    const next = this.#pairs.across(top);
    this.#pairs.rebase(top, vertex);
    if (next === 0) return;
    const above = this.#pairs.topOf(this.#parent[next] ?? 0);
    this.#pairs.setMatch(next, above);
    this.#augment(above, next);
  }

  #commonRoot(a: number, b: number): number {
    this.#visit += 1;
    for (let [u, v] = [a, b]; u !== 0 || v !== 0; [u, v] = [v, u]) {
      if (u === 0) continue;
      if (this.#visited[u] === this.#visit) return u;
      this.#visited[u] = this.#visit;
      u = this.#pairs.across(u);
      if (u !== 0) u = this.#pairs.topOf(this.#parent[u] ?? 0);
    }
    return 0;
  }

  #pathTo(root: number, start: number): number[] {
    const path: number[] = [];
    for (let x = start; x !== root;) {
      const inner = this.#pairs.across(x);
      path.push(x, inner);
      this.#enqueue(inner);
      x = this.#pairs.topOf(this.#parent[inner] ?? 0);
    }
    return path;
  }

  #shrink(u: number, root: number, v: number): void {
    let blossom = this.#size + 1;
    while (blossom <= this.#used && this.#pairs.topOf(blossom) !== 0) blossom += 1;
    this.#used = Math.max(this.#used, blossom);
    this.#edges.label[blossom] = 0;
    this.#state[blossom] = OUTER;
    this.#pairs.match[blossom] = this.#pairs.match[root] ?? 0;
    const cycle = [root, ...this.#pathTo(root, u).reverse(), ...this.#pathTo(root, v)];
    this.#cycles.form(blossom, cycle);
    this.#pairs.setTop(blossom, blossom);
    this.#edges.join(blossom, cycle, this.#used);
    this.#findSlack(blossom);
  }

  #expand(blossom: number): void {
    for (const child of this.#cycles.children(blossom)) this.#pairs.setTop(child, child);
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
    this.#pairs.dissolve(blossom);
  }

  /** Follows a tight edge; true when it completed an augmenting path. */
  #follow(x: number, y: number): boolean {
    const from = this.#edges.from(x, y);
    const [u, v] = [this.#pairs.topOf(from), this.#pairs.topOf(this.#edges.to(x, y))];
    if (this.#stateOf(v) === FREE && this.#pairs.match[v] === 0) {
      this.#augment(u, v);
      this.#augment(v, u);
      return true;
    }
    if (this.#stateOf(v) === FREE) {
      this.#parent[v] = from;
      this.#state[v] = INNER;
      const next = this.#pairs.across(v);
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
      if (this.#stateOf(this.#pairs.topOf(u)) === INNER) continue;
      for (let v = 1; v <= this.#size; v += 1) {
        if (this.#edges.weight(u, v) === 0 || this.#pairs.topOf(u) === this.#pairs.topOf(v)) continue;
        if (this.#edges.distance(u, v) !== 0) this.#noteSlack(u, this.#pairs.topOf(v));
        else if (this.#follow(u, v)) return true;
      }
    }
    this.#queue = [];
    return false;
  }

  #step(): number {
    let step = Infinity;
    for (let b = this.#size + 1; b <= this.#used; b += 1) {
      if (this.#pairs.isTop(b) && this.#stateOf(b) === INNER)
        step = Math.min(step, (this.#edges.label[b] ?? 0) / 2);
    }
    for (let u = 1; u <= this.#size; u += 1) {
      if (this.#stateOf(this.#pairs.topOf(u)) === OUTER) step = Math.min(step, this.#edges.label[u] ?? 0);
    }
    for (let x = 1; x <= this.#used; x += 1) {
      const near = this.#slack[x] ?? 0;
      if (!this.#pairs.isTop(x) || near === 0) continue;
      if (this.#stateOf(x) === FREE) step = Math.min(step, this.#edges.distance(near, x));
      else if (this.#stateOf(x) === OUTER) step = Math.min(step, this.#edges.distance(near, x) / 2);
    }
    return step;
  }

  /** Moves the labels by one step; returns an outer vertex that came down to 0, whom staying alone costs nothing. */
  #relabel(step: number): number {
    let atZero = 0;
    for (let u = 1; u <= this.#size; u += 1) {
      const state = this.#stateOf(this.#pairs.topOf(u));
      const label = this.#edges.label[u] ?? 0;
      if (state === OUTER && label === step) atZero = u;
      if (state === OUTER) this.#edges.label[u] = label - step;
      else if (state === INNER) this.#edges.label[u] = label + step;
    }
    for (let b = this.#size + 1; b <= this.#used; b += 1) {
      if (!this.#pairs.isTop(b)) continue;
      const label = this.#edges.label[b] ?? 0;
      if (this.#stateOf(b) === OUTER) this.#edges.label[b] = label + 2 * step;
      else if (this.#stateOf(b) === INNER) this.#edges.label[b] = label - 2 * step;
    }
    return atZero;
  }

  #followTight(): boolean {
    for (let x = 1; x <= this.#used; x += 1) {
      const near = this.#slack[x] ?? 0;
      if (!this.#pairs.isTop(x) || near === 0 || this.#pairs.topOf(near) === x) continue;
      if (this.#edges.distance(near, x) === 0 && this.#follow(near, x)) return true;
    }
    for (let b = this.#size + 1; b <= this.#used; b += 1) {
      if (this.#pairs.isTop(b) && this.#stateOf(b) === INNER && this.#edges.label[b] === 0) this.#expand(b);
    }
    return false;
  }

  /** One stage: grows alternating trees from everyone who is alone at a price, until there is one less. */
  augmentOnce(): boolean {
    this.#state.fill(FREE);
    this.#slack.fill(0);
    this.#queue = [];
    for (let x = 1; x <= this.#used; x += 1) {
      if (
        !this.#pairs.isTop(x) ||
        this.#pairs.match[x] !== 0 ||
        this.#edges.label[this.#pairs.baseOf(x)] === 0
      )
        continue;
      this.#parent[x] = 0;
      this.#state[x] = OUTER;
      this.#enqueue(x);
    }
    if (this.#queue.length === 0) return false;
    for (;;) {
      if (this.#growTrees()) return true;
      const alone = this.#relabel(this.#step());
      if (alone !== 0) {
        this.#leaveAlone(alone);
        return true;
      }
      this.#queue = [];
      if (this.#followTight()) return true;
    }
  }
}
