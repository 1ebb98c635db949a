/** What arcs are put in order by: cost, then tie. Whole numbers, 0 or more; of ties what is below `tieRange` counts, a power of two. */
export interface ArcOrder {
  readonly cost: Int32Array;
  /** No cost is larger. */
  readonly largest: number;
  readonly tie: Int32Array;
  readonly tieRange: number;
}

/** Bits to a digit: the counts of one stay in the nearest memory. */
const DIGIT = 11;
const MASK = 2 ** DIGIT - 1;

/** Numbers in order, and an array as long that may be written over. */
export interface Sorted {
  readonly sorted: Int32Array;
  readonly spare: Int32Array;
}

/**
 * Puts arcs in order of cost, then tie, then number; they come in order of their numbers, in an array that is written
 * over. Digit by digit from the least, each time in the order of the time before (radix sort; Knuth, The Art of Computer
 * Programming, volume 3, section 5.2.5).
 */
export function inOrder(arcs: Int32Array, { cost, largest, tie, tieRange }: ArcOrder): Sorted {
  let [sorted, spare]: [Int32Array, Int32Array] = [arcs, new Int32Array(arcs.length)];
  const sortBy = (values: Int32Array, most: number, mask: number): void => {
    for (let shift = 0; most >> shift > 0; shift += DIGIT) {
      sortByDigit(sorted, spare, values, { shift, mask: (mask >> shift) & MASK });
      [sorted, spare] = [spare, sorted];
    }
  };
  sortBy(tie, tieRange - 1, tieRange - 1);
  sortBy(cost, largest, 2 ** 31 - 1);
  return { sorted, spare };
}

function sortByDigit(
  from: Int32Array,
  to: Int32Array,
  values: Int32Array,
  { shift, mask }: { shift: number; mask: number },
): void {
  const next = new Int32Array(mask + 2);
  for (let at = 0; at < from.length; at += 1) {
    const digit = ((values[from[at] ?? 0] ?? 0) >> shift) & mask;
    next[digit + 1] = (next[digit + 1] ?? 0) + 1;
  }
  for (let digit = 1; digit <= mask; digit += 1) next[digit] = (next[digit] ?? 0) + (next[digit - 1] ?? 0);
  for (let at = 0; at < from.length; at += 1) {
    const arc = from[at] ?? 0;
    const digit = ((values[arc] ?? 0) >> shift) & mask;
    const place = next[digit] ?? 0;
    to[place] = arc;
    next[digit] = place + 1;
  }
}

/** 0 for none. */
export function largestOf(values: Int32Array): number {
  let most = 0;
  for (let at = 0; at < values.length; at += 1) most = Math.max(most, values[at] ?? 0);
  return most;
}
