import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { inOrder, largestOf } from '../../../../bot/core/pairing/engine/sort-arcs.ts';

describe('inOrder', () => {
  it('puts arcs in order of cost, tie and number, as comparing every two does', () => {
    const costs = fc.oneof(fc.nat(3), fc.nat(5000), fc.nat(2 ** 31 - 1));
    const arc = fc.tuple(costs, fc.oneof(fc.nat(3), fc.nat(65535)), fc.boolean());
    fc.assert(
      fc.property(fc.array(arc, { maxLength: 60 }), fc.constantFrom(1, 4, 65536), (figures, tieRange) => {
        const cost = Int32Array.from(figures, ([own]) => own);
        const tie = Int32Array.from(figures, ([, own]) => own);
        const arcs = Int32Array.from(figures.keys()).filter((at) => figures[at]?.[2]);
        const keyOf = (at: number): number => (cost[at] ?? 0) * tieRange + ((tie[at] ?? 0) % tieRange);
        const expected = arcs.toSorted((a, b) => keyOf(a) - keyOf(b) || a - b);
        assert.deepEqual(inOrder(arcs, { cost, largest: largestOf(cost), tie, tieRange }).sorted, expected);
      }),
      { numRuns: 500 },
    );
  });
});
