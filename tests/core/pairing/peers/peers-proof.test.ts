import assert from 'node:assert/strict';
import { shortfall } from '../../../../bot/core/pairing/fit.ts';
import type { PairingInput } from '../../../../bot/core/pairing/input.ts';
import { pairRound } from '../../../../bot/core/pairing/pair-round.ts';
import { company } from '../../../bench/pairing/generator.ts';

const peers = (people: number, seed: number): PairingInput => company({ people, seed, family: 's' });

/** What the pairs of a round lack; null where somebody joined one, which then is as good as the worst of the three. */
function lacking({ suggestions }: ReturnType<typeof pairRound>): number | null {
  if (suggestions.some(({ kind }) => kind !== 'peers')) return null;
  return suggestions.reduce((sum, { fit }) => sum + shortfall(fit), 0);
}

describe('what is proven of a round of peers', () => {
  it('is kept with it: what its pairs lack, and that no others lack less', () => {
    let compared = 0;
    for (let seed = 1; seed <= 12; seed += 1) {
      const round = pairRound(peers(80, seed));
      const sum = lacking(round);
      const { certificate } = round;
      assert.ok(certificate !== undefined && certificate.candidates > 0);
      assert.deepEqual([certificate.over, certificate.bound], [undefined, certificate.shortfall]);
      if (sum === null) continue;
      assert.equal(certificate.shortfall, sum);
      compared += 1;
    }
    assert.ok(compared > 2, 'every round had somebody who joined two others');
  });

  it('counts pairs that stood before at what they lack', () => {
    for (let seed = 1; seed <= 16; seed += 1) {
      const input = peers(80, seed);
      const before = pairRound(input);
      const members = input.pool.members.slice(2);
      const without = { ...input, pool: { ...input.pool, members } };
      const anew = pairRound(without);
      const again = pairRound({ ...without, earlier: before.suggestions });
      const sum = lacking(again);
      const { certificate } = again;
      assert.equal(again.figures.peoplePaired, anew.figures.peoplePaired);
      assert.ok(certificate !== undefined && (certificate.bound ?? 0) <= (anew.certificate?.shortfall ?? 0));
      if (sum !== null) assert.equal(certificate.shortfall, sum);
    }
  });

  it('is no more than holds, and says that time ran out, whenever it is stopped', () => {
    const input = peers(700, 3);
    const best = pairRound(input);
    assert.equal(best.figures.stopped, undefined);
    let [stopped, atHand] = [0, 0];
    for (let patience = 0; patience < 40; patience += 1) {
      let asked = 0;
      const stop = (): boolean => (asked += 1) > patience;
      const { figures, certificate } = pairRound(input, { stop });
      assert.equal(figures.brokenRules, 0);
      assert.ok(figures.peoplePaired > 0.9 * best.figures.peoplePaired, `${figures.peoplePaired} paired`);
      if (figures.stopped === undefined) {
        assert.deepEqual([figures, certificate], [best.figures, best.certificate]);
        continue;
      }
      stopped += 1;
      atHand += Number(figures.stopped.over === 'at-hand');
      assert.deepEqual([figures.gap, certificate?.over ?? 'all'], [undefined, figures.stopped.over]);
      const isComparable =
        figures.stopped.over === 'all' && figures.peoplePaired === best.figures.peoplePaired;
      if (isComparable) assert.ok((certificate?.bound ?? 0) <= (best.certificate?.shortfall ?? 0));
    }
    assert.ok(atHand > 0 && stopped > atHand && stopped < 40, `${stopped} stopped, ${atHand} in the search`);
  });
});

describe('a round of circles', () => {
  it('says that time ran out', () => {
    const input = peers(200, 1);
    const circles = { ...input, settings: { ...input.settings, mode: 'circles' as const } };
    let asked = 0;
    const { figures, suggestions } = pairRound(circles, { stop: () => (asked += 1) > 20 });
    assert.ok(suggestions.length > 0);
    assert.deepEqual(
      [figures.stopped, figures.maximum, figures.brokenRules],
      [{ over: 'all', gap: null }, null, 0],
    );
    assert.equal(pairRound(circles).figures.stopped, undefined);
  });
});
