import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import type { Database } from '../schema.ts';

/**
 * Makes a table again by a changed definition, with its rows, indexes and triggers: SQLite cannot change a constraint
 * in place (https://www.sqlite.org/lang_altertable.html). Inside a transaction; keys that point at the table are
 * checked when that ends. Rows come back before the triggers do, so that nothing is counted twice.
 * @throws Error when the change changes nothing
 */
export async function remake(
  db: Kysely<Database>,
  table: string,
  change: (definition: string) => string,
): Promise<void> {
  const { rows } = await sql<{ type: string; sql: string }>`
    select type, sql from sqlite_schema where tbl_name = ${table} and sql is not null`.execute(db);
  const before = rows.find(({ type }) => type === 'table')?.sql ?? '';
  const after = change(before);
  if (after === before) throw new Error(`nothing to change in ${table}`);
  const run = (statement: string) => sql.raw(statement).execute(db);
  await run('pragma defer_foreign_keys = on');
  await run(`create temporary table kept_rows as select * from ${table}`);
  await run(`drop table ${table}`);
  await run(after);
  await run(`insert into ${table} select * from kept_rows`);
  await run('drop table kept_rows');
  for (const { type, sql: made } of rows) if (type !== 'table') await run(made);
}
