import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { pairFinder } from '../../../../bot/core/pairing/engine/pair-finder.ts';
import type { PairIndex } from '../../../../bot/core/pairing/engine/pair-index.ts';
import { PairsBelow } from '../../../../bot/core/pairing/engine/pairs-below.ts';
import { prepare } from '../../../../bot/core/pairing/prepare.ts';
import { company } from '../../../bench/pairing/generator.ts';
import { pools } from '../../../helpers/pools.ts';

type Pair = readonly [mentor: number, cost: number];

const inOrder = (pairs: readonly Pair[]): readonly Pair[] => pairs.toSorted(([a], [b]) => a - b);

/** The pairs of the index, in the order of the mentors. */
const pairsIn = (index: PairIndex, found: number): readonly Pair[] =>
  inOrder(Array.from({ length: found }, (_none, at): Pair => [index.mentor[at] ?? 0, index.cost[at] ?? 0]));

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
          const found: Pair[] = [];
          limited.find(seeker, most, (mentor, cost) => {
            found.push([mentor, cost]);
            return most;
          });
          assert.deepEqual(inOrder(found), expected);
          below += expected.length;
          above += all.length - expected.length;
        }
      }),
      { numRuns: 200 },
    );
    assert.ok(below > 1000 && above > 1000, `${below} below, ${above} above`);
  });

  it('passes over what is not below the limit any more', () => {
    const input = company({ people: 150, seed: 1, family: 'e' });
    const finder = pairFinder({ pool: prepare(input), settings: input.settings }, 1);
    const limited = new PairsBelow(finder.index.buckets, new Float64Array(finder.mentors.length), 1);
    let lowered = 0;
    for (const seeker of finder.seekers) {
      const found: number[] = [];
      limited.find(seeker, Infinity, (_mentor, _cost, asked) => {
        found.push(asked);
        return asked;
      });
      const descending = found.toSorted((a, b) => b - a);
      assert.deepEqual(found, descending);
      const least = Math.min(...pairsIn(finder.index, finder.index.find(seeker)).map(([, cost]) => cost));
      assert.equal(found.at(-1) ?? Infinity, least);
      lowered += Math.max(0, found.length - 1);
    }
    assert.ok(lowered > 50, `lowered ${lowered} times`);
  });
});
