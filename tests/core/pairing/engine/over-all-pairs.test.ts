import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { ArcList } from '../../../../bot/core/pairing/engine/arc-list.ts';
import { solveByAuction } from '../../../../bot/core/pairing/engine/engine.ts';
import { bestOverAll } from '../../../../bot/core/pairing/engine/over-all-pairs.ts';
import { pairFinder } from '../../../../bot/core/pairing/engine/pair-finder.ts';
import type { PairFinder } from '../../../../bot/core/pairing/engine/pair-finder.ts';
import { priceAll } from '../../../../bot/core/pairing/engine/price-all.ts';
import { shortlist } from '../../../../bot/core/pairing/engine/shortlist.ts';
import { pairedBy } from '../../../../bot/core/pairing/assignment.ts';
import { prepare } from '../../../../bot/core/pairing/prepare.ts';
import { totalFit } from '../../../../bot/core/pairing/fit.ts';
import type { PairingInput } from '../../../../bot/core/pairing/input.ts';
import { company, FAMILIES } from '../../../bench/pairing/generator.ts';
import { aimsOf } from '../../../helpers/assignments.ts';
import { pools } from '../../../helpers/pools.ts';

const finderOf = (input: PairingInput): PairFinder =>
  pairFinder({ pool: prepare(input), settings: input.settings }, input.seed);

const everyPair = (finder: PairFinder) =>
  shortlist(finder, { perSeeker: finder.mentors.length, perMentor: 0 });

describe('bestOverAll', () => {
  it('finds from one pair a person what there is over all pairs', () => {
    fc.assert(
      fc.property(pools({ size: 9, mode: 'mentoring' }), (input) => {
        const finder = finderOf(input);
        const problem = everyPair(finder);
        const best = aimsOf(problem, solveByAuction(problem).arcOf);
        const found = bestOverAll(finder, { size: { perSeeker: 1, perMentor: 0 } });
        assert.equal(found.maximum, best[0]);
        assert.deepEqual(aimsOf(found.problem, found.result.arcOf).slice(0, -2), best.slice(0, -2));
        const least = -(best.at(-2) ?? 0);
        assert.ok(found.gap !== null && found.shortfall - found.gap <= least);
        assert.ok(found.gap <= 0.0001 * totalFit(pairedBy(found.result), found.shortfall));
      }),
      { numRuns: 500 },
    );
  });

  for (const family of FAMILIES.filter((name) => name !== 's')) {
    it(`is within a ten thousandth of the best over all pairs of 1,500 people (${family})`, () => {
      const finder = finderOf(company({ people: 1500, seed: 3, family }));
      const whole = bestOverAll(finder);
      assert.equal(whole.gap, 0);
      const found = bestOverAll(finder, { size: { perSeeker: 4, perMentor: 0 } });
      assert.equal(found.maximum, whole.maximum);
      assert.ok(
        found.gap !== null && found.gap <= 0.0001 * totalFit(pairedBy(found.result), found.shortfall),
      );
      assert.ok(found.shortfall >= whole.shortfall && found.shortfall - found.gap <= whole.shortfall);
      assert.ok(found.problem.arcMentor.length < whole.problem.arcMentor.length / 2);
    });
  }

  it('gives the same pairs, to the bit, from a shortlist whichever way the people come', () => {
    const input = company({ people: 1200, seed: 7, family: 'e' });
    const turned = { ...input, pool: { ...input.pool, members: input.pool.members.toReversed() } };
    const size = { perSeeker: 4, perMentor: 2 };
    assert.deepEqual(bestOverAll(finderOf(turned), { size }), bestOverAll(finderOf(input), { size }));
  });

  it('says when it is stopped what is known of the pairs at hand, and claims nothing of the others', () => {
    const finder = finderOf(company({ people: 400, seed: 3, family: 'e' }));
    const best = bestOverAll(finder);
    const stopped = bestOverAll(finder, { stop: () => true });
    assert.deepEqual([stopped.maximum, stopped.isStopped, stopped.over], [null, true, 'at-hand']);
    assert.ok(stopped.result.arcOf.some((arc) => arc !== -1));
    const atHand = solveByAuction(stopped.problem).arcOf.reduce(
      (sum, arc) => sum + (arc === -1 ? 0 : (stopped.problem.arcCost[arc] ?? 0)),
      0,
    );
    assert.ok(stopped.gap !== null && stopped.gap > 0 && stopped.shortfall - stopped.gap <= atHand);
    assert.deepEqual([best.isStopped, best.over], [false, 'all']);
  });

  it('keeps a bound that holds whenever it is stopped', () => {
    const finder = finderOf(company({ people: 1500, seed: 4, family: 'b' }));
    const best = bestOverAll(finder);
    const size = { perSeeker: 12, perMentor: 2 };
    let proven = 0;
    for (let patience = 1; ; patience = Math.ceil(1.4 * patience)) {
      let asked = 0;
      const { gap, maximum, shortfall, over, isStopped } = bestOverAll(finder, {
        size,
        stop: () => (asked += 1) > patience,
      });
      if (over === 'at-hand') assert.equal(maximum, null);
      else {
        proven += 1;
        assert.ok(maximum === best.maximum && gap !== null && shortfall - gap <= best.shortfall);
      }
      if (!isStopped) break;
    }
    assert.ok(proven > 1, 'never stopped after a look at all pairs');
  });
});

describe('priceAll', () => {
  it('finds the pair that a result was not shown, and no gap once it was', () => {
    const finder = finderOf(company({ people: 300, seed: 5, family: 't' }));
    const few = shortlist(finder, { perSeeker: 1, perMentor: 0 });
    const arcs = new ArcList();
    const before = priceAll(finder, { problem: few, result: solveByAuction(few) }, arcs);
    assert.ok(before.gap > 0 && before.added > 0 && arcs.length === before.added);
    const all = everyPair(finder);
    const after = priceAll(finder, { problem: all, result: solveByAuction(all) }, new ArcList());
    assert.deepEqual(after, { gap: 0, added: 0 });
  });
});
