import { bonuses, costInUnits } from './assignment.ts';
import type { Assignment, AssignmentProblem } from './assignment.ts';

/** What is wrong with an assignment or its proof; `null` when it is best, beyond doubt. */
export type CertificateFault =
  | 'not-an-arc'
  | 'over-capacity'
  | 'negative-price'
  | 'units-too-small'
  | 'arc-worth-more'
  | 'slack-not-complementary'
  | null;

/**
 * Verifies by linear programming duality that no assignment is better, without trusting how it was found:
 * no arc is worth more than its seeker's surplus and its mentor's price, arcs taken are worth exactly that,
 * who is alone has no surplus and a mentor with a free place no price.
 */
export function checkCertificate(problem: AssignmentProblem, result: Assignment): CertificateFault {
  return unitsFault(problem, result) ?? primalFault(problem, result) ?? dualFault(problem, result);
}

const isExact = (value: number): boolean => Number.isSafeInteger(value);

function unitsFault({ waiting, arcCost }: AssignmentProblem, { units }: Assignment): CertificateFault {
  const { bonusStep, costUnit, tieRange } = units;
  let largest = 0;
  for (let arc = 0; arc < arcCost.length; arc += 1) largest = Math.max(largest, arcCost[arc] ?? 0);
  const tiesFit = costUnit > waiting.length * (tieRange - 1);
  const costsFit = bonusStep > waiting.length * (largest * costUnit + tieRange - 1);
  const exact = [bonusStep * (new Set(waiting).size + 1), costUnit, tieRange].every(isExact);
  return tiesFit && costsFit && exact && tieRange >= 1 ? null : 'units-too-small';
}

function primalFault(problem: AssignmentProblem, { arcOf }: Assignment): CertificateFault {
  const { arcStart, arcMentor, capacity, waiting } = problem;
  if (arcOf.length !== waiting.length) return 'not-an-arc';
  const used = new Int32Array(capacity.length);
  for (const [seeker, arc] of arcOf.entries()) {
    if (arc === -1) continue;
    if (arc < (arcStart[seeker] ?? 0) || arc >= (arcStart[seeker + 1] ?? 0)) return 'not-an-arc';
    const mentor = arcMentor[arc] ?? 0;
    used[mentor] = (used[mentor] ?? 0) + 1;
  }
  return used.some((count, mentor) => count > (capacity[mentor] ?? 0)) ? 'over-capacity' : null;
}

function dualFault(problem: AssignmentProblem, result: Assignment): CertificateFault {
  const { arcStart, arcMentor, capacity } = problem;
  const { arcOf, surplus, price, units } = result;
  const bonus = bonuses(problem, units);
  if (![...price, ...surplus].every((value) => value >= 0 && isExact(value))) return 'negative-price';
  const used = new Int32Array(capacity.length);
  for (const [seeker, taken] of arcOf.entries()) {
    const own = surplus[seeker] ?? 0;
    if (taken === -1 && own !== 0) return 'slack-not-complementary';
    for (let arc = arcStart[seeker] ?? 0; arc < (arcStart[seeker + 1] ?? 0); arc += 1) {
      const mentor = arcMentor[arc] ?? 0;
      const worth = (bonus[seeker] ?? 0) - costInUnits(problem, units, arc);
      const slack = own + (price[mentor] ?? 0) - worth;
      if (slack < 0) return 'arc-worth-more';
      if (arc === taken && slack !== 0) return 'slack-not-complementary';
      if (arc === taken) used[mentor] = (used[mentor] ?? 0) + 1;
    }
  }
  const free = used.findIndex((count, mentor) => count < (capacity[mentor] ?? 0) && price[mentor] !== 0);
  return free === -1 ? null : 'slack-not-complementary';
}
