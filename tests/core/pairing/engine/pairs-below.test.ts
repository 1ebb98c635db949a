import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { pairFinder } from '../../../../bot/core/pairing/engine/pair-finder.ts';
import type { PairFinder } from '../../../../bot/core/pairing/engine/pair-finder.ts';
import type { PairIndex } from '../../../../bot/core/pairing/engine/pair-index.ts';
import { PairsBelow } from '../../../../bot/core/pairing/engine/pairs-below.ts';
import type { Asking } from '../../../../bot/core/pairing/engine/pairs-below.ts';
import { TopicBuckets } from '../../../../bot/core/pairing/engine/topic-buckets.ts';
import type { PairingInput } from '../../../../bot/core/pairing/input.ts';
import { prepare } from '../../../../bot/core/pairing/prepare.ts';
import { company } from '../../../bench/pairing/generator.ts';
import { pools } from '../../../helpers/pools.ts';

type Pair = readonly [other: number, cost: number];

const inOrder = (pairs: readonly Pair[]): readonly Pair[] => pairs.toSorted(([a], [b]) => a - b);

/** The pairs of the index, in the order of the mentors. */
const pairsIn = (index: PairIndex, found: number): readonly Pair[] =>
  inOrder(Array.from({ length: found }, (_none, at): Pair => [index.mentor[at] ?? 0, index.cost[at] ?? 0]));

const finderOf = (input: PairingInput): PairFinder =>
  pairFinder({ pool: prepare(input), settings: input.settings }, input.seed);

const companies = fc.oneof(
  pools({ size: 9, mode: 'mentoring' }),
  fc.nat(50).map((seed) => company({ people: 150, seed, family: 'e' })),
);

const found = (pairs: PairsBelow, one: number, most: number): readonly Pair[] => {
  const taken: Pair[] = [];
  pairs.find(one, most, (other, cost) => {
    taken.push([other, cost]);
    return most;
  });
  return inOrder(taken);
};

describe('PairsBelow', () => {
  it('finds the very pairs of the index that are below a limit, at the same cost', () => {
    let [below, above] = [0, 0];
    const unitsOf = fc.record({ costUnit: fc.integer({ min: 1, max: 5 }), tieRange: fc.constantFrom(1, 4) });
    fc.assert(
      fc.property(companies, fc.nat(1_000_000), unitsOf, (pool, most, units) => {
        const finder = finderOf(pool);
        const price = Float64Array.from(finder.mentors, ({ at }) => (at % 7) * 50_000);
        const limited = new PairsBelow(finder.sides.seekers, finder.index.buckets, { price, ...units });
        for (const [seeker, person] of finder.seekers.entries()) {
          const all = pairsIn(finder.index, finder.index.find(person));
          const expected = all.filter(([mentor, cost]) => {
            const tie = finder.tie(mentor, seeker) % units.tieRange;
            return cost * units.costUnit + (price[mentor] ?? 0) + tie < most;
          });
          assert.deepEqual(found(limited, seeker, most), expected);
          below += expected.length;
          above += all.length - expected.length;
        }
      }),
      { numRuns: 200 },
    );
    assert.ok(below > 1000 && above > 1000, `${below} below, ${above} above`);
  });

  it('finds the same pairs from the other side', () => {
    let pairs = 0;
    fc.assert(
      fc.property(companies, fc.nat(1_000_000), (pool, most) => {
        const finder = finderOf(pool);
        const { seekers, mentors } = finder.sides;
        const units = { costUnit: 1, tieRange: 65536 };
        const free = ({ people }: typeof seekers): Asking => ({
          price: new Float64Array(people.length),
          ...units,
        });
        const buckets = new TopicBuckets(finder.index.buckets.terms, seekers);
        const guides = new PairsBelow(seekers, finder.index.buckets, free(mentors));
        const guided = new PairsBelow(mentors, buckets, free(seekers));
        const expected = new Map(finder.mentors.map((_mentor, number): [number, Pair[]] => [number, []]));
        for (let seeker = 0; seeker < finder.seekers.length; seeker += 1) {
          for (const [mentor, cost] of found(guides, seeker, most)) {
            expected.get(mentor)?.push([seeker, cost]);
            pairs += 1;
          }
        }
        for (const [mentor, own] of expected) assert.deepEqual(found(guided, mentor, most), own);
      }),
      { numRuns: 200 },
    );
    assert.ok(pairs > 1000, `${pairs} pairs`);
  });

  it('passes over what is not below the limit any more', () => {
    const finder = finderOf(company({ people: 150, seed: 1, family: 'e' }));
    const price = new Float64Array(finder.mentors.length);
    const limited = new PairsBelow(finder.sides.seekers, finder.index.buckets, {
      price,
      costUnit: 1,
      tieRange: 1,
    });
    let [lowered, all] = [0, 0];
    for (const [seeker, person] of finder.seekers.entries()) {
      const taken: number[] = [];
      limited.find(seeker, Infinity, (_mentor, _cost, asked) => {
        taken.push(asked);
        return asked;
      });
      assert.deepEqual(
        taken,
        taken.toSorted((a, b) => b - a),
      );
      const pairs = pairsIn(finder.index, finder.index.find(person));
      assert.equal(taken.at(-1) ?? Infinity, Math.min(...pairs.map(([, cost]) => cost)));
      lowered += Math.max(0, taken.length - 1);
      all += pairs.length;
    }
    assert.ok(lowered > 20, `lowered ${lowered} times`);
    assert.ok(limited.looked < all / 2, `looked at ${limited.looked} of ${all}`);
  });
});
