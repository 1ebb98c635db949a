import assert from 'node:assert/strict';
import { FEWEST } from '../../bot/core/limits.ts';
import { attackFigures } from './figures.ts';
import { smallestCut } from './smallest-cut.ts';

describe('somebody who knows the reporting tree and sees every figure of a year', function () {
  this.timeout(60_000);
  const attack = attackFigures(25, 12);

  it('singles out no group below the minimum, in no month and between no two', () => {
    assert.ok(attack.smallestDifference >= FEWEST.counts, JSON.stringify(attack));
    assert.ok(attack.smallestMoodDifference >= FEWEST.mood, JSON.stringify(attack));
  });

  it('finds single people where each figure, or each month, is decided by itself', () => {
    assert.equal(attack.controlSmallestDifference, 1);
    assert.equal(attack.controlSmallestAcrossMonths, 1);
  });

  it('is told something: figures come in later months too, and for teams', () => {
    assert.ok(attack.figures > 25 * 12, JSON.stringify(attack));
    assert.ok(attack.laterFigures > attack.figures / 2, JSON.stringify(attack));
    assert.ok(attack.teamFigures > attack.figures / 3, JSON.stringify(attack));
  });

  it('cuts where it is thinnest', () => {
    const graph = new Map([
      [
        'a',
        new Map([
          ['b', 9],
          ['c', 2],
        ]),
      ],
      [
        'b',
        new Map([
          ['a', 9],
          ['c', 1],
        ]),
      ],
      [
        'c',
        new Map([
          ['a', 2],
          ['b', 1],
          ['d', 7],
        ]),
      ],
      ['d', new Map([['c', 7]])],
      ['e', new Map([['f', 4]])],
      ['f', new Map([['e', 4]])],
    ]);
    assert.equal(smallestCut(graph), 3);
    assert.equal(smallestCut(new Map([['a', new Map()]])), null);
  });
});
