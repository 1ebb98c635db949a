import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { aimUnits } from '../../../bot/core/pairing/assignment.ts';
import { checkCertificate } from '../../../bot/core/pairing/certificate.ts';
import { solveByShortestPaths } from '../../helpers/shortest-paths.ts';
import { aimsOf, bestByTrying, isBetter, problemOf, problems } from '../../helpers/assignments.ts';

const paired = (arcOf: Int32Array): number => arcOf.filter((arc) => arc >= 0).length;

describe('solveByShortestPaths', () => {
  it('reaches every aim in its order, against trying everything, and proves it', () => {
    fc.assert(
      fc.property(problems(6, 5), (problem) => {
        const result = solveByShortestPaths(problem);
        assert.deepEqual(aimsOf(problem, result.arcOf), bestByTrying(problem));
        assert.equal(checkCertificate(problem, result), null);
      }),
      { numRuns: 1500 },
    );
  });

  it('never pairs fewer when a mentor joins', () => {
    fc.assert(
      fc.property(problems(12, 8), fc.array(fc.nat(11)), (problem, friends) => {
        const before = solveByShortestPaths(problem);
        const rows = Array.from(problem.waiting, (_waited, seeker) => {
          const arcs: [number, number, number][] = [];
          for (let arc = problem.arcStart[seeker] ?? 0; arc < (problem.arcStart[seeker + 1] ?? 0); arc += 1) {
            arcs.push([problem.arcMentor[arc] ?? 0, problem.arcCost[arc] ?? 0, problem.arcTie[arc] ?? 0]);
          }
          if (friends.includes(seeker)) arcs.push([problem.capacity.length, 5, 5]);
          return arcs;
        });
        const wider = problemOf(rows, [...problem.capacity, 1], [...problem.waiting]);
        const after = solveByShortestPaths(wider);
        assert.ok(paired(after.arcOf) >= paired(before.arcOf));
        assert.ok(!isBetter(aimsOf(problem, before.arcOf), aimsOf(wider, after.arcOf)));
      }),
      { numRuns: 500 },
    );
  });

  it('answers for nobody and for mentors that nobody seeks', () => {
    const nobody = solveByShortestPaths(problemOf([], [1, 2], []));
    assert.equal(nobody.arcOf.length, 0);
    const unsought = solveByShortestPaths(problemOf([[]], [1], [0]));
    assert.deepEqual([...unsought.arcOf], [-1]);
  });

  it('refuses figures that would not stay whole', () => {
    assert.throws(() => aimUnits(100_000_000, 1_000_000, 50), RangeError);
  });
});
