import type { RowProblem } from '../../core/import.ts';
import type { ImportId, ImportReads, ImportWrites } from '../../core/ports/imports.ts';
import type { ReadDb, WriteDb } from '../db.ts';
import { first } from '../portable.ts';

type IdColumn = 'directoryId' | 'objectId';

/**
 * Rows of which an earlier one has the same id, with the line of the first. One pass in the order of an index: to look
 * for an earlier row for each would take the square of a file's length wherever statistics are not up to date.
 */
function repeating({ db }: ReadDb, id: ImportId, column: IdColumn) {
  return db
    .selectFrom(
      db
        .selectFrom('stagedPeople')
        .where('importId', '=', id)
        .where(column, 'is not', null)
        .select((eb) => [
          'importId',
          'position',
          'line',
          'directoryId',
          eb.fn
            .agg<number>('row_number')
            .over((over) => over.partitionBy(column).orderBy('position'))
            .as('place'),
          eb.fn
            .min('line')
            .over((over) => over.partitionBy(column))
            .as('firstLine'),
        ])
        .as('row'),
    )
    .where('row.place', '>', 1);
}

export function repeatedReads(store: ReadDb): Pick<ImportReads, 'repeated'> {
  async function of(id: ImportId, column: IdColumn, limit: number) {
    const { count } = await repeating(store, id, column)
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow();
    const rows = await first(
      store.engine,
      repeating(store, id, column).select(['row.line', 'row.firstLine']).orderBy('row.position'),
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

function problemOf(row: { line: number; firstLine: number }, column: IdColumn): RowProblem {
  return {
    line: row.line,
    column: column === 'directoryId' ? 'person_id' : 'entra_object_id',
    problem: column === 'directoryId' ? 'repeated' : 'object-id-repeated',
    facts: { first: row.firstLine },
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
