import type { WorkingHours } from '../person.ts';

const DAY = 1440;
/** The furthest two people's same weekday can lie apart: 26 hours of zones and 24 of the day itself. */
const FURTHEST_DAYS = 3;
const DAY_SHIFTS = [-3, -2, -1, 0, 1, 2, 3];

/** Working hours on the clock of UTC: they start `start` minutes after midnight UTC of each day in `days`. */
export interface WorkingClock {
  /** May be negative, or above a day: the weekday is the person's own. */
  readonly start: number;
  readonly length: number;
  /** Bit 0 is Monday. */
  readonly days: number;
}

export function workingClock(hours: WorkingHours, zoneOffsetMinutes: number): WorkingClock {
  let days = 0;
  for (const day of hours.days) days |= 1 << (day - 1);
  return {
    start: hours.startMinute - zoneOffsetMinutes,
    length: Math.max(0, hours.endMinute - hours.startMinute),
    days,
  };
}

const turnWeek = (days: number, by: number): number => {
  const shift = ((by % 7) + 7) % 7;
  return ((days >> shift) | (days << (7 - shift))) & 127;
};

/** Where the longest stretch of a week lies in which both work, as minutes UTC after midnight of `a`'s own weekday. */
export function commonStretch(a: WorkingClock, b: WorkingClock): { start: number; minutes: number } {
  let best = { start: a.start, minutes: 0 };
  for (let dayShift = -FURTHEST_DAYS; dayShift <= FURTHEST_DAYS; dayShift += 1) {
    if ((a.days & turnWeek(b.days, dayShift)) === 0) continue;
    const bStart = b.start + dayShift * DAY;
    const start = Math.max(a.start, bStart);
    const minutes = Math.min(a.start + a.length, bStart + b.length) - start;
    if (minutes > best.minutes) best = { start, minutes };
  }
  return best;
}

/** Minutes of the longest stretch in which all of these work; 0 for nobody. */
export function minutesOfAll(clocks: readonly WorkingClock[]): number {
  const [first, ...others] = clocks;
  if (first === undefined) return 0;
  let parts = [{ start: first.start, end: first.start + first.length, days: first.days }];
  for (const { start, length, days } of others) {
    parts = parts.flatMap((part) =>
      DAY_SHIFTS.map((shift) => ({
        start: Math.max(part.start, start + shift * DAY),
        end: Math.min(part.end, start + length + shift * DAY),
        days: part.days & turnWeek(days, shift),
      })).filter((next) => next.end > next.start && next.days !== 0),
    );
  }
  return parts.reduce((most, { start, end }) => Math.max(most, end - start), 0);
}

/** Minutes of the longest stretch in which both work; the same for (a, b) and (b, a). */
export const commonMinutes = (a: WorkingClock, b: WorkingClock): number => commonStretch(a, b).minutes;
