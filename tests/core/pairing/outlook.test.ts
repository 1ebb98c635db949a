import assert from 'node:assert/strict';
import { changesToTry, obstaclesOf } from '../../../bot/core/pairing/outlook.ts';
import { pairRound } from '../../../bot/core/pairing/pair-round.ts';
import { DEFAULT_SETTINGS } from '../../../bot/core/programme.ts';
import { anInput, aPoolMember } from '../../helpers/pools.ts';

const hours = (to: number, count = 1) => ({ rule: 'common-hours', from: 3, to, count });
const step = (from: number, to: number) => ({ rule: 'step-ahead', from, to, count: 1 });

describe('The outlook of those left out', () => {
  it('counts each person once, under the rule that rules out most of whom they could meet', () => {
    const few = [
      { rule: 'common-hours', count: 5 },
      { rule: 'language', count: 2 },
    ];
    const obstacles = obstaclesOf([
      { causes: few },
      { causes: few },
      { causes: [{ rule: 'topic', count: 9 }] },
      { causes: [] },
    ]);
    assert.deepEqual(obstacles, [
      { rule: 'common-hours', people: 2 },
      { rule: 'topic', people: 1 },
    ]);
  });

  it('tries small changes before large ones, each once, and nothing that is not a setting', () => {
    const trials = changesToTry(DEFAULT_SETTINGS, [
      { remedies: [hours(1), step(2, 3)] },
      { remedies: [hours(2), { rule: 'capacity', from: 0, to: 1, count: 3 }] },
      { remedies: [hours(2), step(0, -1)] },
    ]);
    assert.deepEqual(
      trials.map(({ rule, from, to }) => [rule, from, to]),
      [
        ['common-hours', 3, 2],
        ['step-ahead', 2, 3],
        ['step-ahead', 0, -1],
        ['common-hours', 3, 1],
      ],
    );
    assert.equal(trials[0]?.settings.commonHours, 2);
    assert.deepEqual(trials[1]?.settings.stepsAhead, { min: 0, max: 3 });
  });

  it('needs the whole round solved anew, since two may hope for the same mentor', () => {
    const far = { timeZone: 'Asia/Kolkata', needs: [], freeAsMentee: 0 };
    const input = anInput([
      aPoolMember('a', { freeAsMentor: 0 }),
      aPoolMember('b', { freeAsMentor: 0 }),
      aPoolMember('mentor', { ...far, freeAsMentor: 1 }),
    ]);
    const { leftOut, figures } = pairRound(input);
    assert.equal(leftOut.filter(({ remedies }) => remedies[0]?.to === 2).length, 2);
    const [trial] = changesToTry(input.settings, leftOut);
    assert.ok(trial);
    const after = pairRound({ ...input, settings: trial.settings }).figures;
    assert.equal(after.peoplePaired - figures.peoplePaired, 1);
  });
});
