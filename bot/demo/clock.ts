import { readFile, writeFile } from 'node:fs/promises';
import { DateTime } from 'luxon';

/**
 * The demonstration's clock: it runs like any other, and can be moved forward, so that nobody waits
 * a week for a check-in. It never goes back, since what has been said stays said.
 */
export interface DemoClock {
  now(): Date;
  /** Moves forward to this instant; an earlier one changes nothing. */
  moveTo(instant: Date): Promise<void>;
}

/** Opens the clock kept in the file, or starts one that shows the present. */
export async function openClock(file: string): Promise<DemoClock> {
  let aheadMs = await savedAhead(file);
  const now = (): Date => new Date(Date.now() + aheadMs);
  return {
    now,
    moveTo: async (instant) => {
      const step = instant.getTime() - now().getTime();
      if (step <= 0) return;
      aheadMs += step;
      await writeFile(file, JSON.stringify({ aheadMs }));
    },
  };
}

async function savedAhead(file: string): Promise<number> {
  const text = await readFile(file, 'utf8').catch(() => '{}');
  const saved: unknown = JSON.parse(text);
  const aheadMs =
    typeof saved === 'object' && saved !== null && 'aheadMs' in saved ? Number(saved.aheadMs) : 0;
  return Number.isFinite(aheadMs) ? aheadMs : 0;
}

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
