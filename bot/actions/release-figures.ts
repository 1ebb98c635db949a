import type { Deps } from '../core/deps.ts';
import { FEWEST } from '../core/limits.ts';
import type { Writes } from '../core/ports/store.ts';
import type { ReleasedFigure } from '../core/ports/privacy.ts';
import type { Programme } from '../core/programme.ts';
import { QUESTION_NAMES } from '../core/privacy/figures.ts';
import type { QuestionName } from '../core/privacy/figures.ts';
import { endedMonths, monthOf, monthsBefore, THRESHOLDS } from '../core/privacy/periods.ts';
import type { Month } from '../core/privacy/periods.ts';
import { release } from '../core/privacy/release.ts';
import type { Period } from '../core/privacy/release.ts';
import { RETENTION } from '../core/privacy/retention.ts';
import type { Fewest } from '../core/privacy/questions.ts';
import { fewestFor } from '../core/privacy/thresholds.ts';

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
  await deps.store.transaction((tx) => keepThresholds(tx, programme, now));
  const released: string[] = [];
  for (const month of endedMonths(programme.startedAt, now)) {
    const isNew = await deps.store.transaction((tx) => releaseMonth(tx, programme, month, now));
    if (isNew) released.push(month.period);
  }
  return released;
}

/** The minimums that hold while people answer: what is set lower later does not hold for their answers. */
async function keepThresholds(tx: Writes, { id }: Programme, now: Date): Promise<void> {
  const period = monthOf(now);
  const kept = { programmeId: id, scope: null, period, question: THRESHOLDS, value: FEWEST, releasedAt: now };
  const before = await tx.privacy.released(id, null);
  if (before.some((one) => one.period === period && one.question === THRESHOLDS)) return;
  await tx.privacy.release([kept]);
}

async function releaseMonth(tx: Writes, programme: Programme, month: Month, now: Date): Promise<boolean> {
  const before = await tx.privacy.released(programme.id, null);
  if (before.some((figure) => figure.period === month.period && figure.question === DONE)) return false;
  const period = {
    lines: await tx.privacy.reportingLines(programme.id, month.to),
    answers: await tx.privacy.answersOfPeriod(programme.id, month.from, month.to),
  };
  const kept = { programmeId: programme.id, period: month.period, releasedAt: now };
  await tx.privacy.release([{ ...kept, scope: null, question: DONE, value: true }]);
  const fewest = fewestFor(month.period, before, FEWEST);
  for (const question of QUESTION_NAMES) await releaseQuestion(tx, question, period, { ...kept, fewest });
  return true;
}

async function releaseQuestion(
  tx: Writes,
  question: QuestionName,
  period: Period,
  {
    fewest,
    ...kept
  }: Pick<ReleasedFigure, 'programmeId' | 'period' | 'releasedAt'> & {
    readonly fewest: Fewest;
  },
): Promise<void> {
  const { programmeId } = kept;
  const since = monthsBefore(kept.period, RETENTION.figureMonths);
  const earlier = (await tx.privacy.cohorts(programmeId, question, since)).map((one) => one.people);
  const { figures, cohort } = release(question, period, { earlier, fewest });
  await tx.privacy.release(figures.map((figure) => ({ ...kept, ...figure })));
  await tx.privacy.keepCohort({ programmeId, period: kept.period, question, people: cohort });
}
