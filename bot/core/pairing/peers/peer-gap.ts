import { arcBetween } from '../assignment.ts';
import type { AssignmentProblem } from '../assignment.ts';
import { NONE } from './halves.ts';
import type { PeerPrices } from './peer-prices.ts';

/**
 * By how much, in the units of the result, some other matching in the graph could be worth more, 0 is proven best: what
 * those who are alone are priced at, and what each pair is worth less than both.
 */
export function peerGap(
  problem: AssignmentProblem,
  partners: Int32Array,
  { price, slack }: PeerPrices,
): number {
  let gap = 0;
  for (const [person, partner] of partners.entries()) {
    if (partner === NONE) gap += price[person] ?? 0;
    if (partner > person) gap += slack[arcBetween(problem, person, partner)] ?? 0;
  }
  return gap;
}
