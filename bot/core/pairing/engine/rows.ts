import type { AimUnits, AssignmentProblem } from '../assignment.ts';
import { inOrder, largestOf } from './sort-arcs.ts';

/** Arcs grouped by one end, cheapest first: row `r` is `start[r] … start[r + 1] - 1`. */
export interface Rows {
  readonly start: Int32Array;
  /** The other end. */
  readonly to: Int32Array;
  /** Whole numbers, four bytes each where they all fit. */
  readonly cost: Int32Array | Float64Array;
  /** In rows of seekers the problem's arc; in columns of mentors the place in the rows. */
  readonly ref: Int32Array;
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

/** By arc: whose it is. */
export function seekersOfArcs({ arcStart, arcMentor }: AssignmentProblem): Int32Array {
  const seekerOf = new Int32Array(arcMentor.length);
  for (let seeker = 0; seeker + 1 < arcStart.length; seeker += 1) {
    seekerOf.fill(seeker, arcStart[seeker] ?? 0, arcStart[seeker + 1] ?? 0);
  }
  return seekerOf;
}

/** Where ties are too small to count they still decide the order of equal costs, so that the seed speaks among equals. */
const ORDER_ONLY = 2048;

/**
 * The arcs that are kept, in ascending order, by seeker and by mentor, cheapest first, so that a scan can stop as soon
 * as the rest cannot be better; of equal costs the lesser tie comes first. `seekerOf` says whose each arc is. Both lists
 * are written over: this is where a large round takes most memory.
 */
export function sortedSides(
  problem: AssignmentProblem,
  units: AimUnits,
  { kept, seekerOf }: { kept: Int32Array; seekerOf: Int32Array },
): Sides {
  const { arcCost, arcMentor, arcTie } = problem;
  const { costUnit, tieRange } = units;
  const largest = largestOf(arcCost);
  const order = { cost: arcCost, largest, tie: arcTie, tieRange: tieRange === 1 ? ORDER_ONLY : tieRange };
  const { sorted, spare } = inOrder(kept, order);
  const isSmall = (largest + 1) * costUnit < 2 ** 31;
  const costs = () => (isSmall ? new Int32Array(sorted.length) : new Float64Array(sorted.length));
  const rows = { ...grouped(sorted, seekerOf, problem.waiting.length), to: spare, cost: costs() };
  const columns = { ...grouped(sorted, arcMentor, problem.capacity.length), to: sorted, cost: costs() };
  // One array at a time: what lies anywhere in memory is read, and what is written lies side by side.
  for (let at = 0; at < columns.ref.length; at += 1) columns.to[at] = seekerOf[columns.ref[at] ?? 0] ?? 0;
  const rowOf = seekerOf;
  for (let at = 0; at < rows.ref.length; at += 1) {
    const arc = rows.ref[at] ?? 0;
    rowOf[arc] = at;
    rows.to[at] = arcMentor[arc] ?? 0;
    rows.cost[at] = (arcCost[arc] ?? 0) * costUnit + ((arcTie[arc] ?? 0) % tieRange);
  }
  for (let at = 0; at < columns.ref.length; at += 1) {
    const inRow = rowOf[columns.ref[at] ?? 0] ?? 0;
    columns.ref[at] = inRow;
    columns.cost[at] = rows.cost[inRow] ?? 0;
  }
  return { rows, columns };
}

/** The arcs by their ends, in the order in which they come. */
function grouped(arcs: Int32Array, endOf: Int32Array, ends: number): Pick<Rows, 'start' | 'ref'> {
  const counts = new Int32Array(ends);
  for (let at = 0; at < arcs.length; at += 1) {
    const end = endOf[arcs[at] ?? 0] ?? 0;
    counts[end] = (counts[end] ?? 0) + 1;
  }
  const start = startsOf(counts);
  const next = start.slice();
  const ref = new Int32Array(arcs.length);
  for (let at = 0; at < arcs.length; at += 1) {
    const arc = arcs[at] ?? 0;
    const end = endOf[arc] ?? 0;
    const place = next[end] ?? 0;
    ref[place] = arc;
    next[end] = place + 1;
  }
  return { start, ref };
}
