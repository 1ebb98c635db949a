import { sql } from 'kysely';
import type { AliasedRawBuilder } from 'kysely';
import type { EngineName } from './db.ts';
import { NAMING } from './naming.ts';

const TYPES = {
  id: 'uniqueidentifier',
  int: 'integer',
  text: 'nvarchar(4000)',
  instant: 'datetime2(3)',
} as const;

/**
 * Rows of the program's own, to join a statement with: one parameter, and so one statement and one plan, however many
 * there are. `columns` says what each field holds.
 */
export function jsonRows<Row extends object, Alias extends string>(
  engine: EngineName,
  alias: Alias,
  columns: Readonly<Record<keyof Row & string, keyof typeof TYPES>>,
  rows: readonly Row[],
): AliasedRawBuilder<Row, Alias> {
  // Escaped, half of a pair of surrogates would come past the drivers, which mend it elsewhere.
  const json = JSON.stringify(rows, (_name, value: unknown) =>
    typeof value === 'string' ? value.toWellFormed() : value,
  );
  const fields = Object.entries<keyof typeof TYPES>(columns);
  const list =
    engine === 'sqlite'
      ? fields.map(([name]) => `value ->> '$.${name}' as ${NAMING.columnOf(name)}`)
      : fields.map(([name, type]) => `${NAMING.columnOf(name)} ${TYPES[type]} '$.${name}'`);
  const listed = sql.raw(list.join(', '));
  const made =
    engine === 'sqlite'
      ? sql<Row>`(select ${listed} from json_each(${json}))`
      : sql<Row>`openjson(${json}) with (${listed})`;
  return made.as(alias);
}
