import { aimsAsNumbers, aimUnits } from '../../bot/core/pairing/assignment.ts';
import type {
  AimUnits,
  Assignment,
  AssignmentProblem,
  SolveAssignment,
} from '../../bot/core/pairing/assignment.ts';
import { Heap } from './heap.ts';

const NONE = -1;

/**
 * Exact by successive shortest paths with potentials (Jonker and Volgenant 1987, for sparse rows), in the form
 * "everyone stays alone, at the cost of their bonus, unless a mentor is cheaper". Good for a few thousand people.
 * Invariant after each seeker: worth of the arc taken = surplus + price, and no arc is worth more than that.
 */
export const solveByShortestPaths: SolveAssignment = (problem) => {
  const seekers = problem.arcStart.length - 1;
  const units = unitsFor(problem);
  const search = new PathSearch(problem, units);
  for (let seeker = 0; seeker < seekers; seeker += 1) search.place(seeker);
  return search.result();
};

function unitsFor(problem: AssignmentProblem): AimUnits {
  const largestCost = problem.arcCost.reduce((most, cost) => Math.max(most, cost), 0);
  return aimUnits(problem.waiting.length, largestCost, new Set(problem.waiting).size);
}

class PathSearch {
  readonly #problem: AssignmentProblem;
  readonly #units: AimUnits;
  readonly #bonus: Float64Array;
  readonly #cost: Float64Array;
  readonly #price: Float64Array;
  readonly #arcOf: Int32Array;
  readonly #seekersOf: number[][];
  readonly #distance: Float64Array;
  /** By mentor: the seeker and arc that it was reached by in this search. */
  readonly #reachedFrom: Int32Array;
  readonly #reachedBy: Int32Array;
  readonly #settled: Uint8Array;
  readonly #touched: number[] = [];
  readonly #queue = new Heap();
  /** Who would stay alone, and how far away that is. */
  #alone = { seeker: NONE, distance: Infinity };

  constructor(problem: AssignmentProblem, units: AimUnits) {
    const mentors = problem.capacity.length;
    this.#problem = problem;
    this.#units = units;
    ({ bonus: this.#bonus, cost: this.#cost } = aimsAsNumbers(problem, units));
    this.#price = new Float64Array(mentors);
    this.#arcOf = new Int32Array(problem.waiting.length).fill(NONE);
    this.#seekersOf = Array.from({ length: mentors }, () => []);
    this.#distance = new Float64Array(mentors).fill(Infinity);
    this.#reachedFrom = new Int32Array(mentors).fill(NONE);
    this.#reachedBy = new Int32Array(mentors).fill(NONE);
    this.#settled = new Uint8Array(mentors);
  }

  /** Brings in one seeker along the cheapest chain of moves, which ends at a free place or with someone alone. */
  place(seeker: number): void {
    this.#queue.clear();
    this.#alone = { seeker, distance: this.#bonus[seeker] ?? 0 };
    this.#reach(seeker, 0);
    const end = this.#search();
    this.#reprice(end.distance);
    if (end.mentor === NONE) this.#leave(this.#alone.seeker, seeker);
    else this.#shift(end.mentor, seeker);
    this.#forget();
  }

  #search(): { mentor: number; distance: number } {
    for (let next = this.#queue.pop(); next !== null; next = this.#queue.pop()) {
      const { item: mentor, key: distance } = next;
      if (distance >= this.#alone.distance) break;
      if (this.#settled[mentor] === 1) continue;
      const guided = this.#seekersOf[mentor] ?? [];
      if (guided.length < (this.#problem.capacity[mentor] ?? 0)) return { mentor, distance };
      this.#settled[mentor] = 1;
      for (const seeker of guided) {
        const kept = (this.#cost[this.#arcOf[seeker] ?? 0] ?? 0) + (this.#price[mentor] ?? 0);
        this.#reach(seeker, distance - kept);
        const alone = distance - kept + (this.#bonus[seeker] ?? 0);
        if (alone < this.#alone.distance) this.#alone = { seeker, distance: alone };
      }
    }
    return { mentor: NONE, distance: this.#alone.distance };
  }

  #reach(seeker: number, base: number): void {
    const { arcStart, arcMentor } = this.#problem;
    for (let arc = arcStart[seeker] ?? 0; arc < (arcStart[seeker + 1] ?? 0); arc += 1) {
      const mentor = arcMentor[arc] ?? 0;
      const distance = base + (this.#cost[arc] ?? 0) + (this.#price[mentor] ?? 0);
      const known = this.#distance[mentor] ?? Infinity;
      if (distance >= known || distance >= this.#alone.distance) continue;
      if (known === Infinity) this.#touched.push(mentor);
      this.#distance[mentor] = distance;
      this.#reachedFrom[mentor] = seeker;
      this.#reachedBy[mentor] = arc;
      this.#queue.push(mentor, distance);
    }
  }

  /** Every full mentor that was nearer than the end gets dearer by the difference. */
  #reprice(end: number): void {
    for (const mentor of this.#touched) {
      if (this.#settled[mentor] !== 1) continue;
      this.#price[mentor] = (this.#price[mentor] ?? 0) + end - (this.#distance[mentor] ?? 0);
    }
  }

  /** Someone gives up their place, and the chain moves up to it. */
  #leave(leaver: number, newcomer: number): void {
    if (leaver === newcomer) return;
    const mentor = this.#problem.arcMentor[this.#arcOf[leaver] ?? 0] ?? 0;
    this.#remove(mentor, leaver);
    this.#arcOf[leaver] = NONE;
    this.#shift(mentor, newcomer);
  }

  /** Moves everyone on the chain to the mentor that they reached, from its end back to the newcomer. */
  #shift(end: number, newcomer: number): void {
    for (let mentor = end; ;) {
      const seeker = this.#reachedFrom[mentor] ?? NONE;
      const before = this.#arcOf[seeker] ?? NONE;
      this.#arcOf[seeker] = this.#reachedBy[mentor] ?? NONE;
      this.#seekersOf[mentor]?.push(seeker);
      if (seeker === newcomer) return;
      mentor = this.#problem.arcMentor[before] ?? 0;
      this.#remove(mentor, seeker);
    }
  }

  #remove(mentor: number, seeker: number): void {
    const guided = this.#seekersOf[mentor] ?? [];
    guided.splice(guided.indexOf(seeker), 1);
  }

  #forget(): void {
    for (const mentor of this.#touched) {
      this.#distance[mentor] = Infinity;
      this.#settled[mentor] = 0;
    }
    this.#touched.length = 0;
  }

  result(): Assignment {
    const surplus = Float64Array.from(this.#arcOf, (arc, seeker) => {
      if (arc === NONE) return 0;
      const price = this.#price[this.#problem.arcMentor[arc] ?? 0] ?? 0;
      return (this.#bonus[seeker] ?? 0) - (this.#cost[arc] ?? 0) - price;
    });
    return { arcOf: this.#arcOf, surplus, price: this.#price, units: this.#units };
  }
}
