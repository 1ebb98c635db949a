/** Arcs grouped by one end, cheapest first: row `r` is `start[r] … start[r + 1] - 1`. */
export interface Rows {
  readonly start: Int32Array;
  /** The other end. */
  readonly to: Int32Array;
  /** Whole numbers, four bytes each where they all fit. */
  readonly cost: Int32Array | Float64Array;
}

/** Both views of the same arcs. */
export interface Sides {
  readonly rows: Rows;
  readonly columns: Rows;
}

/** Running sums of counts: where each group starts. */
export function startsOf(counts: Int32Array): Int32Array {
  const start = new Int32Array(counts.length + 1);
  for (let at = 0; at < counts.length; at += 1) start[at + 1] = (start[at] ?? 0) + (counts[at] ?? 0);
  return start;
}
