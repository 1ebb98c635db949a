import { DateTime } from 'luxon';

/** The next moment, from now on, at which somebody at work in this zone has time: ten o'clock of a working day, or now. */
export function nextWorkingMoment(now: Date, zone: string): Date {
  const here = DateTime.fromJSDate(now, { zone });
  if (here.weekday <= 5 && here.hour >= 9 && here.hour < 16) return now;
  return workingMorning(here.hour < 9 ? here : here.plus({ days: 1 }));
}

/** Ten o'clock of the next working day after now. */
export function nextMorning(now: Date, zone: string): Date {
  return workingMorning(DateTime.fromJSDate(now, { zone }).plus({ days: 1 }));
}

function workingMorning(from: DateTime): Date {
  let day = from.set({ hour: 10, minute: 0, second: 0, millisecond: 0 });
  while (day.weekday > 5) day = day.plus({ days: 1 });
  return day.toJSDate();
}
