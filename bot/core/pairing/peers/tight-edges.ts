export interface WeightedEdge {
  readonly a: number;
  readonly b: number;
  readonly weight: number;
}

/**
 * Between any two vertices or blossoms: the tightest edge, with its ends among the vertices and its doubled weight,
 * and the label (dual) of each. Places count from 1; 0 is "none".
 */
export class TightEdges {
  readonly #width: number;
  readonly #from: Int32Array;
  readonly #to: Int32Array;
  readonly #weight: Float64Array;
  readonly label: Float64Array;

  constructor(width: number) {
    this.#width = width;
    this.#from = new Int32Array(width * width);
    this.#to = new Int32Array(width * width);
    this.#weight = new Float64Array(width * width);
    this.label = new Float64Array(width);
  }

  /** All vertices with their edges, and labels that no edge is worth more than. */
  fill(size: number, edges: readonly WeightedEdge[]): void {
    for (let u = 1; u <= size; u += 1) {
      for (let v = 1; v <= size; v += 1) this.set(u, v, { from: u, to: v, weight: 0 });
    }
    let most = 0;
    for (const { a, b, weight } of edges) {
      const [u, v] = [a + 1, b + 1];
      this.set(u, v, { from: u, to: v, weight: 2 * weight });
      this.set(v, u, { from: v, to: u, weight: 2 * weight });
      most = Math.max(most, weight);
    }
    this.label.fill(most, 1, size + 1);
  }

  set(x: number, y: number, edge: { from: number; to: number; weight: number }): void {
    const at = x * this.#width + y;
    this.#from[at] = edge.from;
    this.#to[at] = edge.to;
    this.#weight[at] = edge.weight;
  }

  /** Twice the weight; 0 where there is no edge. */
  weight(x: number, y: number): number {
    return this.#weight[x * this.#width + y] ?? 0;
  }

  from(x: number, y: number): number {
    return this.#from[x * this.#width + y] ?? 0;
  }

  to(x: number, y: number): number {
    return this.#to[x * this.#width + y] ?? 0;
  }

  /** Reduced cost; 0 is tight. */
  distance(x: number, y: number): number {
    return (this.label[this.from(x, y)] ?? 0) + (this.label[this.to(x, y)] ?? 0) - this.weight(x, y);
  }

  /** Gives a new blossom, for each of the first `count` places, the tightest edge that one of its children has. */
  join(blossom: number, children: readonly number[], count: number): void {
    for (let x = 1; x <= count; x += 1) {
      this.#weight[blossom * this.#width + x] = 0;
      this.#weight[x * this.#width + blossom] = 0;
    }
    for (const child of children) {
      for (let x = 1; x <= count; x += 1) {
        const known = this.weight(blossom, x) !== 0;
        if (known && this.distance(child, x) >= this.distance(blossom, x)) continue;
        const [from, to, weight] = [this.from(child, x), this.to(child, x), this.weight(child, x)];
        this.set(blossom, x, { from, to, weight });
        this.set(x, blossom, { from: to, to: from, weight: this.weight(x, child) });
      }
    }
  }
}
