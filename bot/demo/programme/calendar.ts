import { DateTime } from 'luxon';

/** When things happened in the programme that the demonstration begins with. */
export interface Calendar {
  readonly startedAt: Date;
  readonly roundAt: Date;
  readonly now: Date;
}

/** Days from the start to the round. */
const ROUND_AFTER_DAYS = 8;
/** Days that most have joined and been paired in, before the month whose figures are shown. */
const BEFORE_MONTH_DAYS = 12;

/**
 * Eight weeks ago, or as much longer as it takes for the last month that has ended to lie within the programme:
 * figures are released by whole months. It starts on a Monday morning; the round is on the Tuesday of its second week.
 */
export function calendarOf(now: Date): Calendar {
  const today = DateTime.fromJSDate(now, { zone: 'utc' });
  const lastMonth = today.startOf('month').minus({ months: 1 });
  const start = DateTime.min(today.minus({ weeks: 8 }), lastMonth.minus({ days: BEFORE_MONTH_DAYS })).startOf(
    'week',
  );
  return {
    startedAt: start.plus({ hours: 8 }).toJSDate(),
    roundAt: start.plus({ days: ROUND_AFTER_DAYS, hours: 9 }).toJSDate(),
    now,
  };
}

/** A moment between two others, at office hours. */
export function momentBetween(from: Date, to: Date, share: number): Date {
  const at = from.getTime() + (to.getTime() - from.getTime()) * share;
  return new Date(Math.min(at, to.getTime()));
}
