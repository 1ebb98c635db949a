import type { RowProblem } from '../../core/import.ts';
import type { ImportId, ImportReads, ImportWrites } from '../../core/ports/imports.ts';
import type { ReadDb, WriteDb } from '../db.ts';
import { first } from '../portable.ts';

type IdColumn = 'directoryId' | 'objectId';

/** Rows of which an earlier one has the same id. */
function repeating({ db }: ReadDb, id: ImportId, column: IdColumn) {
  return db
    .selectFrom('stagedPeople as row')
    .where('row.importId', '=', id)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('stagedPeople as earlier')
          .where('earlier.importId', '=', id)
          .whereRef(`earlier.${column}`, '=', `row.${column}`)
          .whereRef('earlier.position', '<', 'row.position')
          .select('earlier.position'),
      ),
    );
}

export function repeatedReads(store: ReadDb): Pick<ImportReads, 'repeated'> {
  async function of(id: ImportId, column: IdColumn, limit: number) {
    const { count } = await repeating(store, id, column)
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow();
    const rows = await first(
      store.engine,
      repeating(store, id, column)
        .select((eb) => [
          'row.line',
          eb
            .selectFrom('stagedPeople as original')
            .where('original.importId', '=', id)
            .whereRef(`original.${column}`, '=', `row.${column}`)
            .select((inner) => inner.fn.min('original.line').as('line'))
            .as('originalLine'),
        ])
        .orderBy('row.position'),
      limit,
    ).execute();
    return { count, problems: rows.map((row) => problemOf(row, column)) };
  }

  return {
    repeated: async (id, limit) => {
      const ids = await of(id, 'directoryId', limit);
      const objectIds = await of(id, 'objectId', limit);
      const problems = [...ids.problems, ...objectIds.problems]
        .sort((a, b) => a.line - b.line)
        .slice(0, limit);
      return { problems, count: ids.count + objectIds.count };
    },
  };
}

function problemOf(row: { line: number; originalLine: number | null }, column: IdColumn): RowProblem {
  return {
    line: row.line,
    column: column === 'directoryId' ? 'person_id' : 'entra_object_id',
    problem: column === 'directoryId' ? 'repeated' : 'object-id-repeated',
    facts: { first: Number(row.originalLine) },
  };
}

export function repeatedWrites(store: WriteDb): Pick<ImportWrites, 'dropRepeated'> {
  const { db } = store;
  return {
    dropRepeated: async (id) => {
      // By person id first: whoever repeats another's object id after that loses their only row and is held.
      await drop(id, 'directoryId');
      await db
        .insertInto('heldPeople')
        .columns(['importId', 'line', 'directoryId'])
        .expression(repeating(store, id, 'objectId').select(['row.importId', 'row.line', 'row.directoryId']))
        .execute();
      await drop(id, 'objectId');
    },
  };

  async function drop(id: ImportId, column: IdColumn): Promise<void> {
    await db
      .deleteFrom('stagedPeople')
      .where('importId', '=', id)
      .where('position', 'in', repeating(store, id, column).select('row.position'))
      .execute();
  }
}
