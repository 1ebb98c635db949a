import { CompiledQuery } from 'kysely';

/** Rows for one table, as Kysely carries them to the connection. */
export class BulkRows {
  readonly table: string;
  readonly rows: readonly object[];

  constructor(table: string, rows: readonly object[]) {
    this.table = table;
    this.rows = rows;
  }
}

/** An insert of any number of rows in one stream, with keys and checks held as always. */
export function bulkInsert(table: string, rows: readonly object[]): CompiledQuery {
  return CompiledQuery.raw('insert bulk', [new BulkRows(table, rows)]);
}
