import type { ReleasedFigure } from '../ports/privacy.ts';
import { THRESHOLDS } from './periods.ts';
import { stricter } from './questions.ts';
import type { Fewest } from './questions.ts';

/**
 * The minimums for answers of a month: today's, or those that held when the answers were given where they were
 * higher. So a minimum that is lowered holds for months that begin after it.
 */
export function fewestFor(period: string, released: readonly ReleasedFigure[], today: Fewest): Fewest {
  const kept = released.find((one) => one.period === period && one.question === THRESHOLDS)?.value;
  return isFewest(kept) ? stricter(kept, today) : today;
}

function isFewest(value: unknown): value is Fewest {
  if (typeof value !== 'object' || value === null) return false;
  const { counts, mood }: Readonly<Record<string, unknown>> = { ...value };
  return typeof counts === 'number' && typeof mood === 'number';
}
