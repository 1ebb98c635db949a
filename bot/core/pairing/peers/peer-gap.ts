import type { AssignmentProblem } from '../assignment.ts';
import { NONE } from './halves.ts';
import type { PeerPrices } from './peer-prices.ts';

/**
 * By how much, in the units of the result, some other matching in the graph could be worth more, 0 is proven best: what
 * those who are alone are priced at, and what each pair is worth less than both.
 */
export function peerGap(
  { arcStart, arcMentor }: AssignmentProblem,
  partners: Int32Array,
  { price, slack }: PeerPrices,
): number {
  let gap = 0;
  for (const [person, partner] of partners.entries()) {
    if (partner === NONE) gap += price[person] ?? 0;
    if (partner <= person) continue;
    for (let arc = arcStart[person] ?? 0, end = arcStart[person + 1] ?? 0; arc < end; arc += 1) {
      if (arcMentor[arc] === partner) gap += slack[arc] ?? 0;
    }
  }
  return gap;
}
