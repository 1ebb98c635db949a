import { aimsAsNumbers } from '../assignment.ts';
import type { AimUnits, Assignment, AssignmentProblem } from '../assignment.ts';

export const NONE = -1;

/**
 * A matching of peers with prices for each person: no pair is worth more than the prices of its two, so that the sum
 * of all prices bounds every matching. Worth of a pair: both bonuses less twice its cost and tie, all whole numbers.
 */
export interface PeerMatching {
  /** By person: the partner, or -1. */
  readonly partners: Int32Array;
  readonly price: Float64Array;
  readonly units: AimUnits;
}

/** What each arc of a graph of peers is worth, in the units of the result that it was solved with. */
export function worthOfArcs(problem: AssignmentProblem, units: AimUnits): Float64Array {
  const { bonus, cost } = aimsAsNumbers(problem, units);
  for (let person = 0; person < bonus.length; person += 1) {
    for (let arc = problem.arcStart[person] ?? 0; arc < (problem.arcStart[person + 1] ?? 0); arc += 1) {
      cost[arc] = (bonus[person] ?? 0) + (bonus[problem.arcMentor[arc] ?? 0] ?? 0) - 2 * (cost[arc] ?? 0);
    }
  }
  return cost;
}

/**
 * Makes pairs of an optimum in which everyone stands on both sides, as a seeker and as a place: it is made of circles
 * and chains, of which every second pair is taken, in an even circle those that cost less: where prices are exact both
 * halves cost the same. Only an odd circle or chain leaves one person over, who has waited least.
 */
export function takeHalves(
  problem: AssignmentProblem,
  { arcOf, surplus, price, units }: Assignment,
): PeerMatching {
  const next = arcOf.map((arc) => (arc === NONE ? NONE : (problem.arcMentor[arc] ?? NONE)));
  const before = new Int32Array(next.length).fill(NONE);
  for (const [person, to] of next.entries()) if (to !== NONE) before[to] = person;
  const partners = new Int32Array(next.length).fill(NONE);
  const walked = new Uint8Array(next.length);
  const walk = (start: number): void => {
    const line: number[] = [];
    for (let at = start; at !== NONE && walked[at] === 0; at = next[at] ?? NONE) {
      walked[at] = 1;
      line.push(at);
    }
    pairUp(before[start] === NONE ? line : turned(line, problem, arcOf), partners);
  };
  for (let person = 0; person < next.length; person += 1) if (before[person] === NONE) walk(person);
  for (let person = 0; person < next.length; person += 1) if (walked[person] === 0) walk(person);
  return { partners, price: surplus.map((own, person) => own + (price[person] ?? 0)), units };
}

/** The last of an odd circle is left over: who has waited least. An even one is turned so that the cheaper half is taken. */
function turned(
  circle: readonly number[],
  { waiting, arcCost }: AssignmentProblem,
  arcOf: Int32Array,
): readonly number[] {
  if (circle.length % 2 === 1) {
    const waits = circle.map((person) => waiting[person] ?? 0);
    return turnedBy(circle, waits.indexOf(Math.min(...waits)) + 1);
  }
  let more = 0;
  for (const [at, person] of circle.entries())
    more += (1 - 2 * (at % 2)) * (arcCost[arcOf[person] ?? 0] ?? 0);
  return turnedBy(circle, more > 0 ? 1 : 0);
}

const turnedBy = (circle: readonly number[], steps: number): readonly number[] => [
  ...circle.slice(steps),
  ...circle.slice(0, steps),
];

function pairUp(line: readonly number[], partners: Int32Array): void {
  for (let at = 0; at + 1 < line.length; at += 2) {
    const [a, b] = [line[at] ?? 0, line[at + 1] ?? 0];
    partners[a] = b;
    partners[b] = a;
  }
}
