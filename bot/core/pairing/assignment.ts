/**
 * The problem at the heart of a round, free of people: each seeker gets at most one mentor, each mentor at most
 * `capacity` seekers. Best is, in this order: most seekers paired; then those of the highest waiting class;
 * then the least total cost; then the least total tie.
 */
export interface AssignmentProblem {
  /** By mentor: free places, 0 or more. */
  readonly capacity: Int32Array;
  /** Arcs of seeker `i` are `arcStart[i] … arcStart[i + 1] - 1`; one longer than there are seekers. */
  readonly arcStart: Int32Array;
  readonly arcMentor: Int32Array;
  /** Convex shortfall, 0 or more. */
  readonly arcCost: Int32Array;
  /** 0 to 65535, by chance: decides between results that are equally good. */
  readonly arcTie: Int32Array;
  /** By seeker; 0 has not waited. */
  readonly waiting: Int32Array;
  /** Where only some of the pairs are here: no pair, here or not, costs more. */
  readonly largestCost?: number;
}

/**
 * How the four aims become one whole number: worth(arc) = bonus(seeker) - unit * cost - tie.
 * `unit` exceeds every possible sum of ties, `bonus` every possible sum of costs.
 */
export interface AimUnits {
  readonly bonusStep: number;
  readonly costUnit: number;
  /** Ties are taken modulo this, which keeps every figure below 2 ** 53, where whole numbers are exact. */
  readonly tieRange: number;
}

/** A set of arcs with dual prices that prove it best; `checkCertificate` verifies them. */
export interface Assignment {
  /** By seeker: the arc taken, or -1. */
  readonly arcOf: Int32Array;
  /** By seeker: what they gain over staying alone, 0 or more. Whole numbers. */
  readonly surplus: Float64Array;
  /** By mentor: what one more place there would be worth, 0 or more. Whole numbers. */
  readonly price: Float64Array;
  readonly units: AimUnits;
}

/** How many seekers have somebody. */
export const pairedBy = ({ arcOf }: Pick<Assignment, 'arcOf'>): number =>
  arcOf.reduce((paired, arc) => paired + Number(arc !== -1), 0);

/** The arc between these two, or -1 for none. */
export function arcBetween(
  { arcStart, arcMentor }: Pick<AssignmentProblem, 'arcStart' | 'arcMentor'>,
  seeker: number,
  mentor: number,
): number {
  const start = arcStart[seeker] ?? 0;
  const at = arcMentor.subarray(start, arcStart[seeker + 1]).indexOf(mentor);
  return at === -1 ? -1 : start + at;
}

export interface SolveOptions {
  /** Prices need only be almost right. */
  readonly isRough?: boolean;
  /** Everyone stands on both sides, and each arc is there from both its ends, at the same cost and tie. */
  readonly isBothWays?: boolean;
}

/** What fills in for the engine: the simple method here, or a faster one with the same promise. */
export type SolveAssignment = (problem: AssignmentProblem, options?: SolveOptions) => Assignment;

export const TIE_RANGE = 65536;
/** Of powers of two: fewer kinds of ties than 16 tell hardly anybody apart, and make every cost a larger number. */
const TIE_RANGES = [65536, 32768, 16384, 8192, 4096, 2048, 1024, 512, 256, 128, 64, 32, 16, 1];
const LARGEST = 2 ** 50;

/** Distinct waiting classes, ascending; the place in it is the rank. */
export function waitingRanks(waiting: Int32Array): Int32Array {
  const classes = [...new Set(waiting)].sort((a, b) => a - b);
  const rankOf = new Map(classes.map((value, rank) => [value, rank]));
  return waiting.map((value) => rankOf.get(value) ?? 0);
}

/**
 * Ties give way as rounds grow: at 1,000 seekers they still count in full or in part, at 100,000 only the order in
 * which equal pairs are looked at comes from the seed. Counts and costs always fit: with costs of up to a million,
 * seekers times classes may be a thousand million.
 * @throws RangeError beyond that.
 */
export function aimUnits(seekers: number, largestCost: number, classes: number): AimUnits {
  for (const tieRange of TIE_RANGES) {
    const costUnit = seekers * (tieRange - 1) + 1;
    const bonusStep = seekers * (largestCost * costUnit + tieRange) + 1;
    if (bonusStep * (classes + 1) <= LARGEST) return { bonusStep, costUnit, tieRange };
  }
  throw new RangeError('too many seekers and waiting classes for exact whole numbers');
}

/** By seeker: what being paired at all is worth. */
export function bonuses({ waiting }: AssignmentProblem, { bonusStep }: AimUnits): Float64Array {
  return Float64Array.from(waitingRanks(waiting), (rank) => bonusStep * (rank + 1));
}

/** What a pair takes off. */
export function costInUnits(
  { arcCost, arcTie }: AssignmentProblem,
  { costUnit, tieRange }: AimUnits,
  arc: number,
): number {
  return (arcCost[arc] ?? 0) * costUnit + ((arcTie[arc] ?? 0) % tieRange);
}

/** By seeker: what being paired at all is worth. By arc: what this pair takes off. */
export function aimsAsNumbers(problem: AssignmentProblem, units: AimUnits) {
  const cost = new Float64Array(problem.arcCost.length);
  // Graphs have millions of arcs, and a plain loop is ten times as fast as going through an iterator.
  for (let arc = 0; arc < cost.length; arc += 1) cost[arc] = costInUnits(problem, units, arc);
  return { bonus: bonuses(problem, units), cost };
}
