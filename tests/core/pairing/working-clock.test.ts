import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { commonMinutes, workingClock } from '../../../bot/core/pairing/working-clock.ts';
import { DEFAULT_HOURS } from '../../../bot/core/person.ts';
import type { WorkingHours } from '../../../bot/core/person.ts';

const WEEK = 7 * 1440;

function week(hours: WorkingHours, offset: number): boolean[] {
  const minutes = Array.from({ length: WEEK }, () => false);
  for (const day of hours.days) {
    for (let minute = hours.startMinute; minute < hours.endMinute; minute += 1) {
      minutes[((day - 1) * 1440 + minute - offset + 2 * WEEK) % WEEK] = true;
    }
  }
  return minutes;
}

function longestRun(a: boolean[], b: boolean[]): number {
  let [longest, run] = [0, 0];
  for (let minute = 0; minute < 2 * WEEK; minute += 1) {
    run = a[minute % WEEK] === true && b[minute % WEEK] === true ? run + 1 : 0;
    longest = Math.max(longest, run);
  }
  return longest;
}

const hours = fc.record({
  days: fc.subarray([1, 2, 3, 4, 5, 6, 7] as const, { minLength: 1 }),
  startMinute: fc.integer({ min: 0, max: 800 }),
  endMinute: fc.integer({ min: 801, max: 1439 }),
});
const offset = fc.integer({ min: -12 * 4, max: 14 * 4 }).map((quarters) => quarters * 15);

describe('commonMinutes', () => {
  it('is the longest run of minutes in which both work, counted one by one, and the same both ways', () => {
    fc.assert(
      fc.property(hours, offset, hours, offset, (a, aOffset, b, bOffset) => {
        const [one, other] = [workingClock(a, aOffset), workingClock(b, bOffset)];
        assert.equal(commonMinutes(one, other), longestRun(week(a, aOffset), week(b, bOffset)));
        assert.equal(commonMinutes(other, one), commonMinutes(one, other));
      }),
      { numRuns: 150 },
    );
  });

  const berlin = workingClock(DEFAULT_HOURS, 60);
  const cases: [string, number, number][] = [
    ['Berlin and Berlin', 60, 480],
    ['Berlin and Kolkata, four and a half hours apart', 330, 210],
    ['Berlin and Los Angeles, nine hours apart', -480, 0],
    ['Berlin and Auckland, twelve hours apart', 780, 0],
  ];
  for (const [who, offsetMinutes, minutes] of cases) {
    it(`gives ${who} ${minutes} minutes`, () => {
      assert.equal(commonMinutes(berlin, workingClock(DEFAULT_HOURS, offsetMinutes)), minutes);
    });
  }

  it('gives nothing to two who work on different days', () => {
    const monday = workingClock({ ...DEFAULT_HOURS, days: [1] }, 0);
    assert.equal(commonMinutes(monday, workingClock({ ...DEFAULT_HOURS, days: [3] }, 0)), 0);
  });

  it('finds the Monday of one in the Sunday of the other', () => {
    const auckland = workingClock({ days: [1], startMinute: 0, endMinute: 600 }, 780);
    const losAngeles = workingClock({ days: [7], startMinute: 180, endMinute: 780 }, -480);
    assert.equal(commonMinutes(auckland, losAngeles), 600);
  });
});
