import type { Weekday } from '../person.ts';
import type { Clock } from '../working-time.ts';
import { minuteOf, onClock } from '../working-time.ts';

/** Nobody who works at least one day a week needs more days than this for so many working days. */
const daysToLook = (workingDays: number): number => 7 * workingDays + 7;

/** The end of work on someone's n-th working day after today, on their own clock. */
export function afterWorkingDays(at: Date, { hours, timeZone }: Clock, workingDays: number): Date {
  const today = onClock(at, timeZone);
  let left = workingDays;
  for (let ahead = 1; ahead <= daysToLook(workingDays); ahead += 1) {
    const day = today.plus({ days: ahead });
    if (!hours.days.includes(day.weekday as Weekday)) continue;
    left -= 1;
    if (left <= 0) return minuteOf(day.startOf('day'), hours.endMinute).toJSDate();
  }
  return today.plus({ days: daysToLook(workingDays) }).toJSDate();
}

/** Until when a proposal may be answered: the latest of its sides decides. */
export function proposalExpiry(at: Date, sides: readonly Clock[], workingDays: number): Date {
  const ends = sides.map((clock) => afterWorkingDays(at, clock, workingDays).getTime());
  return new Date(Math.max(at.getTime(), ...ends));
}
