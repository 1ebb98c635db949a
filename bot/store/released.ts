import type { Insertable } from 'kysely';
import type { ProgrammeId } from '../core/ids.ts';
import type { ReleasedFigure } from '../core/ports/privacy.ts';
import type { ReadDb, WriteDb } from './db.ts';
import { UniqueViolation, WriteConflict } from './errors.ts';
import { fromJson, groupBy, toJson } from './json.ts';
import { inChunks, insertRows } from './portable.ts';
import type { ReleasedFiguresTable } from './schema/privacy.ts';

/** What has been told to one manager, or of the whole programme where the scope is null. */
export async function released(
  { db }: ReadDb,
  programme: ProgrammeId,
  scope: ReleasedFigure['scope'],
): Promise<readonly ReleasedFigure[]> {
  const rows = await db
    .selectFrom('releasedFigures')
    .where('programmeId', '=', programme)
    .where('scopeId', '=', scope ?? programme)
    .select(['programmeId', 'period', 'question', 'valueJson', 'releasedAt'])
    .orderBy('period')
    .orderBy('question')
    .execute();
  return rows.map(({ valueJson, ...rest }) => ({ ...rest, scope, value: fromJson<unknown>(valueJson) }));
}

/**
 * Adds the figures that are absent, a programme's month at a time; those that are there stay as they are.
 * @throws WriteConflict where somebody else releases the same now: figures of two releases never mix.
 */
export async function release(store: WriteDb, figures: readonly ReleasedFigure[]): Promise<void> {
  const rows = figures.map(rowOf);
  const months = groupBy(rows, ({ programmeId, period }) => JSON.stringify([programmeId, period]));
  for (const month of months.values()) {
    const absent = await absentOf(store, month);
    try {
      await insertRows(store, 'releasedFigures', absent);
    } catch (error) {
      throw error instanceof UniqueViolation ? new WriteConflict() : error;
    }
  }
}

type Row = Insertable<ReleasedFiguresTable>;

const keyOf = ({ scopeId, question }: Pick<Row, 'scopeId' | 'question'>): string =>
  JSON.stringify([scopeId, question]);

async function absentOf({ db }: WriteDb, month: readonly Row[]): Promise<readonly Row[]> {
  const [sample] = month;
  if (sample === undefined) return [];
  const known = await inChunks(
    month.map(({ scopeId }) => scopeId),
    (scopes) =>
      db
        .selectFrom('releasedFigures')
        .where('programmeId', '=', sample.programmeId)
        .where('scopeId', 'in', scopes)
        .where('period', '=', sample.period)
        .select(['scopeId', 'question'])
        .execute(),
  );
  const there = new Set(known.map(keyOf));
  return month.filter((row) => {
    if (there.has(keyOf(row))) return false;
    there.add(keyOf(row));
    return true;
  });
}

function rowOf({ programmeId, scope, period, question, value, releasedAt }: ReleasedFigure): Row {
  return {
    programmeId,
    scopeId: scope ?? programmeId,
    period,
    question,
    valueJson: toJson(value),
    releasedAt,
  };
}
