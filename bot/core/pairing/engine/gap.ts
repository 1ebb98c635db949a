import { aimsAsNumbers } from '../assignment.ts';
import type { Assignment, AssignmentProblem } from '../assignment.ts';

/**
 * By how much, in the units of the result, some other assignment could be worth more: 0 is proven best. By weak
 * duality the prices bound every assignment, once surpluses are raised to what the arcs need.
 */
export function dualGap(problem: AssignmentProblem, { arcOf, price, units }: Assignment): number {
  const { bonus, cost } = aimsAsNumbers(problem, units);
  // Single worths are exact, but a sum of them may leave the whole numbers that a double holds.
  let gap = 0n;
  for (let seeker = 0; seeker < arcOf.length; seeker += 1) {
    let surplus = 0;
    for (let arc = problem.arcStart[seeker] ?? 0; arc < (problem.arcStart[seeker + 1] ?? 0); arc += 1) {
      const worth = (bonus[seeker] ?? 0) - (cost[arc] ?? 0);
      surplus = Math.max(surplus, worth - (price[problem.arcMentor[arc] ?? 0] ?? 0));
    }
    const taken = arcOf[seeker] ?? -1;
    gap += BigInt(surplus) - BigInt(taken === -1 ? 0 : (bonus[seeker] ?? 0) - (cost[taken] ?? 0));
  }
  for (const [mentor, own] of price.entries()) {
    gap += BigInt(own) * BigInt(Math.max(0, problem.capacity[mentor] ?? 0));
  }
  return Number(gap);
}
