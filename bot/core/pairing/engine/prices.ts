import { arcBetween } from '../assignment.ts';
import type { AimUnits, Assignment, AssignmentProblem } from '../assignment.ts';
import type { Standing } from './market.ts';
import type { Scarcity } from './scarcity.ts';

interface Found {
  readonly worth: Int32Array;
  readonly scarcity: Scarcity;
  readonly standing: Standing;
  readonly units: AimUnits;
  /** By seeker, or -1. */
  readonly mentorOf: Int32Array;
}

/**
 * Joins the prices of the first two aims and of the cost into whole numbers, as the certificate wants them. A step of
 * the first is made larger than any two prices of the second, so that an arc that was set aside is worth less for sure,
 * and twice what costs can sum up to, so that a gap of less than half a step leaves no doubt about who is paired.
 */
export function provePrices(problem: AssignmentProblem, found: Found): Assignment {
  const { worth, scarcity, standing, units, mentorOf } = found;
  const { price, surplus } = standing;
  const bonusStep = Math.max(2 * units.bonusStep, largest(price) + largest(surplus) + 1);
  const isUseful = (seeker: number): boolean => (scarcity.ofSeeker[seeker] ?? 0) <= (worth[seeker] ?? 0);
  return {
    arcOf: mentorOf.map((mentor, seeker) => arcBetween(problem, seeker, mentor)),
    surplus: surplus.map((own, seeker) =>
      isUseful(seeker) ? ((worth[seeker] ?? 0) - (scarcity.ofSeeker[seeker] ?? 0)) * bonusStep + own : 0,
    ),
    price: price.map((own, mentor) => (scarcity.ofMentor[mentor] ?? 0) * bonusStep + own),
    units: { ...units, bonusStep },
  };
}

function largest(values: Float64Array): number {
  let most = 0;
  for (let at = 0; at < values.length; at += 1) most = Math.max(most, Math.abs(values[at] ?? 0));
  return most;
}
