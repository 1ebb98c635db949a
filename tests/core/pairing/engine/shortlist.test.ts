import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import type { AssignmentProblem } from '../../../../bot/core/pairing/assignment.ts';
import { pairFinder } from '../../../../bot/core/pairing/engine/pair-finder.ts';
import type { PairFinder } from '../../../../bot/core/pairing/engine/pair-finder.ts';
import { shortlist } from '../../../../bot/core/pairing/engine/shortlist.ts';
import type { ShortlistSize } from '../../../../bot/core/pairing/engine/shortlist.ts';
import type { PairingInput } from '../../../../bot/core/pairing/input.ts';
import { prepare } from '../../../../bot/core/pairing/prepare.ts';
import { company, FAMILIES } from '../../../bench/pairing/generator.ts';
import { pools } from '../../../helpers/pools.ts';

type Arc = readonly [seeker: number, mentor: number, cost: number, tie: number];

const finderOf = (input: PairingInput, changes: Partial<PairFinder> = {}): PairFinder => ({
  ...pairFinder({ pool: prepare(input), settings: input.settings }, input.seed),
  ...changes,
});

/** Every pair of the index. */
function pairsOf(finder: PairFinder): Arc[] {
  const { index } = finder;
  return finder.seekers.flatMap((person, seeker) =>
    Array.from({ length: index.find(person) }, (_none, at): Arc => {
      const mentor = index.mentor[at] ?? 0;
      return [seeker, mentor, index.cost[at] ?? 0, finder.tie(mentor, seeker)];
    }),
  );
}

/** The best few of each that has the same number at a place, of equal costs and ties the lesser of the other's. */
function bestBy(place: 0 | 1, few: number, pairs: readonly Arc[]): readonly Arc[] {
  const other = 1 - place;
  const best = pairs.toSorted((a, b) => a[2] - b[2] || a[3] - b[3] || (a[other] ?? 0) - (b[other] ?? 0));
  return [...Map.groupBy(best, (arc) => arc[place]).values()].flatMap((own) => own.slice(0, few));
}

const inOrder = (arcs: readonly Arc[]): readonly Arc[] => arcs.toSorted((a, b) => a[0] - b[0] || a[1] - b[1]);

function expectedOf(finder: PairFinder, { perSeeker, perMentor }: ShortlistSize): readonly Arc[] {
  const pairs = pairsOf(finder);
  const wanted = new Set([...bestBy(0, perSeeker, pairs), ...bestBy(1, perMentor, pairs)]);
  return inOrder([...wanted].filter(([seeker, mentor]) => finder.isAdmissible(mentor, seeker)));
}

const arcsOf = ({ arcStart, arcMentor, arcCost, arcTie, waiting }: AssignmentProblem): readonly Arc[] =>
  inOrder(
    [...waiting.keys()].flatMap((seeker) =>
      [...arcMentor.subarray(arcStart[seeker], arcStart[seeker + 1])].map((mentor, nth): Arc => {
        const arc = (arcStart[seeker] ?? 0) + nth;
        return [seeker, mentor, arcCost[arc] ?? 0, arcTie[arc] ?? 0];
      }),
    ),
  );

const sizes = fc.record({ perSeeker: fc.integer({ min: 1, max: 4 }), perMentor: fc.nat(3) });

describe('shortlist', () => {
  it('holds the best few of each seeker and of each mentor, as looking at every pair would', () => {
    let [kept, left] = [0, 0];
    const companies = fc.oneof(
      pools({ size: 12, mode: 'mentoring' }),
      fc
        .tuple(fc.nat(50), fc.constantFrom(...FAMILIES))
        .map(([seed, family]) => ({ ...company({ people: 150, seed, family }) }))
        .map((input) => ({ ...input, settings: { ...input.settings, mode: 'mentoring' as const } })),
    );
    fc.assert(
      fc.property(companies, sizes, (input, size) => {
        const finder = finderOf(input);
        fc.pre(size.perSeeker < finder.mentors.length);
        const expected = expectedOf(finder, size);
        assert.deepEqual(arcsOf(shortlist(finder, size)), expected);
        kept += expected.length;
        left += pairsOf(finder).length - expected.length;
      }),
      { numRuns: 300 },
    );
    assert.ok(kept > 1000 && left > 1000, `${kept} kept, ${left} left`);
  });

  it('holds nobody whom a rule that knows both by name keeps apart, and nobody else in their place', () => {
    const input = company({ people: 300, seed: 2, family: 'b' });
    const size = { perSeeker: 4, perMentor: 2 };
    const isAdmissible = (mentor: number, seeker: number): boolean => (mentor + seeker) % 3 !== 0;
    const finder = finderOf(input, { isAdmissible });
    const arcs = arcsOf(shortlist(finder, size));
    assert.deepEqual(arcs, expectedOf(finder, size));
    assert.ok(arcs.length < expectedOf(finderOf(input), size).length);
  });

  it('looks at few pairs for it', () => {
    const finder = finderOf(company({ people: 3000, seed: 1, family: 'b' }));
    const all = pairsOf(finder).length;
    const { looked } = shortlist(finder, { perSeeker: 4, perMentor: 2 });
    assert.ok(looked < 0.6 * all, `looked ${looked} times at ${all} pairs`);
    const whole = shortlist(finder, { perSeeker: finder.mentors.length, perMentor: 0 });
    assert.equal(whole.looked, all);
  });

  it('takes the first pairs at hand when it is stopped', () => {
    const finder = finderOf(company({ people: 1500, seed: 1, family: 'b' }));
    const size = { perSeeker: 4, perMentor: 2 };
    const { looked, ...stopped } = shortlist(finder, size, () => true);
    assert.ok(looked < shortlist(finder, size).looked / 2);
    const pairs = new Set(pairsOf(finder).map((arc) => arc.join()));
    const seekers = new Set(pairsOf(finder).map(([seeker]) => seeker));
    const arcs = arcsOf(stopped);
    assert.ok(arcs.every((arc) => pairs.has(arc.join())));
    assert.ok(new Set(arcs.map(([seeker]) => seeker)).size > 0.95 * seekers.size);
  });
});
