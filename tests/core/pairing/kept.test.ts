import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import type { Together } from '../../../bot/core/pairing/compare.ts';
import type { PairingInput } from '../../../bot/core/pairing/input.ts';
import { pairRound } from '../../../bot/core/pairing/pair-round.ts';
import { company } from '../../bench/pairing/generator.ts';
import { churn } from '../../bench/pairing/churn.ts';
import { aimsOfRound } from '../../helpers/aims.ts';
import { pools } from '../../helpers/pools.ts';

const either = fc.oneof(pools({ size: 9, mode: 'mentoring' }), pools({ size: 9, mode: 'peers' }));

const texts = (together: readonly Together[]): readonly string[] =>
  together.map(({ sides }) => sides.map((side) => side.personId).join(' ')).toSorted();

/** The same people without one of them. */
const without = (input: PairingInput, place: number): PairingInput => ({
  ...input,
  pool: { ...input.pool, members: input.pool.members.filter((_member, at) => at !== place) },
});

describe('A round that was looked at before', () => {
  it('stays as it was, trios aside, where nobody came or went, whatever the seed', () => {
    fc.assert(
      fc.property(either, fc.nat(1000), (input, seed) => {
        const { suggestions: earlier } = pairRound(input);
        fc.pre(earlier.every(({ sides }) => sides.length === 2));
        const again = pairRound({ ...input, seed, earlier });
        assert.deepEqual(texts(again.suggestions), texts(earlier));
      }),
      { numRuns: 300 },
    );
  });

  it('never leaves out more people, nor others of those who waited, than one without a memory', () => {
    fc.assert(
      fc.property(either, fc.nat(8), (input, place) => {
        const { suggestions: earlier } = pairRound(input);
        const now = without(input, place);
        const [kept, anew] = [{ ...now, earlier }, now].map((one) => aimsOfRound(now, pairRound(one)));
        // All aims but the last, the shortfall.
        assert.deepEqual(kept?.slice(0, -1), anew?.slice(0, -1));
      }),
      { numRuns: 300 },
    );
  });

  it('ignores who is gone or may not be paired any more', () => {
    const input = company({ people: 120, seed: 2, family: 'b' });
    const { suggestions: earlier } = pairRound(input);
    const [one] = earlier;
    const [a, b] = one?.sides ?? [];
    assert.ok(a !== undefined && b !== undefined);
    const forbidden = [...input.pool.forbidden, [a.personId, b.personId] as const];
    const { suggestions, figures } = pairRound({ ...input, pool: { ...input.pool, forbidden }, earlier });
    assert.equal(figures.brokenRules, 0);
    assert.ok(!texts(suggestions).includes(texts(earlier.slice(0, 1))[0] ?? ''));
  });

  for (const family of ['b', 's'] as const) {
    it(`leaves out nobody more and changes a fraction when one in a hundred comes and goes (${family})`, () => {
      const { anew, kept, squaresLost } = churn(family, 1500, 5);
      assert.equal(kept.leftOut, anew.leftOut);
      assert.ok(
        kept.othersChanged < anew.othersChanged / 2,
        `${kept.othersChanged} of ${anew.othersChanged}`,
      );
      assert.ok((squaresLost ?? 0) < 0.05);
    });
  }

  it('says by how much at most another could fit better: no less than it does', () => {
    const input = company({ people: 900, seed: 3, family: 't' });
    const { suggestions: earlier } = pairRound(input);
    const now = without(without(without(input, 5), 80), 200);
    const [kept, anew] = [pairRound({ ...now, earlier }), pairRound(now)];
    const lost = (kept.certificate?.shortfall ?? 0) - (anew.certificate?.shortfall ?? 0);
    assert.ok(lost >= 0 && kept.figures.gap !== undefined);
    assert.equal(kept.certificate?.bound, anew.certificate?.shortfall);
  });
});
