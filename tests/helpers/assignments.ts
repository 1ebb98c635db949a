import * as fc from 'fast-check';
import type { AssignmentProblem } from '../../bot/core/pairing/assignment.ts';

/** Lists of arcs, `[mentor, cost, tie]` by seeker, as the problem that the engine takes. */
export function problemOf(
  rows: readonly (readonly (readonly [mentor: number, cost: number, tie: number])[])[],
  capacity: readonly number[],
  waiting: readonly number[],
): AssignmentProblem {
  const arcs = rows.flat();
  const arcStart = [0];
  for (const row of rows) arcStart.push((arcStart.at(-1) ?? 0) + row.length);
  return {
    capacity: Int32Array.from(capacity),
    arcStart: Int32Array.from(arcStart),
    arcMentor: Int32Array.from(arcs, ([mentor]) => mentor),
    arcCost: Int32Array.from(arcs, ([, cost]) => cost),
    arcTie: Int32Array.from(arcs, ([, , tie]) => tie),
    waiting: Int32Array.from(waiting),
  };
}

/** Random problems of up to so many seekers and mentors, with equal costs often enough to matter. */
export function problems(seekers: number, mentors: number): fc.Arbitrary<AssignmentProblem> {
  return fc
    .tuple(fc.integer({ min: 0, max: seekers }), fc.integer({ min: 1, max: mentors }))
    .chain(([n, m]) => {
      const arc = fc.record({
        mentor: fc.nat(m - 1),
        cost: fc.nat(4).map((step) => step * 250_000),
        tie: fc.nat(65535),
      });
      const row = fc
        .uniqueArray(arc, { selector: ({ mentor }) => mentor, maxLength: m })
        .map((arcs) => arcs.map(({ mentor, cost, tie }) => [mentor, cost, tie] as const));
      return fc
        .tuple(
          fc.array(row, { minLength: n, maxLength: n }),
          fc.array(fc.nat(2), { minLength: m, maxLength: m }),
          fc.array(fc.nat(2), { minLength: n, maxLength: n }),
        )
        .map(([rows, capacity, waiting]) => problemOf(rows, capacity, waiting));
    });
}

/** Aims in their order, greater is better: paired, by waiting class from the longest, less cost, less tie. */
export function aimsOf(problem: AssignmentProblem, arcOf: Iterable<number>): readonly number[] {
  const classes = [...new Set(problem.waiting)].sort((a, b) => b - a);
  const byClass = new Map(classes.map((waited) => [waited, 0]));
  let [paired, cost, tie] = [0, 0, 0];
  let seeker = -1;
  for (const arc of arcOf) {
    seeker += 1;
    if (arc < 0) continue;
    const waited = problem.waiting[seeker] ?? 0;
    paired += 1;
    byClass.set(waited, (byClass.get(waited) ?? 0) + 1);
    cost += problem.arcCost[arc] ?? 0;
    tie += problem.arcTie[arc] ?? 0;
  }
  return [paired, ...byClass.values(), -cost, -tie];
}

export function isBetter(a: readonly number[], b: readonly number[]): boolean {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at !== -1 && (a[at] ?? 0) > (b[at] ?? 0);
}

/** The best aims of all assignments, by trying every one. */
export function bestByTrying(problem: AssignmentProblem): readonly number[] {
  const places = [...problem.capacity];
  const taken: number[] = [];
  let best: readonly number[] | null = null;
  const tryFrom = (seeker: number): void => {
    if (seeker === problem.waiting.length) {
      const aims = aimsOf(problem, taken);
      if (best === null || isBetter(aims, best)) best = aims;
      return;
    }
    const [from, to] = [problem.arcStart[seeker] ?? 0, problem.arcStart[seeker + 1] ?? 0];
    for (let arc = from - 1; arc < to; arc += 1) {
      const mentor = arc < from ? -1 : (problem.arcMentor[arc] ?? 0);
      if (mentor >= 0 && places[mentor] === 0) continue;
      if (mentor >= 0) places[mentor] = (places[mentor] ?? 0) - 1;
      taken.push(mentor >= 0 ? arc : -1);
      tryFrom(seeker + 1);
      taken.pop();
      if (mentor >= 0) places[mentor] = (places[mentor] ?? 0) + 1;
    }
  };
  tryFrom(0);
  return best ?? [];
}
