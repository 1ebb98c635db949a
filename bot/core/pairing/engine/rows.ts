import type { AimUnits, AssignmentProblem } from '../assignment.ts';
import { inOrderOfCost } from './arc-order.ts';

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
 * The arcs that are kept, by seeker and by mentor, cheapest first, so that a scan can stop as soon as the rest cannot
 * be better. Of equal costs the lesser tie comes first.
 */
export function sortedSides(problem: AssignmentProblem, units: AimUnits, kept: Int32Array): Sides {
  const seekerOf = seekersOfArcs(problem);
  // Where ties are too small to count they still decide the order, so that the seed speaks among equals.
  const ties = units.tieRange === 1 ? problem.arcTie : problem.arcTie.map((tie) => tie % units.tieRange);
  const order = inOrderOfCost(kept, problem.arcCost, ties);
  const rows = emptyRows(problem.waiting.length, order, seekerOf);
  const columns = emptyRows(problem.capacity.length, order, problem.arcMentor);
  const nextOfSeeker = rows.start.slice();
  const nextOfMentor = columns.start.slice();
  for (let at = 0; at < order.length; at += 1) {
    const arc = order[at] ?? 0;
    const [seeker, mentor] = [seekerOf[arc] ?? 0, problem.arcMentor[arc] ?? 0];
    const cost = (problem.arcCost[arc] ?? 0) * units.costUnit + ((problem.arcTie[arc] ?? 0) % units.tieRange);
    const inRow = nextOfSeeker[seeker] ?? 0;
    const inColumn = nextOfMentor[mentor] ?? 0;
    rows.to[inRow] = mentor;
    rows.cost[inRow] = cost;
    rows.ref[inRow] = arc;
    columns.to[inColumn] = seeker;
    columns.cost[inColumn] = cost;
    columns.ref[inColumn] = inRow;
    nextOfSeeker[seeker] = inRow + 1;
    nextOfMentor[mentor] = inColumn + 1;
  }
  return { rows, columns };
}

function emptyRows(count: number, arcs: Int32Array, endOf: Int32Array): Rows {
  const counts = new Int32Array(count);
  for (let at = 0; at < arcs.length; at += 1) {
    const end = endOf[arcs[at] ?? 0] ?? 0;
    counts[end] = (counts[end] ?? 0) + 1;
  }
  return {
    start: startsOf(counts),
    to: new Int32Array(arcs.length),
    cost: new Float64Array(arcs.length),
    ref: new Int32Array(arcs.length),
  };
}
