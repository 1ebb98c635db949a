import type { Deps } from '../core/deps.ts';
import type { Writes } from '../core/ports/store.ts';
import type { ReleasedFigure } from '../core/ports/privacy.ts';
import type { Programme } from '../core/programme.ts';
import { endedMonths } from '../core/privacy/periods.ts';
import type { Month } from '../core/privacy/periods.ts';
import { figuresToRelease } from '../core/privacy/release.ts';

/** Marks a month as done, also where nothing could be told; released with scope null. */
const DONE = 'done';

/**
 * Releases the figures of every month that has ended since the programme started, once. A month that has been
 * released is never looked at again, whatever is answered or erased later: two releases could be subtracted.
 * Returns the months that were new.
 */
export async function releaseFigures(deps: Deps, programme: Programme): Promise<readonly string[]> {
  if (programme.startedAt === null) return [];
  const now = deps.now();
  const released: string[] = [];
  for (const month of endedMonths(programme.startedAt, now)) {
    const isNew = await deps.store.transaction((tx) => releaseMonth(tx, programme, month, now));
    if (isNew) released.push(month.period);
  }
  return released;
}

async function releaseMonth(tx: Writes, programme: Programme, month: Month, now: Date): Promise<boolean> {
  const before = await tx.privacy.released(programme.id, null);
  if (before.some((figure) => figure.period === month.period)) return false;
  const period = {
    lines: await tx.privacy.reportingLines(programme.id, month.to),
    answers: await tx.privacy.answersOfPeriod(programme.id, month.from, month.to),
  };
  const kept = { programmeId: programme.id, period: month.period, releasedAt: now };
  const done: ReleasedFigure = { ...kept, scope: null, question: DONE, value: true };
  const figures = figuresToRelease(period).map((figure) => ({ ...kept, ...figure }));
  await tx.privacy.release([done, ...figures]);
  return true;
}
