import type { PersonId, RoundId } from '../core/ids.ts';
import type { Correction } from '../core/round.ts';
import type { ReadDb, WriteDb } from './db.ts';
import { insertRows } from './portable.ts';
import type { RoundCorrectionsTable } from './schema/rounds.ts';

export async function correctionsOf({ db }: ReadDb, round: RoundId): Promise<readonly Correction[]> {
  const rows = await db
    .selectFrom('roundCorrections')
    .where('roundId', '=', round)
    .select(['kind', 'personId', 'otherPersonId'])
    .orderBy('position')
    .execute();
  return rows.map(({ kind, personId, otherPersonId }) => ({ kind, people: [personId, otherPersonId] }));
}

export async function replaceCorrections(
  store: WriteDb,
  roundId: RoundId,
  { corrections, by, at }: { corrections: readonly Correction[]; by: PersonId | null; at: Date },
): Promise<void> {
  await store.db.deleteFrom('roundCorrections').where('roundId', '=', roundId).execute();
  const rows = corrections.map(
    ({ kind, people: [personId, otherPersonId] }, position): RoundCorrectionsTable => ({
      roundId,
      position,
      kind,
      personId,
      otherPersonId,
      createdBy: by,
      createdAt: at,
    }),
  );
  await insertRows(store, 'roundCorrections', rows);
}
