import { sql } from 'kysely';
import type { Insertable, RawBuilder, SelectQueryBuilder } from 'kysely';
import type { EngineName, WriteDb } from './db.ts';
import { UniqueViolation, WriteConflict } from './errors.ts';
import { bulkInsert } from './mssql/bulk-rows.ts';
import type { Database } from './schema.ts';

/** Values in one list: below SQL Server's 2,100 parameters a statement, with room for the others. */
export const LIST = 1000;

/** Cuts a list into lists of at most `size`. */
export function chunksOf<T>(values: readonly T[], size: number = LIST): readonly (readonly T[])[] {
  const chunks: T[][] = [];
  for (let start = 0; start < values.length; start += size) chunks.push(values.slice(start, start + size));
  return chunks;
}

/** Asks once for each thousand of the values and joins the answers; a value that comes twice is asked once. */
export async function inChunks<T, Row>(
  values: readonly T[],
  ask: (chunk: readonly T[]) => Promise<readonly Row[]>,
): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const chunk of chunksOf([...new Set(values)])) {
    for (const row of await ask(chunk)) rows.push(row);
  }
  return rows;
}

/** Rows that fit in one insert with so many columns. SQL Server also stops at 1,000 rows. */
export function rowsPerInsert(columns: number): number {
  return Math.max(1, Math.min(LIST, Math.floor(2000 / columns)));
}

/** Inserts many rows in as few statements as the engine's limit of parameters allows. */
export async function insertAll<Row extends object>(
  rows: readonly Row[],
  insert: (chunk: readonly Row[]) => { execute(): Promise<unknown> },
): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  for (const chunk of chunksOf(rows, rowsPerInsert(Object.keys(first).length))) await insert(chunk).execute();
}

/** Above so many rows SQL Server gets them as one stream instead of statements. */
const STREAM_FROM = 100;

/** Inserts many rows of one table, all with the same fields, set by set. */
export async function insertRows<Table extends keyof Database>(
  { db, engine }: Pick<WriteDb, 'db' | 'engine'>,
  table: Table,
  rows: readonly Insertable<Database[Table]>[],
): Promise<void> {
  if (engine === 'mssql' && rows.length > STREAM_FROM) {
    await db.executeQuery(bulkInsert(table, rows));
    return;
  }
  await insertAll(rows, (chunk) => db.insertInto(table).values([...chunk]));
}

interface Updated {
  readonly numUpdatedRows: bigint;
}

/** Updates, and inserts when there was nothing to update; once more when another inserted in between. */
export async function upsert(
  update: () => { executeTakeFirst(): Promise<Updated> },
  insert: () => { execute(): Promise<unknown> },
): Promise<void> {
  if (changed(await update().executeTakeFirst())) return;
  if (await insertedIfAbsent(insert)) return;
  // Where this transaction cannot see what the other one inserted, only a new one can change it.
  if (!changed(await update().executeTakeFirst())) throw new WriteConflict();
}

/** Inserts; false when a row like it is there already. */
export async function insertedIfAbsent(insert: () => { execute(): Promise<unknown> }): Promise<boolean> {
  try {
    await insert().execute();
    return true;
  } catch (error) {
    if (error instanceof UniqueViolation) return false;
    throw error;
  }
}

/** Whether a compare-and-set found what it compared with. */
export function changed(result: Updated | undefined): boolean {
  return result !== undefined && result.numUpdatedRows > 0n;
}

/** One page of an ordered query. */
export function paged<DB, TB extends keyof DB, O>(
  engine: EngineName,
  query: SelectQueryBuilder<DB, TB, O>,
  page: { readonly offset: number; readonly limit: number },
): SelectQueryBuilder<DB, TB, O> {
  return engine === 'sqlite'
    ? query.limit(page.limit).offset(page.offset)
    : query.offset(page.offset).fetch(page.limit);
}

/** The first rows of an ordered query. */
export function first<DB, TB extends keyof DB, O>(
  engine: EngineName,
  query: SelectQueryBuilder<DB, TB, O>,
  limit: number,
): SelectQueryBuilder<DB, TB, O> {
  return engine === 'sqlite' ? query.limit(limit) : query.top(limit);
}

/**
 * A column of a row that its key has found already, to be compared and not to be looked up by: without it SQLite, which
 * does not know how many rows share a value, may go through all pairings of a programme to find one.
 */
export function ofFound(engine: EngineName, column: string): RawBuilder<string> {
  return engine === 'sqlite' ? sql<string>`+${sql.ref(column)}` : sql<string>`${sql.ref(column)}`;
}

/** Whether a column begins with this, found by its index. The prefix holds no sign of a pattern. */
export function startsWith(engine: EngineName, column: string, prefix: string): RawBuilder<boolean> {
  const name = sql.ref(column);
  // SQLite's `like` folds case and so goes through the whole table; every text that begins so lies in this range.
  return engine === 'sqlite'
    ? sql<boolean>`(${name} >= ${prefix} and ${name} < ${`${prefix}\u{10FFFF}`})`
    : sql<boolean>`${name} like ${`${prefix}%`}`;
}
