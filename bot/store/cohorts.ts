import { randomUUID } from 'node:crypto';
import { asId } from '../core/ids.ts';
import type { PersonId, ProgrammeId } from '../core/ids.ts';
import type { ReleasedCohort } from '../core/ports/privacy.ts';
import type { ReadDb, WriteDb } from './db.ts';
import { insertAll } from './portable.ts';

/** Whom the released figures of a question counted, by month from `since`. */
export async function cohorts(
  { db }: ReadDb,
  programmeId: ProgrammeId,
  question: string,
  since: string,
): Promise<readonly ReleasedCohort[]> {
  const rows = await db
    .selectFrom('releasedCohorts')
    .where('programmeId', '=', programmeId)
    .where('question', '=', question)
    .where('period', '>=', since)
    .select(['period', 'personId', 'scopeKey'])
    .execute();
  const byPeriod = new Map<string, Map<PersonId, string>>();
  for (const { period, personId, scopeKey } of rows) {
    const people = byPeriod.get(period) ?? new Map<PersonId, string>();
    byPeriod.set(period, people.set(personId, scopeKey));
  }
  return [...byPeriod].map(([period, people]) => ({ programmeId, period, question, people }));
}

export async function keepCohort({ db }: WriteDb, cohort: ReleasedCohort): Promise<void> {
  const { programmeId, period, question } = cohort;
  const rows = [...cohort.people].map(([personId, scopeKey]) => ({
    programmeId,
    period,
    question,
    personId,
    scopeKey,
  }));
  await insertAll(rows, (chunk) => db.insertInto('releasedCohorts').values([...chunk]));
}

/** That somebody was counted stays, by an id that is nobody's: else their going could be subtracted later. */
export async function forgetInCohorts({ db }: WriteDb, person: PersonId): Promise<void> {
  await db
    .updateTable('releasedCohorts')
    .set({ personId: asId<PersonId>(randomUUID()) })
    .where('personId', '=', person)
    .execute();
}
