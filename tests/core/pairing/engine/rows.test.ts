import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { seekersOfArcs, sortedSides } from '../../../../bot/core/pairing/engine/rows.ts';
import { problems } from '../../../helpers/assignments.ts';

describe('sortedSides', () => {
  it('puts every arc into a row and a column, each in order of what it costs, ties included', () => {
    fc.assert(
      fc.property(problems(8, 6), fc.constantFrom(1, 2, 512), (problem, tieRange) => {
        const units = { bonusStep: 1, costUnit: tieRange === 1 ? 1 : 1000, tieRange };
        const kept = Int32Array.from(problem.arcMentor.keys());
        const { rows, columns } = sortedSides(problem, units, {
          kept: kept.slice(),
          seekerOf: seekersOfArcs(problem),
        });
        for (const { start, cost } of [rows, columns]) {
          for (let at = 0; at + 1 < start.length; at += 1) {
            const own = cost.slice(start[at], start[at + 1]);
            assert.deepEqual(own, own.toSorted());
          }
        }
        assert.deepEqual(rows.ref.toSorted(), kept);
        for (const [at, row] of columns.ref.entries()) {
          assert.equal(rows.cost[row], columns.cost[at]);
        }
      }),
    );
  });
});
