import { createHash } from 'node:crypto';
import { asId } from '../core/ids.ts';
import type { PersonId } from '../core/ids.ts';
import type { Engine } from './engine.ts';
import { StoreError } from './errors.ts';
import { migrate } from './migrate.ts';
import { setManagers } from './people.ts';
import { insertRows } from './portable.ts';
import { rowsByKey } from './rows-by-key.ts';
import type { AnyRow } from './rows-by-key.ts';
import type { Database } from './schema.ts';
import { KEYS, TABLES } from './tables.ts';
import type { TableName } from './tables.ts';

const PAGE = 2000;

/** What a table holds: how many rows, and a sum over all of them in whatever order they come. */
export interface Contents {
  readonly rows: number;
  readonly checksum: string;
}

export interface CopiedTable extends Contents {
  readonly table: TableName;
  /** Rows that this run brought; the others were there from an earlier one. */
  readonly brought: number;
}

/**
 * Copies all tables from one engine to another and compares what both then hold. Cut off, it goes on where it was:
 * rows that are there already stay. The program must not run on either side meanwhile.
 * @throws StoreError 'not-a-copy' where the target holds anything else, or something differs in the end.
 */
export async function copyStore(
  from: Engine,
  to: Engine,
  tell: (table: TableName, rows: number) => void = () => {},
): Promise<readonly CopiedTable[]> {
  await migrate(from);
  await migrate(to);
  const brought = new Map<TableName, number>();
  for (const table of COPIED) brought.set(table, await copyTable(from, to, table, tell));
  await copyManagers(from, to);
  const copied: CopiedTable[] = [];
  for (const table of COPIED) {
    const [source, target] = [await contentsOf(from, table), await contentsOf(to, table)];
    if (source.rows !== target.rows || source.checksum !== target.checksum) {
      throw new StoreError(
        'not-a-copy',
        `The table ${table} differs: ${source.rows} rows here, ${target.rows} there. Copy into an empty database.`,
      );
    }
    copied.push({ table, ...target, brought: brought.get(table) ?? 0 });
  }
  return copied;
}

/** Each database keeps its own record of migrations. */
const COPIED = TABLES.filter((table) => table !== 'migrations');

async function copyTable(
  from: Engine,
  to: Engine,
  table: TableName,
  tell: (table: TableName, rows: number) => void,
): Promise<number> {
  const there = await keysOf(to, table);
  let brought = 0;
  let seen = 0;
  for await (const rows of rowsByKey(from, table, PAGE)) {
    const missing = rows.filter((row) => !there.delete(keyOf(table, row)));
    await to.transact((db) =>
      insertRows(
        { db, engine: to.name },
        table,
        missing.map((row) => rowOf(row)),
      ),
    );
    brought += missing.length;
    seen += rows.length;
    tell(table, seen);
  }
  if (there.size === 0) return brought;
  throw new StoreError(
    'not-a-copy',
    `The target holds rows of ${table} that the source has not: it is no copy.`,
  );
}

async function keysOf(engine: Engine, table: TableName): Promise<Set<string>> {
  const keys = new Set<string>();
  for await (const rows of rowsByKey(engine, table, PAGE))
    for (const row of rows) keys.add(keyOf(table, row));
  return keys;
}

const keyOf = (table: TableName, row: AnyRow): string =>
  JSON.stringify(KEYS[table].map((column) => row[column]));

/** As it is read, so it is written; but people refer to people, so managers follow once all are there. */
function rowOf(row: AnyRow): Database[TableName] {
  return ('managerId' in row ? { ...row, managerId: null } : row) as unknown as Database[TableName];
}

async function copyManagers(from: Engine, to: Engine): Promise<void> {
  for await (const rows of rowsByKey(from, 'people', PAGE)) {
    const managed = rows.flatMap(({ id, managerId }): [PersonId, PersonId][] =>
      typeof id === 'string' && typeof managerId === 'string' ? [[asId(id), asId(managerId)]] : [],
    );
    await to.transact((db) => setManagers({ db, engine: to.name }, new Map(managed)));
  }
}

/** Rows come in another order on each engine, so their hashes are added up. */
async function contentsOf(engine: Engine, table: TableName): Promise<Contents> {
  let rows = 0;
  let sum = 0n;
  for await (const page of rowsByKey(engine, table, PAGE)) {
    rows += page.length;
    for (const row of page) sum = BigInt.asUintN(128, sum + hashOf(row));
  }
  return { rows, checksum: sum.toString(16).padStart(32, '0') };
}

function hashOf(row: AnyRow): bigint {
  const fields = Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1));
  const text = JSON.stringify(
    fields.map(([name, value]) => [
      name,
      value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value,
    ]),
  );
  return BigInt(`0x${createHash('sha256').update(text).digest('hex').slice(0, 32)}`);
}
