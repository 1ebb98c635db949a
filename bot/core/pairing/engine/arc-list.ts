import type { AssignmentProblem } from '../assignment.ts';
import { startsOf } from './rows.ts';

function wider(values: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const made = new Int32Array(Math.ceil(values.length * 1.6));
  made.set(values);
  return made;
}

/** A growing list of arcs in typed arrays. */
export class ArcList {
  seeker = new Int32Array(1024);
  mentor = new Int32Array(1024);
  cost = new Int32Array(1024);
  tie = new Int32Array(1024);
  length = 0;

  add(seeker: number, mentor: number, cost: number, tie: number): void {
    if (this.length === this.seeker.length) this.#grow();
    this.seeker[this.length] = seeker;
    this.mentor[this.length] = mentor;
    this.cost[this.length] = cost;
    this.tie[this.length] = tie;
    this.length += 1;
  }

  #grow(): void {
    this.seeker = wider(this.seeker);
    this.mentor = wider(this.mentor);
    this.cost = wider(this.cost);
    this.tie = wider(this.tie);
  }

  /** Adds every arc of a problem. */
  addAll({ arcStart, arcMentor, arcCost, arcTie }: AssignmentProblem): void {
    for (let seeker = 0; seeker + 1 < arcStart.length; seeker += 1) {
      for (let arc = arcStart[seeker] ?? 0; arc < (arcStart[seeker + 1] ?? 0); arc += 1) {
        this.add(seeker, arcMentor[arc] ?? 0, arcCost[arc] ?? 0, arcTie[arc] ?? 0);
      }
    }
  }

  /** A problem with these arcs behind those it has, seeker by seeker; none of them may be in it. */
  addedTo(problem: AssignmentProblem): AssignmentProblem {
    const before = problem.arcStart;
    const counts = new Int32Array(problem.waiting.length);
    for (let at = 0; at < this.length; at += 1) {
      counts[this.seeker[at] ?? 0] = (counts[this.seeker[at] ?? 0] ?? 0) + 1;
    }
    const next = counts.map((count, seeker) => (before[seeker + 1] ?? 0) - (before[seeker] ?? 0) + count);
    const arcStart = startsOf(next);
    for (let seeker = 0; seeker < next.length; seeker += 1) {
      next[seeker] = (arcStart[seeker + 1] ?? 0) - (counts[seeker] ?? 0);
    }
    const place = new Int32Array(this.length);
    for (let at = 0; at < this.length; at += 1) {
      const seeker = this.seeker[at] ?? 0;
      place[at] = next[seeker] ?? 0;
      next[seeker] = (next[seeker] ?? 0) + 1;
    }
    const joined = (old: Int32Array, added: Int32Array): Int32Array => {
      const made = new Int32Array(old.length + this.length);
      for (let seeker = 0; seeker < counts.length; seeker += 1) {
        made.set(old.subarray(before[seeker], before[seeker + 1]), arcStart[seeker]);
      }
      for (let at = 0; at < place.length; at += 1) made[place[at] ?? 0] = added[at] ?? 0;
      return made;
    };
    return {
      ...problem,
      arcStart,
      arcMentor: joined(problem.arcMentor, this.mentor),
      arcCost: joined(problem.arcCost, this.cost),
      arcTie: joined(problem.arcTie, this.tie),
    };
  }

  /** The arcs by seeker, each mentor once. */
  problem({
    capacity,
    waiting,
    largestCost = 0,
  }: Pick<AssignmentProblem, 'capacity' | 'waiting' | 'largestCost'>): AssignmentProblem {
    const order = this.#bySeekerOnce(waiting.length, capacity.length);
    const counts = new Int32Array(waiting.length);
    for (const at of order) counts[this.seeker[at] ?? 0] = (counts[this.seeker[at] ?? 0] ?? 0) + 1;
    return {
      capacity,
      waiting,
      largestCost,
      arcStart: startsOf(counts),
      arcMentor: order.map((at) => this.mentor[at] ?? 0),
      arcCost: order.map((at) => this.cost[at] ?? 0),
      arcTie: order.map((at) => this.tie[at] ?? 0),
    };
  }

  #bySeekerOnce(seekers: number, mentors: number): Int32Array {
    const counts = new Int32Array(seekers);
    for (let at = 0; at < this.length; at += 1) {
      counts[this.seeker[at] ?? 0] = (counts[this.seeker[at] ?? 0] ?? 0) + 1;
    }
    const start = startsOf(counts);
    const next = start.slice();
    const order = new Int32Array(this.length);
    for (let at = 0; at < this.length; at += 1) {
      const seeker = this.seeker[at] ?? 0;
      order[next[seeker] ?? 0] = at;
      next[seeker] = (next[seeker] ?? 0) + 1;
    }
    const seenBy = new Int32Array(mentors).fill(-1);
    let kept = 0;
    for (const at of order) {
      const [seeker, mentor] = [this.seeker[at] ?? 0, this.mentor[at] ?? 0];
      if (seenBy[mentor] === seeker) continue;
      seenBy[mentor] = seeker;
      order[kept] = at;
      kept += 1;
    }
    return order.slice(0, kept);
  }
}
