import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { clockOf, endMinuteOf, minuteOf } from '../../tab/src/features/my-space/clock.ts';
import { placeMoods } from '../../tab/src/features/my-space/place-moods.ts';
import { relation } from '../../tab/src/features/my-space/relation.ts';
import { weekOf } from '../../tab/src/features/my-space/week-of.ts';
import { nameOfRun, weekdayRuns } from '../../tab/src/features/my-space/weekday-runs.ts';

const runs = (days: number[]) => weekdayRuns(days).map((run) => nameOfRun(run, String));

describe('weekOf', () => {
  const pairing = { startedAt: '2026-10-05T08:00:00Z', endsAt: '2026-12-28T08:00:00Z' };
  const at = (day: string) => weekOf(pairing, new Date(day));

  it('counts from the first moment of a pairing to its last week', () => {
    assert.deepEqual(at('2026-10-05T08:00:00Z'), { week: 1, weeks: 12 });
    assert.deepEqual(at('2026-10-12T08:00:00Z'), { week: 2, weeks: 12 });
    assert.deepEqual(at('2026-12-28T07:59:00Z'), { week: 12, weeks: 12 });
  });

  it('stays within the pairing, whatever the clock says', () => {
    assert.equal(at('2026-01-01T00:00:00Z').week, 1);
    assert.equal(at('2027-06-01T00:00:00Z').week, 12);
  });
});

describe('the hours form', () => {
  it('writes and reads every minute of a day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1439 }), (minute) => minuteOf(clockOf(minute)) === minute),
    );
  });

  it('takes midnight as the end of a day', () => {
    assert.equal(clockOf(1440), '00:00');
    assert.equal(endMinuteOf('00:00'), 1440);
    assert.equal(minuteOf('9'), null);
  });

  it('takes days that follow one another together', () => {
    assert.deepEqual(runs([5, 1, 2, 3, 4]), ['1–5']);
    assert.deepEqual(runs([1, 3, 4, 7]), ['1', '3, 4', '7']);
    assert.deepEqual(runs([]), []);
  });
});

describe('the mood chart', () => {
  it('puts the first answer left, the last right, and better days higher', () => {
    const moods = [
      { at: '2026-10-01T08:00:00Z', mood: 1 },
      { at: '2026-10-04T08:00:00Z', mood: 3 },
      { at: '2026-10-05T08:00:00Z', mood: 5 },
    ];
    assert.deepEqual(
      placeMoods(moods).map(({ x, y }) => [x, y]),
      [
        [0, 0],
        [75, 50],
        [100, 100],
      ],
    );
  });

  it('puts a single answer in the middle', () => {
    assert.equal(placeMoods([{ at: '2026-10-01T08:00:00Z', mood: 4 }])[0]?.x, 50);
  });
});

describe('relation', () => {
  it('says what the other is to me', () => {
    assert.equal(relation({ kind: 'mentoring', myRole: 'mentee' }), 'my-mentor');
    assert.equal(relation({ kind: 'mentoring', myRole: 'mentor' }), 'my-mentee');
    assert.equal(relation({ kind: 'trio', myRole: 'mentor' }), 'trio');
  });
});
