import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { DateTime } from 'luxon';
import { checkInOf, mayAnswer, mayBeDue, scheduleOf, weeksOf } from '../../bot/core/check-in-schedule.ts';
import { DEFAULT_HOURS, WEEKDAYS } from '../../bot/core/person.ts';
import { DEFAULT_SETTINGS } from '../../bot/core/programme.ts';
import type { Clock } from '../../bot/core/working-time.ts';
import { worksAt } from '../../bot/core/working-time.ts';

const clock = (timeZone: string): Clock => ({ hours: DEFAULT_HOURS, timeZone });
const local = (at: Date, zone: string): string =>
  DateTime.fromJSDate(at, { zone }).toFormat('ccc yyyy-MM-dd HH:mm');
const utc = (text: string): Date => new Date(`${text}Z`);

const due = (week: number): string =>
  local(checkInOf(utc('2026-01-07T10:00:00'), week, clock('Europe/Berlin')).dueAt, 'Europe/Berlin');

describe('the schedule of check-ins', () => {
  it('asks on the last working day of each week, two thirds into the working day', () => {
    assert.equal(due(1), 'Tue 2026-01-13 14:15');
    assert.equal(due(2), 'Tue 2026-01-20 14:15');
  });

  it('keeps the hour of the wall clock over both changes of the clock', () => {
    const spring = checkInOf(utc('2026-03-18T10:00:00'), 2, clock('Europe/Berlin')).dueAt;
    const autumn = checkInOf(utc('2026-10-14T10:00:00'), 2, clock('Europe/Berlin')).dueAt;
    assert.equal(spring.toISOString(), '2026-03-31T12:15:00.000Z');
    assert.equal(autumn.toISOString(), '2026-10-27T13:15:00.000Z');
    const before = checkInOf(utc('2026-03-18T10:00:00'), 1, clock('Europe/Berlin')).dueAt;
    assert.equal(before.toISOString(), '2026-03-24T13:15:00.000Z');
  });

  it('knows half-hour zones', () => {
    const { dueAt } = checkInOf(utc('2026-01-07T10:00:00'), 1, clock('Asia/Kolkata'));
    assert.equal(dueAt.toISOString(), '2026-01-13T08:45:00.000Z');
  });

  it('counts the first day on the calendar of the person, not of the server', () => {
    const { day } = checkInOf(utc('2026-01-07T22:30:00'), 1, clock('Asia/Tokyo'));
    assert.equal(day, '2026-01-14');
  });

  it('asks somebody who works on Mondays only on the seventh day when the pairing began on a Monday', () => {
    const { day } = checkInOf(utc('2026-01-05T10:00:00'), 1, {
      hours: { ...DEFAULT_HOURS, days: [1] },
      timeZone: 'Europe/London',
    });
    assert.equal(day, '2026-01-12');
  });

  it('asks nine times in twelve weeks by default, and never after the end', () => {
    const pairing = { startedAt: utc('2026-01-07T10:00:00'), endsAt: utc('2026-04-01T10:00:00') };
    const weeks = scheduleOf(pairing, DEFAULT_SETTINGS.checkInWeeks, clock('Europe/Berlin'));
    assert.deepEqual(
      weeks.map(({ week }) => week),
      [1, 2, 3, 4, 5, 6, 8, 10, 12],
    );
    const short = scheduleOf({ ...pairing, endsAt: utc('2026-01-30T10:00:00') }, [6, 2, 2, 1], clock('UTC'));
    assert.deepEqual(
      short.map(({ week }) => week),
      [1, 2],
    );
  });

  it('goes on every second week in a pairing that was renewed', () => {
    const startedAt = utc('2026-01-07T10:00:00');
    const settings = { checkInWeeks: [1, 6, 12], pairingWeeks: 12 };
    assert.deepEqual(weeksOf({ startedAt, endsAt: utc('2026-04-01T10:00:00') }, settings), [1, 6, 12]);
    assert.deepEqual(
      weeksOf({ startedAt, endsAt: utc('2026-06-24T10:00:00') }, settings),
      [1, 6, 12, 14, 16, 18, 20, 22, 24],
    );
  });

  it('falls into the working time of anybody, within the week asked about, in any zone', () => {
    const zones = [
      'Europe/Berlin',
      'America/New_York',
      'Asia/Kathmandu',
      'Pacific/Chatham',
      'Australia/Lord_Howe',
    ];
    const someClock = fc
      .record({
        days: fc.uniqueArray(fc.constantFrom(...WEEKDAYS), { minLength: 1 }),
        start: fc.integer({ min: 0, max: 20 * 60 }),
        length: fc.integer({ min: 30, max: 180 }),
        timeZone: fc.constantFrom(...zones),
      })
      .map(({ days, start, length, timeZone }): Clock => ({
        hours: { days, startMinute: start, endMinute: start + length },
        timeZone,
      }));
    const begin = fc.date({
      min: utc('2026-01-01T00:00:00'),
      max: utc('2027-12-31T00:00:00'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(begin, fc.integer({ min: 1, max: 12 }), someClock, (startedAt, week, own) => {
        const { dueAt } = checkInOf(startedAt, week, own);
        const at = DateTime.fromJSDate(dueAt, { zone: own.timeZone });
        const first = DateTime.fromJSDate(startedAt, { zone: own.timeZone }).startOf('day');
        const days = Math.round(at.startOf('day').diff(first, 'days').days);
        const gap = at.toFormat('HH:mm') !== expectedMinute(own) && own.hours.days.length === 1;
        assert.ok(gap || worksAt(at, own.hours), `${at.toISO()} is outside of working hours`);
        assert.ok(days > 7 * (week - 1) && days <= 7 * week);
        assert.ok(mayBeDue(startedAt, [week], dueAt, dueAt), 'the cheap question must not miss it');
      }),
    );
  });

  it('rules out what is far from due without looking at the person', () => {
    const start = utc('2026-01-07T10:00:00');
    assert.equal(mayBeDue(start, [6, 8], utc('2026-01-12T00:00:00'), utc('2026-01-14T00:00:00')), false);
  });

  it('lets a question be answered for two weeks, and an answer be changed for one', () => {
    const dueAt = utc('2026-01-10T12:00:00');
    const open = { dueAt, answeredAt: null };
    assert.equal(mayAnswer(open, utc('2026-01-24T11:59:00')), true);
    assert.equal(mayAnswer(open, utc('2026-01-24T12:00:00')), false);
    const answered = { dueAt, answeredAt: utc('2026-01-11T12:00:00') };
    assert.equal(mayAnswer(answered, utc('2026-01-18T11:59:00')), true);
    assert.equal(mayAnswer(answered, utc('2026-01-18T12:00:00')), false);
  });
});

function expectedMinute({ hours }: Clock): string {
  const minute = Math.max(
    hours.startMinute,
    Math.floor((hours.startMinute + ((hours.endMinute - hours.startMinute) * 2) / 3) / 15) * 15,
  );
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}
