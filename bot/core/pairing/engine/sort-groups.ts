/** What arcs are put in order by: cost, then tie. Whole numbers, 0 or more; ties are below `tieRange`. */
export interface ArcOrder {
  readonly cost: Int32Array;
  readonly tie: Int32Array;
  readonly tieRange: number;
}

/**
 * Puts the arcs of each group in order, of equal ones the lesser number first: group `g` is
 * `arcs[start[g]] … arcs[start[g + 1] - 1]`, ascending. Cost, tie and place are packed into one number, so that no
 * comparison has to be called; only where they do not fit, in a very long group, it is.
 */
export function sortGroups(arcs: Int32Array, start: Int32Array, { cost, tie, tieRange }: ArcOrder): void {
  const keyOf = (arc: number): number => (cost[arc] ?? 0) * tieRange + ((tie[arc] ?? 0) % tieRange);
  const places = 2 ** Math.floor(Math.log2(2 ** 53 / ((largest(cost) + 1) * tieRange)));
  const packed = new Float64Array(Math.min(places, longest(start)));
  const before = new Int32Array(packed.length);
  for (let group = 0; group + 1 < start.length; group += 1) {
    const first = start[group] ?? 0;
    const size = (start[group + 1] ?? 0) - first;
    if (size > places) {
      arcs.subarray(first, first + size).sort((a, b) => keyOf(a) - keyOf(b) || a - b);
      continue;
    }
    for (let place = 0; place < size; place += 1) {
      const arc = arcs[first + place] ?? 0;
      before[place] = arc;
      packed[place] = keyOf(arc) * places + place;
    }
    packed.subarray(0, size).sort();
    for (let at = 0; at < size; at += 1) {
      const all = packed[at] ?? 0;
      arcs[first + at] = before[all - Math.floor(all / places) * places] ?? 0;
    }
  }
}

const largest = (values: Int32Array): number => values.reduce((most, value) => Math.max(most, value), 0);

function longest(start: Int32Array): number {
  let most = 0;
  for (let group = 0; group + 1 < start.length; group += 1) {
    most = Math.max(most, (start[group + 1] ?? 0) - (start[group] ?? 0));
  }
  return most;
}
