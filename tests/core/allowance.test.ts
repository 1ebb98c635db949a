import assert from 'node:assert/strict';
import { array, assert as check, integer, property } from 'fast-check';
import { Allowances } from '../../bot/core/allowance.ts';

const RATE = { burst: 5, perSecond: 2 };

describe('an allowance', () => {
  it('gives so much at once, and so much more with each second', () => {
    const allowances = new Allowances(RATE);
    const taken = Array.from({ length: 7 }, () => allowances.take('ada', 1000));
    assert.deepEqual(taken, [true, true, true, true, true, false, false]);
    assert.equal(allowances.take('ada', 1499), false);
    assert.equal(allowances.take('ada', 1500), true);
    assert.equal(allowances.take('ada', 1500), false);
  });

  it('is each person’s own', () => {
    const allowances = new Allowances(RATE);
    for (let count = 0; count < 9; count += 1) allowances.take('ada', 0);
    assert.equal(allowances.take('bo', 0), true);
  });

  it('takes nothing for what it refuses, and more for what costs more', () => {
    const allowances = new Allowances(RATE);
    assert.equal(allowances.take('ada', 0, 6), false);
    assert.equal(allowances.take('ada', 0, 5), true);
    assert.equal(allowances.take('ada', 0), false);
  });

  it('never gives more than the burst and the seconds that passed, in whatever order the clock comes', () => {
    check(
      property(array(integer({ min: 0, max: 10_000 })), (times) => {
        const allowances = new Allowances(RATE);
        const given = times.filter((at) => allowances.take('ada', at)).length;
        assert.ok(given <= RATE.burst + (Math.max(0, ...times) / 1000) * RATE.perSecond);
      }),
    );
  });

  it('remembers so many people and no more', () => {
    const allowances = new Allowances(RATE);
    for (let count = 0; count < 30_000; count += 1) allowances.take(`person ${count}`, count);
    assert.equal(allowances.size, 20_000);
  });
});
