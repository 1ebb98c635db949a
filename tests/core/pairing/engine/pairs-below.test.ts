import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { pairFinder } from '../../../../bot/core/pairing/engine/pair-finder.ts';
import type { PairIndex } from '../../../../bot/core/pairing/engine/pair-index.ts';
import { PairsBelow } from '../../../../bot/core/pairing/engine/pairs-below.ts';
import { prepare } from '../../../../bot/core/pairing/prepare.ts';
import { company } from '../../../bench/pairing/generator.ts';
import { pools } from '../../../helpers/pools.ts';

/** Mentor and cost of the pairs that are in the index, in the order of the mentors. */
const pairsIn = (index: PairIndex | PairsBelow, found: number): (readonly [number, number])[] =>
  Array.from({ length: found }, (_none, at) => [index.mentor[at] ?? 0, index.cost[at] ?? 0] as const).sort(
    ([a], [b]) => a - b,
  );

describe('PairsBelow', () => {
  it('finds the very pairs of the index that are below a limit, at the same cost', () => {
    let [below, above] = [0, 0];
    const input = fc.oneof(
      pools({ size: 9, mode: 'mentoring' }),
      fc.nat(50).map((seed) => company({ people: 150, seed, family: 'e' })),
    );
    fc.assert(
      fc.property(input, fc.nat(1_000_000), fc.integer({ min: 1, max: 5 }), (pool, most, costUnit) => {
        const finder = pairFinder({ pool: prepare(pool), settings: pool.settings }, pool.seed);
        const price = Float64Array.from(finder.mentors, ({ at }) => (at % 7) * 50_000);
        const limited = new PairsBelow(finder.index.buckets, price, costUnit);
        for (const seeker of finder.seekers) {
          const all = pairsIn(finder.index, finder.index.find(seeker));
          const expected = all.filter(([mentor, cost]) => cost * costUnit + (price[mentor] ?? 0) < most);
          assert.deepEqual(pairsIn(limited, limited.find(seeker, most)), expected);
          below += expected.length;
          above += all.length - expected.length;
        }
      }),
      { numRuns: 200 },
    );
    assert.ok(below > 1000 && above > 1000, `${below} below, ${above} above`);
  });
});
