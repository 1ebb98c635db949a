import { aimsAsNumbers } from '../assignment.ts';
import type { AssignmentProblem } from '../assignment.ts';
import type { PeerMatching } from './halves.ts';

/** Prices under which no pair is worth more than both its people. */
export interface PeerPrices {
  readonly price: Float64Array;
  /** By arc: by how much the pair is worth less than both. */
  readonly slack: Float64Array;
}

/** The prices that were found, raised where a pair is worth more than both: a bound then, whatever they were. */
export function raisedPrices(problem: AssignmentProblem, found: PeerMatching): PeerPrices {
  const { arcStart, arcMentor } = problem;
  const { bonus, cost } = aimsAsNumbers(problem, found.units);
  // A pair is worth both bonuses less twice its cost: what is over of a price without the bonus is what costs come off.
  const over = found.price.map((own, person) => own - (bonus[person] ?? 0));
  for (let person = 0; person < over.length; person += 1) {
    let own = Math.max(-(bonus[person] ?? 0), over[person] ?? 0);
    for (let arc = arcStart[person] ?? 0, end = arcStart[person + 1] ?? 0; arc < end; arc += 1) {
      own = Math.max(own, -2 * (cost[arc] ?? 0) - (over[arcMentor[arc] ?? 0] ?? 0));
    }
    over[person] = own;
  }
  const slack = cost;
  for (let person = 0; person < over.length; person += 1) {
    const own = over[person] ?? 0;
    for (let arc = arcStart[person] ?? 0, end = arcStart[person + 1] ?? 0; arc < end; arc += 1) {
      slack[arc] = own + (over[arcMentor[arc] ?? 0] ?? 0) + 2 * (cost[arc] ?? 0);
    }
  }
  return { price: over.map((own, person) => own + (bonus[person] ?? 0)), slack };
}
