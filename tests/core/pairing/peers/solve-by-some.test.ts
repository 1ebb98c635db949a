import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import type { AssignmentProblem, SolveAssignment } from '../../../../bot/core/pairing/assignment.ts';
import { checkCertificate } from '../../../../bot/core/pairing/certificate.ts';
import { ArcList } from '../../../../bot/core/pairing/engine/arc-list.ts';
import { solveByAuction, solveByEngine } from '../../../../bot/core/pairing/engine/engine.ts';
import { solveBySome } from '../../../../bot/core/pairing/peers/solve-by-some.ts';
import { diceOf } from '../../../bench/pairing/generator.ts';
import { aimsOf } from '../../../helpers/assignments.ts';

/** Everyone may meet everyone, but for a few; some have waited. */
function almostComplete({
  size,
  seed,
  costs,
}: {
  size: number;
  seed: number;
  costs: number;
}): AssignmentProblem {
  const dice = diceOf(seed);
  const arcs = new ArcList();
  for (let a = 0; a < size; a += 1) {
    for (let b = 0; b < a; b += 1) {
      if (dice(20) === 0) continue;
      const [cost, tie] = [dice(costs), dice(65_536)];
      arcs.add(a, b, cost, tie);
      arcs.add(b, a, cost, tie);
    }
  }
  const waiting = Int32Array.from({ length: size }, () => dice(3));
  return arcs.problem({ capacity: new Int32Array(size).fill(1), waiting });
}

describe('solveBySome', () => {
  it('gives the optimum over all arcs, with prices that prove it over all', () => {
    const instance = fc.record({
      size: fc.integer({ min: 100, max: 160 }),
      seed: fc.nat(10_000),
      costs: fc.constantFrom(1, 3, 1000, 1_000_000),
    });
    fc.assert(
      fc.property(instance, (asked) => {
        const problem = almostComplete(asked);
        const result = solveBySome(problem, solveByEngine);
        assert.equal(checkCertificate(problem, result), null);
        assert.deepEqual(aimsOf(problem, result.arcOf), aimsOf(problem, solveByEngine(problem).arcOf));
      }),
      { numRuns: 20 },
    );
  });

  it('looks at a few arcs of each only', () => {
    const problem = almostComplete({ size: 300, seed: 1, costs: 1000 });
    const looked: number[] = [];
    solveBySome(problem, (some) => {
      looked.push(some.arcMentor.length);
      return solveByEngine(some);
    });
    assert.ok(looked.every((arcs) => arcs < problem.arcMentor.length / 3));
  });

  it('ends when it is stopped, with a result that proves nothing', () => {
    const problem = almostComplete({ size: 200, seed: 2, costs: 1000 });
    let turns = 0;
    const result = solveBySome(problem, (some) => {
      turns += 1;
      return solveByAuction(some, { stop: () => true });
    });
    assert.equal(turns, 1);
    assert.equal(result.arcOf.length, 200);
    assert.notEqual(checkCertificate(problem, result), null);
  });

  it('takes no other turn at rough prices either once time is over', () => {
    const problem = almostComplete({ size: 200, seed: 2, costs: 1000 });
    let turns = 0;
    const solve: SolveAssignment = (some, options) => {
      turns += 1;
      return solveByAuction(some, { ...options, stop: () => true });
    };
    assert.equal(solveBySome(problem, solve, { isRough: true, stop: () => true }).arcOf.length, 200);
    assert.equal(turns, 1);
  });
});
