import { arcBetween } from '../assignment.ts';
import type { AssignmentProblem } from '../assignment.ts';
import { ArcList } from './arc-list.ts';

/** A pair that stood before, as an arc at what it costs. */
export interface KeptArc {
  readonly seeker: number;
  readonly mentor: number;
  readonly cost: number;
  readonly tie: number;
}

/** What stood before, and what every other arc costs more than it does: nothing where nothing stood. */
export interface Kept {
  readonly arcs: readonly KeptArc[];
  readonly more: number;
}

export const NOTHING_KEPT: Kept = { arcs: [], more: 0 };

/** A problem in which every arc costs more, with those in it that stood before, which do not. */
export function withKept(problem: AssignmentProblem, { arcs, more }: Kept): AssignmentProblem {
  if (more === 0) return problem;
  const all = new ArcList();
  // The first of two arcs between the same people is the one that counts.
  for (const { seeker, mentor, cost, tie } of arcs) all.add(seeker, mentor, cost, tie);
  all.addAll(problem);
  const { largestCost } = problem;
  return all.problem({
    ...problem,
    ...(largestCost === undefined ? {} : { largestCost: largestCost + more }),
  });
}

/** The same problem at what the arcs cost without regard to what stood before. */
export function inFull(problem: AssignmentProblem, { arcs, more }: Kept): AssignmentProblem {
  if (more === 0) return problem;
  const arcCost = problem.arcCost.map((cost) => cost - more);
  for (const { seeker, mentor, cost } of arcs) {
    const arc = arcBetween(problem, seeker, mentor);
    if (arc !== -1) arcCost[arc] = cost;
  }
  return { ...problem, arcCost };
}
