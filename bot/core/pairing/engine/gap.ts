import { bonuses, costInUnits } from '../assignment.ts';
import type { Assignment, AssignmentProblem } from '../assignment.ts';

/**
 * By how much, in the units of the result, some other assignment could be worth more: 0 is proven best. By weak
 * duality any prices bound every assignment, also those of work that was stopped, once surpluses are raised to what the
 * arcs need.
 */
export function dualGap(problem: AssignmentProblem, result: Assignment): number {
  const priced = { ...result, price: result.price.map((own) => Math.max(0, own)) };
  return gapUnder(problem, priced, tightSurplus(problem, priced));
}

/** By seeker: the least surplus under which none of their arcs is worth more than both its ends. */
export function tightSurplus(problem: AssignmentProblem, { price, units }: Assignment): Float64Array {
  const { arcStart, arcMentor } = problem;
  return bonuses(problem, units).map((own, seeker) => {
    let surplus = 0;
    for (let arc = arcStart[seeker] ?? 0; arc < (arcStart[seeker + 1] ?? 0); arc += 1) {
      const cost = costInUnits(problem, units, arc);
      surplus = Math.max(surplus, own - cost - (price[arcMentor[arc] ?? 0] ?? 0));
    }
    return surplus;
  });
}

/** The gap under surpluses of which it is known that no arc is worth more. */
export function gapUnder(
  problem: AssignmentProblem,
  { arcOf, price, units }: Assignment,
  surplus: Float64Array,
): number {
  const bonus = bonuses(problem, units);
  // Single worths are exact, but a sum of them may leave the whole numbers that a double holds.
  let gap = 0n;
  for (const [seeker, taken] of arcOf.entries()) {
    gap += BigInt(surplus[seeker] ?? 0);
    if (taken === -1) continue;
    gap -= BigInt((bonus[seeker] ?? 0) - costInUnits(problem, units, taken));
  }
  for (const [mentor, own] of price.entries()) {
    gap += BigInt(own) * BigInt(Math.max(0, problem.capacity[mentor] ?? 0));
  }
  return Number(gap);
}
