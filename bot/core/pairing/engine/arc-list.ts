import type { AssignmentProblem } from '../assignment.ts';
import { columnsFor } from './arc-rows.ts';
import type { ArcColumns } from './arc-rows.ts';
import { startsOf } from './rows.ts';

/** Figures of an arc in a list: its seeker, mentor, cost and tie. */
const WIDTH = 4;

/** A growing list of arcs, each beside the next in one block. */
export class ArcList {
  #figures = new Int32Array(WIDTH * 1024);
  length = 0;

  add(seeker: number, mentor: number, cost: number, tie: number): void {
    const at = WIDTH * this.length;
    if (at === this.#figures.length) this.#grow();
    const figures = this.#figures;
    figures[at] = seeker;
    figures[at + 1] = mentor;
    figures[at + 2] = cost;
    figures[at + 3] = tie;
    this.length += 1;
  }

  #grow(): void {
    const wider = new Int32Array(WIDTH * Math.max(1024, Math.ceil(this.length * 1.6)));
    wider.set(this.#figures);
    this.#figures = wider;
  }

  /** Adds every arc of a problem. */
  addAll({ arcStart, arcMentor, arcCost, arcTie }: AssignmentProblem): void {
    for (let seeker = 0; seeker + 1 < arcStart.length; seeker += 1) {
      for (let arc = arcStart[seeker] ?? 0; arc < (arcStart[seeker + 1] ?? 0); arc += 1) {
        this.add(seeker, arcMentor[arc] ?? 0, arcCost[arc] ?? 0, arcTie[arc] ?? 0);
      }
    }
  }

  /** A problem with these arcs behind those it has, seeker by seeker; none of them may be in it. Empties the list. */
  addedTo<Problem extends AssignmentProblem>(problem: Problem): Problem {
    const before = problem.arcStart;
    const counts = this.#countBySeeker(problem.waiting.length);
    const next = counts.map((count, seeker) => (before[seeker + 1] ?? 0) - (before[seeker] ?? 0) + count);
    const arcStart = startsOf(next);
    const columns = columnsFor(problem.arcMentor.length + this.length);
    for (let seeker = 0; seeker < next.length; seeker += 1) {
      const [from, to] = [before[seeker], before[seeker + 1]];
      columns.arcMentor.set(problem.arcMentor.subarray(from, to), arcStart[seeker]);
      columns.arcCost.set(problem.arcCost.subarray(from, to), arcStart[seeker]);
      columns.arcTie.set(problem.arcTie.subarray(from, to), arcStart[seeker]);
      next[seeker] = (arcStart[seeker + 1] ?? 0) - (counts[seeker] ?? 0);
    }
    for (let at = 0; at < this.length; at += 1) {
      const seeker = this.#figures[WIDTH * at] ?? 0;
      this.#put(columns, next[seeker] ?? 0, at);
      next[seeker] = (next[seeker] ?? 0) + 1;
    }
    this.#empty();
    return { ...problem, arcStart, ...columns };
  }

  /** The arcs by seeker, each mentor once. */
  problem({
    capacity,
    waiting,
    largestCost = 0,
  }: Pick<AssignmentProblem, 'capacity' | 'waiting' | 'largestCost'>): AssignmentProblem {
    const order = this.#bySeekerOnce(waiting.length, capacity.length);
    const counts = new Int32Array(waiting.length);
    const columns = columnsFor(order.length);
    for (const [arc, at] of order.entries()) {
      const seeker = this.#figures[WIDTH * at] ?? 0;
      counts[seeker] = (counts[seeker] ?? 0) + 1;
      this.#put(columns, arc, at);
    }
    return { capacity, waiting, largestCost, arcStart: startsOf(counts), ...columns };
  }

  /** Lets go of the block: whoever took the arcs over may still name the list while they need all the room. */
  #empty(): void {
    this.#figures = new Int32Array(0);
    this.length = 0;
  }

  /** Puts the arc at a place of the list in a row of a problem. */
  #put({ arcMentor, arcCost, arcTie }: ArcColumns, arc: number, at: number): void {
    const figures = this.#figures;
    arcMentor[arc] = figures[WIDTH * at + 1] ?? 0;
    arcCost[arc] = figures[WIDTH * at + 2] ?? 0;
    arcTie[arc] = figures[WIDTH * at + 3] ?? 0;
  }

  #countBySeeker(seekers: number): Int32Array {
    const counts = new Int32Array(seekers);
    for (let at = 0; at < this.length; at += 1) {
      const seeker = this.#figures[WIDTH * at] ?? 0;
      counts[seeker] = (counts[seeker] ?? 0) + 1;
    }
    return counts;
  }

  /** Places in this list. */
  #bySeekerOnce(seekers: number, mentors: number): Int32Array {
    const next = startsOf(this.#countBySeeker(seekers));
    const order = new Int32Array(this.length);
    for (let at = 0; at < this.length; at += 1) {
      const seeker = this.#figures[WIDTH * at] ?? 0;
      order[next[seeker] ?? 0] = at;
      next[seeker] = (next[seeker] ?? 0) + 1;
    }
    const seenBy = new Int32Array(mentors).fill(-1);
    let kept = 0;
    for (const at of order) {
      const [seeker, mentor] = [this.#figures[WIDTH * at] ?? 0, this.#figures[WIDTH * at + 1] ?? 0];
      if (seenBy[mentor] === seeker) continue;
      seenBy[mentor] = seeker;
      order[kept] = at;
      kept += 1;
    }
    return order.subarray(0, kept);
  }
}
