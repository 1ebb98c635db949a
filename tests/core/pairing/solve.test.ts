import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { aimUnits } from '../../../bot/core/pairing/assignment.ts';
import type { Assignment } from '../../../bot/core/pairing/assignment.ts';
import { checkCertificate } from '../../../bot/core/pairing/certificate.ts';
import { solveByShortestPaths } from '../../../bot/core/pairing/shortest-paths.ts';
import { aimsOf, bestByTrying, isBetter, problemOf, problems } from '../../helpers/assignments.ts';

const paired = (arcOf: Int32Array): number => arcOf.filter((arc) => arc >= 0).length;
const copy = (result: Assignment): Assignment => structuredClone(result);

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

describe('checkCertificate', () => {
  const rows = [
    [
      [0, 100, 1],
      [1, 400, 2],
    ],
    [[0, 200, 3]],
    [
      [0, 50, 4],
      [1, 0, 5],
    ],
  ] as const;
  const problem = problemOf(rows, [1, 1], [0, 1, 0]);
  const proven = solveByShortestPaths(problem);

  it('accepts a proof that holds', () => assert.equal(checkCertificate(problem, proven), null));

  it('finds two in one place', () => {
    const forged = copy(proven);
    forged.arcOf.set([0, 2, 4]);
    assert.equal(checkCertificate(problem, forged), 'over-capacity');
  });

  it('finds an arc that is not the seeker’s', () => {
    const forged = copy(proven);
    forged.arcOf[1] = 0;
    assert.equal(checkCertificate(problem, forged), 'not-an-arc');
  });

  it('finds a price below zero', () => {
    const forged = copy(proven);
    forged.price[0] = -1;
    assert.equal(checkCertificate(problem, forged), 'negative-price');
  });

  it('finds a worse assignment with the prices of the best', () => {
    const forged = copy(proven);
    forged.arcOf.set([0, -1, 4]);
    assert.notEqual(checkCertificate(problem, forged), null);
  });

  it('finds prices that are off by one', () => {
    for (const place of proven.price.keys()) {
      for (const by of [1, -1]) {
        const forged = copy(proven);
        forged.price[place] = (forged.price[place] ?? 0) + by;
        assert.notEqual(checkCertificate(problem, forged), null);
      }
    }
  });

  it('finds units under which a later aim could outweigh an earlier one', () => {
    const forged: Assignment = { ...copy(proven), units: { ...proven.units, bonusStep: 500 } };
    assert.equal(checkCertificate(problem, forged), 'units-too-small');
  });
});
