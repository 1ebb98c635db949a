import type { AssignmentProblem } from '../assignment.ts';
import { worthOfArcs } from './halves.ts';
import type { PeerMatching } from './halves.ts';

/**
 * By how much, in the units of the result, some other matching in the graph could be worth more: 0 is proven best.
 * Prices are raised first where a pair is worth more than both, so that the bound holds whatever they were.
 */
export function peerGap(problem: AssignmentProblem, { partners, price, units }: PeerMatching): number {
  const { arcStart, arcMentor } = problem;
  const worth = worthOfArcs(problem, units);
  const raised = price.slice();
  let bound = 0n;
  for (const [person, partner] of partners.entries()) {
    let own = Math.max(0, raised[person] ?? 0);
    for (let arc = arcStart[person] ?? 0; arc < (arcStart[person + 1] ?? 0); arc += 1) {
      const other = arcMentor[arc] ?? 0;
      own = Math.max(own, (worth[arc] ?? 0) - (raised[other] ?? 0));
      // Single worths are exact, but a sum of them may leave the whole numbers that a double holds.
      if (other === partner && person < partner) bound -= BigInt(worth[arc] ?? 0);
    }
    raised[person] = own;
    bound += BigInt(own);
  }
  return Number(bound);
}
