import { aimsAsNumbers, TIE_RANGE } from '../assignment.ts';
import type { Assignment, AssignmentProblem, SolveAssignment, SolveOptions } from '../assignment.ts';
import { checkCertificate } from '../certificate.ts';
import { BestFew } from '../engine/best-few.ts';
import { largestOf } from '../engine/largest.ts';
import { startsOf } from '../engine/rows.ts';
import { never } from '../progress.ts';
import type { Stop } from '../progress.ts';
import { NONE } from './halves.ts';

/** The cheapest so many of each person are looked at first; below a few times as many it is not worth it. */
const FEW = 24;
const WORTH_IT = 4 * FEW;
/** At most so many arcs of each person are brought in at a time, those that are most wanted first. */
const MORE = 12;
/** So little less than both ends, in squares of a thousandth of fit, is almost as much. */
const ALMOST = 1000;
/** Each turn brings in what the last one lacked; so many only a strange graph would need. */
const MOST_TURNS = 20;
/** Roughly, fewer arcs for each person than this are not worth another turn: the prices are raised to bound them anyway. */
const FEW_WANTED = 0.05;

/**
 * The optimum over all arcs where almost everyone may meet everyone, from solves over few of them: with the prices of
 * each, arcs that are worth more than both their ends are what was missing (column generation; Dantzig and Wolfe 1960).
 * When there are none left the prices prove the result over all arcs, just as if all had been solved at once; roughly, it
 * ends when few are left. Where few may meet each other it is solved at once.
 */
export function solveBySome(
  problem: AssignmentProblem,
  solve: SolveAssignment,
  { stop = never, ...options }: SolveOptions & { readonly stop?: Stop } = {},
): Assignment {
  const size = problem.waiting.length;
  if (problem.arcMentor.length <= WORTH_IT * size) return solve(problem, options);
  const { isRough = false } = options;
  const enough = isRough ? size * FEW_WANTED : 0;
  const isIn = cheapest(problem);
  const largestCost = Math.max(largestOf(problem.arcCost), problem.largestCost ?? 0);
  for (let turn = 0; turn < MOST_TURNS; turn += 1) {
    const { some, arcs } = arcsIn({ ...problem, largestCost }, isIn);
    const found = solve(some, { isRough });
    const result = { ...found, arcOf: found.arcOf.map((arc) => arcs[arc] ?? NONE) };
    // What was stopped proves nothing, and more turns would not either.
    if (stop() || (!isRough && checkCertificate(some, found) !== null)) return result;
    if (bringIn(problem, result, isIn) <= enough) return result;
  }
  return solve(problem, options);
}

function cheapest({ arcStart, arcCost, arcTie, waiting }: AssignmentProblem): Uint8Array {
  const isIn = new Uint8Array(arcCost.length);
  const best = new BestFew(1, FEW);
  for (let person = 0; person < waiting.length; person += 1) {
    best.clear(0);
    for (let arc = arcStart[person] ?? 0; arc < (arcStart[person + 1] ?? 0); arc += 1) {
      const key = (arcCost[arc] ?? 0) * TIE_RANGE + (arcTie[arc] ?? 0);
      if (key < (best.worst[0] ?? 0)) best.add(0, arc, key);
    }
    for (let at = 0; at < (best.count[0] ?? 0); at += 1) isIn[best.itemAt(0, at)] = 1;
  }
  return isIn;
}

/** The problem with these arcs alone, and which each of them is. */
function arcsIn(problem: AssignmentProblem, isIn: Uint8Array): { some: AssignmentProblem; arcs: Int32Array } {
  const { arcStart, arcMentor, arcCost, arcTie, waiting } = problem;
  const counts = new Int32Array(waiting.length);
  const arcs = new Int32Array(isIn.reduce((sum, one) => sum + one, 0));
  let kept = 0;
  for (let person = 0; person < waiting.length; person += 1) {
    for (let arc = arcStart[person] ?? 0; arc < (arcStart[person + 1] ?? 0); arc += 1) {
      if (isIn[arc] !== 1) continue;
      arcs[kept] = arc;
      kept += 1;
      counts[person] = (counts[person] ?? 0) + 1;
    }
  }
  const some: AssignmentProblem = {
    ...problem,
    arcStart: startsOf(counts),
    arcMentor: arcs.map((arc) => arcMentor[arc] ?? 0),
    arcCost: arcs.map((arc) => arcCost[arc] ?? 0),
    arcTie: arcs.map((arc) => arcTie[arc] ?? 0),
  };
  return { some, arcs };
}

/**
 * Brings in those arcs of each that are worth more than both ends say, or almost: as prices move they come to be wanted,
 * and each turn saved is a solve. How many were worth more.
 */
function bringIn(
  problem: AssignmentProblem,
  { surplus, price, units }: Assignment,
  isIn: Uint8Array,
): number {
  const { arcStart, arcMentor, waiting } = problem;
  const { bonus, cost } = aimsAsNumbers(problem, units);
  const best = new BestFew(1, MORE);
  const reach = ALMOST * units.costUnit;
  let wanted = 0;
  for (let person = 0; person < waiting.length; person += 1) {
    const own = (surplus[person] ?? 0) - (bonus[person] ?? 0);
    best.clear(0);
    for (let arc = arcStart[person] ?? 0; arc < (arcStart[person + 1] ?? 0); arc += 1) {
      const slack = own + (price[arcMentor[arc] ?? 0] ?? 0) + (cost[arc] ?? 0);
      if (slack >= reach || slack >= (best.worst[0] ?? 0) || isIn[arc] === 1) continue;
      best.add(0, arc, slack);
      if (slack < 0) wanted += 1;
    }
    for (let at = 0; at < (best.count[0] ?? 0); at += 1) isIn[best.itemAt(0, at)] = 1;
  }
  return wanted;
}
