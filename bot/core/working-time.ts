import { DateTime, IANAZone } from 'luxon';
import type { Member } from './member.ts';
import type { Person, Preferences, Weekday, WorkingHours } from './person.ts';

/** Somebody's own clock: when they work, and in which zone. */
export interface Clock {
  readonly hours: WorkingHours;
  readonly timeZone: string;
}

/** What a person has set holds before what the directory says. */
export function clockOf(person: Pick<Person, 'timeZone'>, preferences: Preferences): Clock {
  return { hours: preferences.hours, timeZone: preferences.timeZone ?? person.timeZone };
}

/** The instant on a person's clock. A zone that nobody knows is read as UTC. */
export function onClock(at: Date, timeZone: string): DateTime {
  return DateTime.fromJSDate(at, { zone: IANAZone.create(timeZone).isValid ? timeZone : 'utc' });
}

export function worksAt(at: DateTime, hours: WorkingHours): boolean {
  const minute = at.hour * 60 + at.minute;
  return hours.days.includes(weekdayOf(at)) && minute >= hours.startMinute && minute < hours.endMinute;
}

/** Luxon counts as ISO 8601 does: 1 is Monday. */
function weekdayOf(at: DateTime): Weekday {
  return at.weekday as Weekday;
}

/** This minute of a local day; a minute that the clocks skip in spring moves on by the hour that is skipped. */
export function minuteOf(day: DateTime, minute: number): DateTime {
  return day.set({ hour: Math.floor(minute / 60), minute: minute % 60, second: 0, millisecond: 0 });
}

/** The first instant, from `at` on, in which the person works: `at` itself within their hours. */
export function nextWorkingInstant(at: Date, clock: Clock): Date {
  const local = onClock(at, clock.timeZone);
  if (worksAt(local, clock.hours)) return at;
  for (let ahead = 0; ahead <= 7; ahead += 1) {
    const start = minuteOf(local.plus({ days: ahead }), clock.hours.startMinute);
    if (clock.hours.days.includes(weekdayOf(start)) && start >= local) return start.toJSDate();
  }
  return at;
}

/** Whether a member takes no part on this day of their own calendar, `YYYY-MM-DD`. A pause is over on its last day. */
export function isAwayOn(member: Pick<Member, 'state' | 'pausedUntil'> | null, day: string): boolean {
  if (member === null || member.state === 'left') return true;
  return member.state === 'paused' && (member.pausedUntil === null || day < member.pausedUntil);
}

/** Minutes of a day, half-open, on somebody's clock. */
export interface DayWindow {
  readonly startMinute: number;
  readonly endMinute: number;
}

/** The longest time in which both work, on the first one's clock and on their first such day from `at`; null for none in a week. */
export function commonWindow(own: Clock, other: Clock, at: Date): DayWindow | null {
  const today = onClock(at, own.timeZone).startOf('day');
  for (let ahead = 0; ahead < 7; ahead += 1) {
    const mine = spanOn(today.plus({ days: ahead }), own.hours);
    const shared = mine === null ? null : longestShared(mine, spansAround(mine[0], other));
    if (shared !== null) return { startMinute: minuteIn(shared[0]), endMinute: minuteIn(shared[1]) || 1440 };
  }
  return null;
}

type Span = readonly [start: DateTime, end: DateTime];

function spanOn(day: DateTime, hours: WorkingHours): Span | null {
  if (!hours.days.includes(weekdayOf(day))) return null;
  return [minuteOf(day, hours.startMinute), minuteOf(day, hours.endMinute)];
}

/** A far zone may be a day ahead or behind. */
function spansAround(at: DateTime, clock: Clock): readonly Span[] {
  const day = onClock(at.toJSDate(), clock.timeZone).startOf('day');
  return [-1, 0, 1]
    .map((shift) => spanOn(day.plus({ days: shift }), clock.hours))
    .filter((span): span is Span => span !== null);
}

function longestShared(mine: Span, theirs: readonly Span[]): Span | null {
  const shared = theirs
    .map(([start, end]): Span => [DateTime.max(mine[0], start), DateTime.min(mine[1], end)])
    .filter(([start, end]) => start < end)
    .map(([start, end]): Span => [start.setZone(mine[0].zone), end.setZone(mine[0].zone)]);
  return shared.sort(([a, b], [c, d]) => d.diff(c).toMillis() - b.diff(a).toMillis())[0] ?? null;
}

function minuteIn(at: DateTime): number {
  return at.hour * 60 + at.minute;
}
