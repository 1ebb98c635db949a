import assert from 'node:assert/strict';
import type { AssignmentProblem, SolveAssignment } from '../../../bot/core/pairing/assignment.ts';
import { solveByEngine } from '../../../bot/core/pairing/engine/engine.ts';
import { hashText } from '../../../bot/core/pairing/hash.ts';
import { heaviestMatching } from '../../../bot/core/pairing/peers/blossom.ts';
import type { WeightedEdge } from '../../../bot/core/pairing/peers/tight-edges.ts';
import { solveByShortestPaths } from '../../helpers/shortest-paths.ts';
import { problemOf } from '../../helpers/assignments.ts';
import { optimumByHighs } from '../../helpers/highs.ts';

const random = (seed: number) => {
  let count = 0;
  return (below: number): number => {
    count += 1;
    return hashText(String(count), seed) % below;
  };
};

function anInstance(seed: number): AssignmentProblem {
  const dice = random(seed);
  const seekers = 200;
  const mentors = 60 + dice(160);
  const rows = Array.from({ length: seekers }, () => {
    const arcs = new Map<number, [number, number, number]>();
    for (let arc = dice(9); arc > 0; arc -= 1) {
      const mentor = dice(mentors);
      arcs.set(mentor, [mentor, dice(1000) ** 2, dice(65536)]);
    }
    return [...arcs.values()];
  });
  const capacity = Array.from({ length: mentors }, () => dice(3));
  return problemOf(
    rows,
    capacity,
    rows.map(() => dice(3)),
  );
}

function sum(arcs: readonly number[], times: (arc: number) => number = () => 1): string {
  return arcs.map((arc) => `+ ${times(arc)} x${arc}`).join(' ') || '+ 0 x0';
}

/** Most paired, then the waiting classes, then the least cost, each step with the earlier ones held. */
async function aimsByHighs(problem: AssignmentProblem): Promise<number[]> {
  const seekerOf: number[] = [];
  for (const seeker of problem.waiting.keys()) {
    const arcs = (problem.arcStart[seeker + 1] ?? 0) - (problem.arcStart[seeker] ?? 0);
    for (let arc = 0; arc < arcs; arc += 1) seekerOf.push(seeker);
  }
  const arcs = [...seekerOf.keys()];
  const rows = [...problem.waiting.keys()].map(
    (seeker) => `${sum(arcs.filter((arc) => seekerOf[arc] === seeker))} <= 1`,
  );
  for (const [mentor, places] of problem.capacity.entries()) {
    rows.push(`${sum(arcs.filter((arc) => problem.arcMentor[arc] === mentor))} <= ${places}`);
  }
  const bounds = arcs.map((arc) => `0 <= x${arc} <= 1`).join('\n');
  const solve = (direction: string, objective: string): Promise<number> =>
    optimumByHighs(`${direction}\nobj: ${objective}\nsubject to\n${rows.join('\n')}\nbounds\n${bounds}\nend`);
  const aims: number[] = [];
  const classes = [...new Set(problem.waiting)].sort((a, b) => b - a);
  for (const of of [null, ...classes]) {
    const own = arcs.filter((arc) => of === null || problem.waiting[seekerOf[arc] ?? 0] === of);
    const most = await solve('maximize', sum(own));
    aims.push(most);
    rows.push(`${sum(own)} >= ${most}`);
  }
  aims.push(
    -(await solve(
      'minimize',
      sum(arcs, (arc) => problem.arcCost[arc] ?? 0),
    )),
  );
  return aims;
}

function aimsBy(solve: SolveAssignment, problem: AssignmentProblem): number[] {
  const { arcOf } = solve(problem);
  const classes = [...new Set(problem.waiting)].sort((a, b) => b - a);
  const taken = [...arcOf.entries()].filter(([, arc]) => arc >= 0);
  const cost = taken.reduce((total, [, arc]) => total + (problem.arcCost[arc] ?? 0), 0);
  const counts = classes.map((of) => taken.filter(([seeker]) => problem.waiting[seeker] === of).length);
  return [taken.length, ...counts, -cost];
}

describe('against HiGHS', function () {
  this.timeout(60_000);

  for (const seed of [1, 2, 3, 4, 5, 6]) {
    it(`pairs as many, as fairly and as well on instance ${seed}`, async () => {
      const problem = anInstance(seed);
      const best = await aimsByHighs(problem);
      assert.deepEqual(aimsBy(solveByEngine, problem), best);
      assert.deepEqual(aimsBy(solveByShortestPaths, problem), best);
    });
  }

  for (const seed of [1, 2, 3, 4]) {
    it(`matches peers with the same total on instance ${seed}`, async () => {
      const dice = random(seed + 100);
      const size = 200;
      const edges: WeightedEdge[] = [];
      for (let a = 0; a < size; a += 1) {
        for (let b = a + 1; b < size; b += 1) {
          if (dice(1000) < 25) edges.push({ a, b, weight: 1000 + dice(1000) });
        }
      }
      const partners = heaviestMatching(size, edges);
      const own = edges.reduce((sum, edge) => sum + (partners[edge.a] === edge.b ? edge.weight : 0), 0);
      const at = (person: number): string =>
        edges
          .flatMap((edge, index) => (edge.a === person || edge.b === person ? [`+ x${index}`] : []))
          .join(' ');
      const rows = Array.from({ length: size }, (_none, person) => at(person)).filter((row) => row !== '');
      const text = [
        'maximize',
        `obj: ${edges.map((edge, index) => `+ ${edge.weight} x${index}`).join(' ')}`,
        'subject to',
        ...rows.map((row) => `${row} <= 1`),
        'binary',
        edges.map((_edge, index) => `x${index}`).join(' '),
        'end',
      ].join('\n');
      assert.equal(own, await optimumByHighs(text));
    });
  }
});
