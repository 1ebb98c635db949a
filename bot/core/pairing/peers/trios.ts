import { TIE_RANGE } from '../assignment.ts';
import type { SolveAssignment } from '../assignment.ts';
import { ArcList } from '../engine/arc-list.ts';
import { NONE } from './halves.ts';
import type { PeerGraph } from './peer-graph.ts';

/**
 * Lets those who remain join pairs in which the rules hold towards both, at most one to a pair. Who joins whom is the
 * same problem as a round: a pair is a mentor with one place, and fits as well as the worse of its two people.
 */
export function joinTrios(graph: PeerGraph, partners: Int32Array, solve: SolveAssignment) {
  const { arcStart, arcMentor, arcCost, arcTie, waiting } = graph.problem;
  const left = [...partners.keys()].filter((person) => partners[person] === NONE);
  const pairs = [...partners.entries()].filter(([a, b]) => a < b);
  const pairOf = new Int32Array(partners.length).fill(NONE);
  for (const [number, [a, b]] of pairs.entries()) {
    pairOf[a] = number;
    pairOf[b] = number;
  }
  const joins = new ArcList();
  for (const [index, person] of left.entries()) {
    const met = new Map<number, number>();
    for (let arc = arcStart[person] ?? 0; arc < (arcStart[person + 1] ?? 0); arc += 1) {
      const other = arcMentor[arc] ?? 0;
      const pair = pairOf[other] ?? NONE;
      const first = met.get(partners[other] ?? NONE);
      met.set(other, arc);
      if (pair === NONE || first === undefined) continue;
      const cost = Math.max(arcCost[arc] ?? 0, arcCost[first] ?? 0);
      joins.add(index, pair, cost, ((arcTie[arc] ?? 0) + (arcTie[first] ?? 0)) % TIE_RANGE);
    }
  }
  const problem = joins.problem({
    capacity: new Int32Array(pairs.length).fill(1),
    waiting: Int32Array.from(left, (person) => waiting[person] ?? 0),
  });
  const { arcOf } = solve(problem);
  const matched = pairs.map(([a, b]) => [a, b]);
  const alone = left.filter((person, index) => {
    const pair = problem.arcMentor[arcOf[index] ?? NONE];
    if (pair !== undefined) matched[pair]?.push(person);
    return pair === undefined;
  });
  return { matched, alone };
}
