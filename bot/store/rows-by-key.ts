import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Engine } from './engine.ts';
import { KEYS } from './tables.ts';
import type { TableName } from './tables.ts';

/** A row of any table, as queries see it. */
export type AnyRow = Readonly<Record<string, unknown>>;

/** All rows of a table, a page at a time, in the order of its key: each engine's own. */
export async function* rowsByKey(
  { read, name }: Pick<Engine, 'read' | 'name'>,
  table: TableName,
  limit: number,
): AsyncGenerator<readonly AnyRow[]> {
  const key = KEYS[table];
  const order = sql.join(key.map((column) => sql.ref(column)));
  const size = sql.lit(limit);
  const page = async (where: RawBuilder<unknown>): Promise<readonly AnyRow[]> => {
    const query =
      name === 'sqlite'
        ? sql<AnyRow>`select * from ${sql.table(table)} ${where} order by ${order} limit ${size}`
        : sql<AnyRow>`select top(${size}) * from ${sql.table(table)} ${where} order by ${order}`;
    return (await query.execute(read)).rows;
  };
  let last: AnyRow = {};
  for (let where = sql``, same = 0; ; where = after(key, same, last)) {
    const rows = await page(where);
    if (rows.length > 0) yield rows;
    last = rows.at(-1) ?? last;
    if (rows.length === limit) same = key.length - 1;
    else if (same === 0) return;
    else same -= 1;
  }
}

/**
 * The rows that have the first columns of the key in common with this one, and come after it by the next: a stretch
 * of the key's index, which "after it by all columns" is not on every engine.
 */
function after(key: readonly string[], same: number, row: AnyRow): RawBuilder<unknown> {
  const parts = key
    .slice(0, same + 1)
    .map((column, index) => sql`${sql.ref(column)} ${sql.raw(index === same ? '>' : '=')} ${row[column]}`);
  return sql`where ${sql.join(parts, sql` and `)}`;
}
