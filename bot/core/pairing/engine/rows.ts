import { TIE_RANGE } from '../assignment.ts';
import type { AimUnits, AssignmentProblem } from '../assignment.ts';
import { sortGroups } from './sort-groups.ts';

/** Arcs grouped by one end, cheapest first: row `r` is `start[r] … start[r + 1] - 1`. */
export interface Rows {
  readonly start: Int32Array;
  /** The other end. */
  readonly to: Int32Array;
  readonly cost: Float64Array;
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

/**
 * The arcs that are kept, in ascending order, by seeker and by mentor, cheapest first, so that a scan can stop as soon
 * as the rest cannot be better. Of equal costs the lesser tie comes first: where ties are too small to count they still
 * decide the order, so that the seed speaks among equals.
 */
export function sortedSides(problem: AssignmentProblem, units: AimUnits, kept: Int32Array): Sides {
  const { arcCost, arcMentor, arcTie } = problem;
  const seekerOf = seekersOfArcs(problem);
  const order = {
    cost: arcCost,
    tie: arcTie,
    tieRange: units.tieRange === 1 ? TIE_RANGE : units.tieRange,
  };
  const rows = grouped(kept, seekerOf, problem.waiting.length);
  sortGroups(rows.ref, rows.start, order);
  const columns = grouped(kept, arcMentor, problem.capacity.length);
  sortGroups(columns.ref, columns.start, order);
  const rowOf = new Int32Array(arcCost.length);
  for (let at = 0; at < kept.length; at += 1) {
    const arc = rows.ref[at] ?? 0;
    rowOf[arc] = at;
    rows.to[at] = arcMentor[arc] ?? 0;
    rows.cost[at] = (arcCost[arc] ?? 0) * units.costUnit + ((arcTie[arc] ?? 0) % units.tieRange);
  }
  for (let at = 0; at < kept.length; at += 1) {
    const arc = columns.ref[at] ?? 0;
    const inRow = rowOf[arc] ?? 0;
    columns.to[at] = seekerOf[arc] ?? 0;
    columns.cost[at] = rows.cost[inRow] ?? 0;
    columns.ref[at] = inRow;
  }
  return { rows, columns };
}

/** The arcs by their ends in the order they come, with room for the rest. */
function grouped(arcs: Int32Array, endOf: Int32Array, ends: number): Rows {
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
    ref[next[end] ?? 0] = arc;
    next[end] = (next[end] ?? 0) + 1;
  }
  return { start, to: new Int32Array(arcs.length), cost: new Float64Array(arcs.length), ref };
}
