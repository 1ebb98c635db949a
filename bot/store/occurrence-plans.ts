import type { NewOccurrence } from '../core/ports/occurrences.ts';
import type { WriteDb } from './db.ts';
import { UniqueViolation, WriteConflict } from './errors.ts';
import { groupBy } from './json.ts';
import { inChunks, insertRows } from './portable.ts';
import type { OccurrencesTable } from './schema/delivery.ts';

const keyOf = (one: Pick<NewOccurrence, 'programmeId' | 'kind' | 'period'>): string =>
  JSON.stringify([one.programmeId, one.kind, one.period]);

/** Inserts what is absent, a programme's kind and period at a time; returns how many were new. */
export async function planOccurrences(
  store: WriteDb,
  occurrences: readonly NewOccurrence[],
): Promise<number> {
  let count = 0;
  for (const group of groupBy(occurrences, keyOf).values()) {
    try {
      count += await planGroup(store, group);
    } catch (error) {
      // Another planner was between the question and the insert: run again, this one sees what it planned.
      throw error instanceof UniqueViolation ? new WriteConflict() : error;
    }
  }
  return count;
}

async function planGroup(store: WriteDb, group: readonly NewOccurrence[]): Promise<number> {
  const [sample] = group;
  if (sample === undefined) return 0;
  const known = await inChunks(
    group.map((one) => one.personId),
    (people) =>
      store.db
        .selectFrom('occurrences')
        .where('personId', 'in', people)
        .where('programmeId', '=', sample.programmeId)
        .where('kind', '=', sample.kind)
        .where('period', '=', sample.period)
        .select('personId')
        .execute(),
  );
  const planned = new Set(known.map((row) => row.personId));
  const absent = group.filter(({ personId }) => {
    if (planned.has(personId)) return false;
    planned.add(personId);
    return true;
  });
  await insertRows(store, 'occurrences', absent.map(rowOf));
  return absent.length;
}

function rowOf(one: NewOccurrence): OccurrencesTable {
  return {
    id: one.id,
    tenantId: one.tenantId,
    programmeId: one.programmeId,
    personId: one.personId,
    kind: one.kind,
    period: one.period,
    subjectId: one.subjectId,
    state: 'due',
    dueAt: one.dueAt,
    expiresAt: one.expiresAt,
    attempts: 0,
    fence: 0,
    worker: null,
    leaseUntil: null,
    activityId: null,
    reason: null,
    sentAt: null,
    updatedAt: null,
  };
}
