import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { startsOf } from '../../../../bot/core/pairing/engine/rows.ts';
import { sortGroups } from '../../../../bot/core/pairing/engine/sort-groups.ts';
import { diceOf } from '../../../bench/pairing/generator.ts';

/** The same order by comparing every two. */
function byComparing(arcs: Int32Array, start: Int32Array, keyOf: (arc: number) => number): Int32Array {
  const sorted = arcs.slice();
  for (let group = 0; group + 1 < start.length; group += 1) {
    sorted.subarray(start[group], start[group + 1]).sort((a, b) => keyOf(a) - keyOf(b) || a - b);
  }
  return sorted;
}

describe('sortGroups', () => {
  it('puts each group in order of cost, tie and number', () => {
    const groups = fc.array(fc.array(fc.tuple(fc.nat(3), fc.nat(9)), { maxLength: 12 }), { maxLength: 6 });
    fc.assert(
      fc.property(groups, fc.constantFrom(1, 4, 65536), (rows, tieRange) => {
        const cost = Int32Array.from(rows.flat(), ([own]) => own);
        const tie = Int32Array.from(rows.flat(), ([, own]) => own);
        const start = startsOf(Int32Array.from(rows, (row) => row.length));
        const arcs = Int32Array.from(cost.keys());
        const keyOf = (arc: number): number => (cost[arc] ?? 0) * tieRange + ((tie[arc] ?? 0) % tieRange);
        const expected = byComparing(arcs, start, keyOf);
        sortGroups(arcs, start, { cost, tie, tieRange });
        assert.deepEqual(arcs, expected);
      }),
    );
  });

  it('sorts a group too long for its costs to be packed', () => {
    const dice = diceOf(1);
    const cost = Int32Array.from({ length: 500 }, () => 2 ** 30 + dice(50));
    const tie = cost.map(() => dice(65536));
    const start = Int32Array.of(0, 500);
    const arcs = Int32Array.from(cost.keys());
    const expected = byComparing(arcs, start, (arc) => (cost[arc] ?? 0) * 65536 + (tie[arc] ?? 0));
    sortGroups(arcs, start, { cost, tie, tieRange: 65536 });
    assert.deepEqual(arcs, expected);
  });
});
