import type { AimUnits, AssignmentProblem } from '../assignment.ts';
import { largestOf } from './largest.ts';
import type { Rows } from './rows.ts';

/** Where ties are too small to count they still decide the order of equal costs. */
const ORDER_ONLY = 2048;
/** The other end of an arc stands in the lowest bits of a number of 64: four million people. */
const END_BITS = 22;
const ENDS = 2 ** END_BITS;
/** What of cost and tie shares the lower half of the number with it; the rest is in the upper half. */
const SHARED = 2 ** (32 - END_BITS);
/** Node runs on machines that put the lower half first, and on a few that do not. */
const LOW = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1 ? 0 : 1;
const HIGH = 1 - LOW;

/**
 * Arcs as whole numbers of 64 bits: cost, then tie, then the other end, so that to sort the numbers of a group is to
 * sort its arcs. One list serves both sides, one after the other, since it is what takes most memory.
 */
export class PackedArcs {
  readonly #problem: AssignmentProblem;
  readonly #units: AimUnits;
  readonly #ties: number;
  readonly #isSmall: boolean;
  readonly #numbers: BigUint64Array;
  readonly #halves: Uint32Array;

  /** @throws RangeError where a cost and a tie do not fit beside the other end. */
  constructor(problem: AssignmentProblem, units: AimUnits, length: number) {
    this.#problem = problem;
    this.#units = units;
    this.#ties = units.tieRange === 1 ? ORDER_ONLY : units.tieRange;
    const largest = largestOf(problem.arcCost) + 1;
    const ends = Math.max(problem.waiting.length, problem.capacity.length);
    if (largest * this.#ties > 2 ** 32 * SHARED || ends > ENDS) {
      throw new RangeError('too many people, or costs too large, to be sorted');
    }
    this.#isSmall = largest * units.costUnit < 2 ** 31;
    this.#numbers = new BigUint64Array(length);
    this.#halves = new Uint32Array(this.#numbers.buffer);
  }

  put(place: number, arc: number, end: number): void {
    const { arcCost, arcTie } = this.#problem;
    const order = (arcCost[arc] ?? 0) * this.#ties + ((arcTie[arc] ?? 0) & (this.#ties - 1));
    this.#halves[2 * place + HIGH] = Math.floor(order / SHARED);
    this.#halves[2 * place + LOW] = (order % SHARED) * ENDS + end;
  }

  /** Each group in order, `start[g] … start[g + 1] - 1`, at what its arcs cost in units of the price. */
  sorted(start: Int32Array): Rows {
    const numbers = this.#numbers;
    for (let group = 0; group + 1 < start.length; group += 1) {
      numbers.subarray(start[group], start[group + 1]).sort();
    }
    const { costUnit, tieRange } = this.#units;
    const halves = this.#halves;
    const to = new Int32Array(numbers.length);
    const cost = this.#isSmall ? new Int32Array(numbers.length) : new Float64Array(numbers.length);
    for (let at = 0; at < numbers.length; at += 1) {
      const low = halves[2 * at + LOW] ?? 0;
      const order = (halves[2 * at + HIGH] ?? 0) * SHARED + (low >>> END_BITS);
      const own = Math.floor(order / this.#ties);
      to[at] = low & (ENDS - 1);
      cost[at] = own * costUnit + (tieRange === 1 ? 0 : order - own * this.#ties);
    }
    return { start, to, cost };
  }
}
