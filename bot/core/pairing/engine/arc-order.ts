const BITS = 11;
const BUCKETS = 1 << BITS;

/**
 * The arcs in ascending order of cost, then of tie, then as they came: a radix sort from the lowest digit
 * (Knuth, The Art of Computer Programming 5.2.5), which is linear and stable. Keys are 0 or more.
 */
export function inOrderOfCost(arcs: Int32Array, cost: Int32Array, tie: Int32Array): Int32Array {
  let from = Int32Array.from(arcs);
  let to = new Int32Array(arcs.length);
  for (const key of [tie, cost]) {
    const most = largest(arcs, key);
    for (let shift = 0; most >> shift > 0 && shift < 31; shift += BITS) {
      placeByDigit(from, to, key, shift);
      [from, to] = [to, from];
    }
  }
  return from;
}

function largest(arcs: Int32Array, key: Int32Array): number {
  let most = 0;
  for (let at = 0; at < arcs.length; at += 1) most = Math.max(most, key[arcs[at] ?? 0] ?? 0);
  return most;
}

function placeByDigit(from: Int32Array, to: Int32Array, key: Int32Array, shift: number): void {
  const next = new Int32Array(BUCKETS + 1);
  for (let at = 0; at < from.length; at += 1) {
    const digit = ((key[from[at] ?? 0] ?? 0) >> shift) & (BUCKETS - 1);
    next[digit + 1] = (next[digit + 1] ?? 0) + 1;
  }
  for (let digit = 0; digit < BUCKETS; digit += 1)
    next[digit + 1] = (next[digit + 1] ?? 0) + (next[digit] ?? 0);
  for (let at = 0; at < from.length; at += 1) {
    const arc = from[at] ?? 0;
    const digit = ((key[arc] ?? 0) >> shift) & (BUCKETS - 1);
    const place = next[digit] ?? 0;
    to[place] = arc;
    next[digit] = place + 1;
  }
}
