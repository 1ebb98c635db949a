import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { solveByEngine } from '../../../bot/core/pairing/engine/engine.ts';
import { wantedMentors } from '../../../bot/core/pairing/wanted.ts';
import { aimsOf, isBetter, problemOf, problems } from '../../helpers/assignments.ts';

describe('wantedMentors', () => {
  it('names those with whom one more place makes a better round, every time', () => {
    let named = 0;
    fc.assert(
      fc.property(problems(8, 5), (problem) => {
        const now = aimsOf(problem, solveByEngine(problem).arcOf);
        for (const mentor of wantedMentors(problem)) {
          named += 1;
          const capacity = problem.capacity.slice();
          capacity[mentor] = (capacity[mentor] ?? 0) + 1;
          const wider = { ...problem, capacity };
          assert.ok(isBetter(aimsOf(wider, solveByEngine(wider).arcOf).slice(0, -1), now.slice(0, -1)));
        }
      }),
      { numRuns: 500 },
    );
    assert.ok(named > 100, `${named} named`);
  });

  it('names nobody who is one of two as good, or has places for all', () => {
    const row = [
      [0, 100, 0],
      [1, 100, 0],
    ] as const;
    assert.deepEqual(wantedMentors(problemOf([row, row, row], [1, 1], [0, 0, 0])), []);
    const best = [
      [0, 100, 0],
      [1, 101, 0],
    ] as const;
    assert.deepEqual(wantedMentors(problemOf([best, best], [2, 1], [0, 0])), []);
    assert.deepEqual(wantedMentors(problemOf([best, best], [1, 5], [0, 0])), [0]);
    assert.deepEqual(wantedMentors(problemOf([[], []], [0], [0, 0])), []);
  });
});
