import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Config } from './config.ts';

/** What time it is. */
export interface Clock {
  now(): Date;
}

/**
 * The demonstration's clock: it runs like any other, and can be moved forward, so that nobody waits
 * a week for a check-in. It never goes back, since what has been said stays said.
 */
export interface MovableClock extends Clock {
  /** Moves forward to this instant; an earlier one changes nothing. */
  moveTo(instant: Date): Promise<void>;
}

/** The clock of this configuration: the present, or in the demonstration the clock that was moved. */
export async function clockOf(config: Config): Promise<Clock> {
  return config.demonstration ? openMovableClock(config) : { now: () => new Date() };
}

/** Beside the demonstration's store, and gone with it. */
export const clockFile = (config: Config): string => join(dirname(config.sqliteFile), 'clock.json');

/** Opens the demonstration's clock, or starts one that shows the present. */
export async function openMovableClock(config: Config): Promise<MovableClock> {
  const file = clockFile(config);
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
