import type { ReportingWarning, ReportingWarningCode } from '../../core/import.ts';
import type { ImportId, ImportReads, ImportWrites } from '../../core/ports/imports.ts';
import type { ReadDb, WriteDb } from '../db.ts';
import { chunksOf, first, inChunks } from '../portable.ts';

/** Rows of the file whose manager is not among the staged. */
function withoutManager({ db }: ReadDb, id: ImportId) {
  return db
    .selectFrom('stagedPeople as row')
    .where('row.importId', '=', id)
    .where('row.status', '<>', 'kept')
    .where('row.managerDirectoryId', 'is not', null)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('stagedPeople as manager')
            .where('manager.importId', '=', id)
            .whereRef('manager.directoryId', '=', 'row.managerDirectoryId')
            .select('manager.position'),
        ),
      ),
    );
}

export function reportingReads(store: ReadDb): Pick<ImportReads, 'withoutManager' | 'lines'> {
  return {
    withoutManager: async (id, limit) => {
      const { count } = await withoutManager(store, id)
        .select((eb) => eb.fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow();
      const rows = await first(
        store.engine,
        withoutManager(store, id).select(['row.line', 'row.directoryId']).orderBy('row.position'),
        limit,
      ).execute();
      return { warnings: rows.map((row) => warningOf(row, 'manager-unknown')), count };
    },
    lines: (id, after, limit) =>
      first(
        store.engine,
        store.db
          .selectFrom('stagedPeople as row')
          .innerJoin('stagedPeople as manager', (join) =>
            join
              .onRef('manager.importId', '=', 'row.importId')
              .onRef('manager.directoryId', '=', 'row.managerDirectoryId'),
          )
          .where('row.importId', '=', id)
          .where('row.position', '>', after)
          .select(['row.position', 'manager.position as managerPosition'])
          .orderBy('row.position'),
        limit,
      ).execute(),
  };
}

export function reportingWrites(store: WriteDb): Pick<ImportWrites, 'dropUnknownManagers' | 'dropManagers'> {
  const rowsAt = (id: ImportId, positions: readonly number[]) =>
    store.db
      .selectFrom('stagedPeople')
      .where('importId', '=', id)
      .where('status', '<>', 'kept')
      .where('position', 'in', positions)
      .select(['line', 'directoryId'])
      .execute();
  return {
    dropUnknownManagers: async (id) => {
      await store.db
        .updateTable('stagedPeople')
        .set({ managerDirectoryId: null })
        .where('importId', '=', id)
        .where('position', 'in', withoutManager(store, id).select('row.position'))
        .execute();
    },
    dropManagers: async (id, positions, warning) => {
      const rows = await inChunks(positions, (chunk) => rowsAt(id, chunk));
      for (const chunk of chunksOf(positions)) {
        await store.db
          .updateTable('stagedPeople')
          .set({ managerDirectoryId: null })
          .where('importId', '=', id)
          .where('status', '<>', 'kept')
          .where('position', 'in', chunk)
          .execute();
      }
      return rows.map((row) => warningOf(row, warning)).sort((a, b) => a.line - b.line);
    },
  };
}

const warningOf = (
  row: { readonly line: number; readonly directoryId: string },
  warning: ReportingWarningCode,
): ReportingWarning => ({ ...row, warning });
