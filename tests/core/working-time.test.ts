import assert from 'node:assert/strict';
import { DEFAULT_HOURS, WEEKDAYS } from '../../bot/core/person.ts';
import { commonWindow, isAwayOn, nextWorkingInstant } from '../../bot/core/working-time.ts';
import type { Clock } from '../../bot/core/working-time.ts';

const clock = (timeZone: string, hours = DEFAULT_HOURS): Clock => ({ hours, timeZone });
const utc = (text: string): Date => new Date(`${text}Z`);
const daily = (startMinute: number, endMinute: number) => ({ days: WEEKDAYS, startMinute, endMinute });

describe('working time', () => {
  it('is now within the hours, and else the next morning of a working day', () => {
    const berlin = clock('Europe/Berlin');
    const next = (at: string): string => nextWorkingInstant(utc(at), berlin).toISOString();
    assert.equal(next('2026-01-07T10:00:00'), '2026-01-07T10:00:00.000Z');
    assert.equal(next('2026-01-07T05:00:00'), '2026-01-07T08:00:00.000Z');
    assert.equal(next('2026-01-09T17:00:00'), '2026-01-12T08:00:00.000Z');
    assert.equal(next('2026-03-28T12:00:00'), '2026-03-30T07:00:00.000Z');
  });

  it('is shared on the clock of who looks', () => {
    const at = utc('2026-01-07T10:00:00');
    const berlin = clock('Europe/Berlin');
    assert.deepEqual(commonWindow(berlin, clock('America/New_York'), at), {
      startMinute: 15 * 60,
      endMinute: 17 * 60,
    });
    assert.deepEqual(commonWindow(clock('America/New_York'), berlin, at), {
      startMinute: 9 * 60,
      endMinute: 11 * 60,
    });
    assert.deepEqual(commonWindow(berlin, clock('Asia/Kolkata'), at), {
      startMinute: 9 * 60,
      endMinute: 12 * 60 + 30,
    });
  });

  it('is shared over midnight too, and up to it', () => {
    const late = clock('Europe/London', daily(1320, 1440));
    const at = utc('2026-07-01T10:00:00');
    const early = clock('Pacific/Auckland', daily(0, 600));
    assert.deepEqual(commonWindow(late, early, at), { startMinute: 1320, endMinute: 1380 });
    assert.deepEqual(commonWindow(early, late, at), { startMinute: 540, endMinute: 600 });
    const later = clock('Europe/London', daily(1380, 1440));
    assert.deepEqual(commonWindow(late, later, at), { startMinute: 1380, endMinute: 1440 });
    assert.equal(commonWindow(late, clock('Europe/London', daily(0, 600)), at), null);
  });

  it('is not shared when nobody works on the same day', () => {
    const weekend = clock('Europe/Berlin', { ...DEFAULT_HOURS, days: [6, 7] });
    assert.equal(commonWindow(clock('Europe/Berlin'), weekend, utc('2026-01-07T10:00:00')), null);
  });

  it('does not fail on a zone that nobody knows', () => {
    assert.equal(
      nextWorkingInstant(utc('2026-01-07T05:00:00'), clock('Mars/Olympus')).toISOString(),
      '2026-01-07T09:00:00.000Z',
    );
  });
});

describe('a pause', () => {
  it('is over on its last day, and without a day it is not over', () => {
    assert.equal(isAwayOn({ state: 'paused', pausedUntil: '2026-01-12' }, '2026-01-11'), true);
    assert.equal(isAwayOn({ state: 'paused', pausedUntil: '2026-01-12' }, '2026-01-12'), false);
    assert.equal(isAwayOn({ state: 'paused', pausedUntil: null }, '2099-01-01'), true);
    assert.equal(isAwayOn({ state: 'joined', pausedUntil: null }, '2026-01-01'), false);
    assert.equal(isAwayOn(null, '2026-01-01'), true);
  });
});
