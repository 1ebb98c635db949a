import assert from 'node:assert/strict';
import { assert as check, constantFrom, date, integer, property, record, subarray } from 'fast-check';
import { DateTime } from 'luxon';
import { OCCURRENCE_KINDS } from '../../bot/core/occurrence.ts';
import { DEFAULT_HOURS, WEEKDAYS } from '../../bot/core/person.ts';
import { worksAt } from '../../bot/core/working-time.ts';
import { allowanceOf } from '../../bot/delivery/window.ts';
import type { Recipient } from '../../bot/core/recipient.ts';
import type { Allowance } from '../../bot/delivery/window.ts';

const joined = { state: 'joined', pausedUntil: null } as const;
const at = (iso: string, zone = 'Europe/Berlin'): Date => DateTime.fromISO(iso, { zone }).toJSDate();
type Told = Pick<Recipient, 'clock' | 'member' | 'lastProactiveAt'>;
const recipient = (changes: Partial<Told> = {}, timeZone = 'Europe/Berlin'): Told => ({
  clock: { hours: DEFAULT_HOURS, timeZone },
  member: joined,
  lastProactiveAt: null,
  ...changes,
});
const later = (iso: string, why: string, zone?: string): Allowance =>
  ({ kind: 'later', at: at(iso, zone), why }) as Allowance;

describe('when somebody may be told something', () => {
  const cases: readonly (readonly [name: string, now: string, expected: Allowance])[] = [
    ['now, within their hours', '2026-11-02T10:00', { kind: 'now' }],
    ['now, at the first minute of their hours', '2026-11-02T09:00', { kind: 'now' }],
    ['not at the last one', '2026-11-02T17:00', later('2026-11-03T09:00', 'hours')],
    ['not before their hours', '2026-11-02T08:59', later('2026-11-02T09:00', 'hours')],
    ['not on a Friday night but on Monday', '2026-11-06T20:00', later('2026-11-09T09:00', 'hours')],
  ];
  for (const [name, now, expected] of cases)
    it(`is ${name}`, () => {
      assert.deepEqual(allowanceOf(recipient(), 'check-in', at(now)), expected);
    });

  it('is once a day on their own calendar, answers aside', () => {
    const told = recipient({ lastProactiveAt: at('2026-11-02T09:30') });
    assert.deepEqual(
      allowanceOf(told, 'check-in', at('2026-11-02T11:00')),
      later('2026-11-03T09:00', 'one-a-day'),
    );
    assert.deepEqual(allowanceOf(told, 'introduction', at('2026-11-02T11:00')), { kind: 'now' });
    assert.deepEqual(allowanceOf(told, 'check-in', at('2026-11-03T09:00')), { kind: 'now' });
  });

  it('counts a day by their midnight, not by that of UTC', () => {
    const zone = 'Pacific/Auckland';
    const told = recipient({ lastProactiveAt: at('2026-11-02T16:00', zone) }, zone);
    assert.deepEqual(allowanceOf(told, 'nudge', at('2026-11-03T09:30', zone)), { kind: 'now' });
  });

  it('is after a pause, from its last day on', () => {
    const paused = recipient({ member: { state: 'paused', pausedUntil: '2026-11-09' } });
    assert.deepEqual(
      allowanceOf(paused, 'introduction', at('2026-11-02T10:00')),
      later('2026-11-09T09:00', 'paused'),
    );
    assert.deepEqual(allowanceOf(paused, 'introduction', at('2026-11-09T09:00')), { kind: 'now' });
  });

  it('is looked at again tomorrow in a pause without an end', () => {
    const paused = recipient({ member: { state: 'paused', pausedUntil: null } });
    assert.deepEqual(
      allowanceOf(paused, 'check-in', at('2026-11-02T10:00')),
      later('2026-11-03T10:00', 'paused'),
    );
  });

  it('is never, for whoever has left or never joined', () => {
    for (const member of [null, { state: 'left', pausedUntil: null } as const])
      for (const kind of OCCURRENCE_KINDS)
        assert.deepEqual(allowanceOf(recipient({ member }), kind, at('2026-11-02T10:00')), { kind: 'never' });
  });

  it('follows the clock of the wall when it changes, both ways', () => {
    const friday = at('2026-10-23T18:00');
    assert.deepEqual(allowanceOf(recipient(), 'nudge', friday), later('2026-10-26T09:00', 'hours'));
    assert.equal(at('2026-10-26T09:00').toISOString(), '2026-10-26T08:00:00.000Z');
    const spring = at('2027-03-26T18:00');
    assert.deepEqual(allowanceOf(recipient(), 'nudge', spring), later('2027-03-29T09:00', 'hours'));
    assert.equal(at('2027-03-29T09:00').toISOString(), '2027-03-29T07:00:00.000Z');
  });

  it('begins an hour later where the clocks skip the first hour', () => {
    const nights = { days: [...WEEKDAYS], startMinute: 150, endMinute: 300 };
    const early = recipient({ clock: { hours: nights, timeZone: 'Europe/Berlin' } });
    const allowance = allowanceOf(early, 'nudge', at('2027-03-28T01:00'));
    assert.equal(allowance.kind === 'later' && allowance.at.toISOString(), '2027-03-28T01:30:00.000Z');
  });

  it('takes an unknown zone for UTC and hours that leave no time for the usual ones', () => {
    assert.deepEqual(allowanceOf(recipient({}, 'Nowhere/Land'), 'nudge', at('2026-11-02T09:00', 'utc')), {
      kind: 'now',
    });
    const none = { days: [], startMinute: 600, endMinute: 600 };
    const nobody = recipient({ clock: { hours: none, timeZone: 'utc' } });
    assert.deepEqual(
      allowanceOf(nobody, 'nudge', at('2026-11-02T20:00', 'utc')),
      later('2026-11-03T09:00', 'hours', 'utc'),
    );
  });

  it('is always within their hours, and asking then gives leave, in every zone and on every day', () => {
    const zones = constantFrom(
      'Asia/Kolkata',
      'America/St_Johns',
      'Pacific/Chatham',
      'Australia/Lord_Howe',
      'America/Sao_Paulo',
      'Europe/London',
      'Pacific/Apia',
      'UTC',
    );
    const days = subarray([...WEEKDAYS], { minLength: 1 });
    const when = date({ min: new Date('2024-01-01'), max: new Date('2030-01-01'), noInvalidDate: true });
    const hours = record({
      days,
      startMinute: integer({ min: 0, max: 1320 }),
      length: integer({ min: 60, max: 120 }),
    });
    check(
      property(
        zones,
        hours,
        when,
        constantFrom(...OCCURRENCE_KINDS),
        (timeZone, { days, startMinute, length }, now, kind) => {
          const clock = { hours: { days, startMinute, endMinute: startMinute + length }, timeZone };
          const allowance = allowanceOf(recipient({ clock }), kind, now);
          assert.notEqual(allowance.kind, 'never');
          const allowed = allowance.kind === 'later' ? allowance.at : now;
          assert.ok(allowed >= now && allowed.getTime() - now.getTime() <= 8 * 86_400_000);
          assert.ok(worksAt(DateTime.fromJSDate(allowed, { zone: timeZone }), clock.hours));
          assert.deepEqual(allowanceOf(recipient({ clock }), kind, allowed), { kind: 'now' });
        },
      ),
      { numRuns: 500 },
    );
  });
});
