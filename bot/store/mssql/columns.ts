import { sql } from 'kysely';
import type { ColumnTypes } from '../engine.ts';

/**
 * Compares and orders text by its code units, as the other engine does: `Ä` is not `a`, whatever the server's or the
 * database's own collation. What is to be found regardless of case is folded before it is kept.
 */
const COLLATION = sql.raw('collate Latin1_General_100_BIN2');

const text = (length: string) => sql`nvarchar(${sql.raw(length)}) ${COLLATION}`;

/** How SQL Server keeps each kind of value. */
export const COLUMNS: ColumnTypes = {
  uuid: sql`uniqueidentifier`,
  text: (length) => text(String(length)),
  instant: sql`datetime2(3)`,
  day: 'date',
  bool: sql`bit`,
  int: 'integer',
  bytes: sql`varbinary(max)`,
  json: text('max'),
};
