import assert from 'node:assert/strict';
import { asId } from '../../../bot/core/ids.ts';
import type { PersonId, TopicId } from '../../../bot/core/ids.ts';
import { fitLogistic } from '../../../bot/core/learning/logistic.ts';
import type { Example } from '../../../bot/core/learning/logistic.ts';
import { partsOf } from '../../../bot/core/learning/observe.ts';
import { suggestWeights } from '../../../bot/core/learning/suggest.ts';
import { mix } from '../../../bot/core/pairing/hash.ts';
import { DEFAULT_SETTINGS } from '../../../bot/core/programme.ts';

const chances = (seed: number) => {
  let count = seed;
  return (): number => mix(mix((count += 0x9e3779b9) | 0)) / 2 ** 32;
};

/** Answers in which each part adds what `slopes` say; two of each pair, who agree more often than by chance. */
function answers(slopes: readonly number[], pairs: number, seed: number): Example[] {
  const chance = chances(seed);
  return Array.from({ length: pairs }, (_none, pair) => {
    const features = slopes.map((_slope, at) => (at === 3 ? chance() : Math.round(chance())));
    const odds = slopes.reduce((sum, slope, at) => sum + slope * ((features[at] ?? 0) - 0.5), 0);
    const mood = chance() - 0.5;
    const outcome = (): number => {
      const share = 1 / (1 + Math.exp(-(odds + mood)));
      return [0, 1, 2, 3].filter(() => chance() < share).length / 4;
    };
    return [0, 1].map((): Example => ({ group: `pair ${pair}`, features, outcome: outcome() }));
  }).flat();
}

const PLANTED = [1.2, 0.4, 0, 0.8, 0];

describe('Learning from answers', () => {
  it('finds again what was planted, within what it says of its uncertainty', () => {
    let held = 0;
    for (let seed = 1; seed <= 40; seed += 1) {
      const { slopes, errors } = fitLogistic(answers(PLANTED, 150, seed * 1000));
      for (const [at, slope] of slopes.entries()) {
        // The mood of a pair draws every slope a little towards nothing.
        const planted = (PLANTED[at] ?? 0) * 0.98;
        if (Math.abs(slope - planted) <= 1.96 * (errors[at] ?? 0)) held += 1;
      }
    }
    assert.ok(held >= 175 && held <= 200, `${held} of 200 intervals hold what was planted`);
  });

  it('knows less where answers of a pair are counted as if they stood alone', () => {
    const examples = answers(PLANTED, 150, 5).map((one, at) => ({ ...one, outcome: at % 4 < 2 ? 1 : 0 }));
    const alone = fitLogistic(examples.map((one, at) => ({ ...one, group: String(at) })));
    const together = fitLogistic(examples);
    assert.ok((together.errors[0] ?? 0) > 1.2 * (alone.errors[0] ?? 0));
  });

  it('moves the weights towards what helped, in coarse steps, and keeps their sum', () => {
    const suggested = suggestWeights(answers(PLANTED, 600, 3), DEFAULT_SETTINGS.weights);
    assert.ok(suggested);
    const by = new Map(suggested.map((one) => [one.weight, one]));
    assert.ok((by.get('hours')?.suggested ?? 0) > 150, 'from 100 upwards');
    assert.ok((by.get('step')?.low ?? 1) === 0, 'nothing speaks for the step');
    assert.ok((by.get('step')?.suggested ?? 1000) <= 75);
    for (const { suggested: value, low, high } of suggested) {
      assert.ok(low <= value && value <= high);
      assert.deepEqual([value % 25, low % 25, high % 25], [0, 0, 0]);
    }
    const sum = suggested.reduce((all, one) => all + one.suggested * (one.weight === 'skill' ? 2 : 1), 0);
    assert.ok(Math.abs(sum - 800) <= 75, `${sum}`);
  });

  it('says nothing where answers show nothing, and never breaks on answers that are all alike', () => {
    assert.equal(suggestWeights(answers([0, 0, 0, 0, 0], 150, 9), DEFAULT_SETTINGS.weights), null);
    const same = answers(PLANTED, 100, 4).map((one) => ({ ...one, outcome: 1 }));
    assert.equal(suggestWeights(same, DEFAULT_SETTINGS.weights), null);
    const flat = answers(PLANTED, 100, 4).map((one) => ({ ...one, features: [1, 1, 1, 1, 1] }));
    assert.equal(suggestWeights(flat, DEFAULT_SETTINGS.weights), null);
  });

  it('reads the parts of a pair from its reasons', () => {
    const [life, skill] = [asId<TopicId>('life'), asId<TopicId>('skill')];
    const [mentor, mentee] = [asId<PersonId>('m'), asId<PersonId>('e')];
    const topic = (id: TopicId) => ({ kind: 'topic', topic: id, mentor, mentee, weight: 1 }) as const;
    const parts = partsOf(
      [
        topic(life),
        topic(skill),
        { kind: 'step', mentor, levels: 2, years: 3, weight: 1 },
        { kind: 'hours', minutesPerDay: 180, weight: 1 },
        { kind: 'other-department', weight: 1 },
      ],
      new Map([[life, 'experience']]),
    );
    assert.deepEqual(parts, [1, 0.5, 0.6, 0.5, 1]);
    assert.deepEqual(partsOf([], new Map()), [0, 0, 0.6, 0, 0]);
  });
});
