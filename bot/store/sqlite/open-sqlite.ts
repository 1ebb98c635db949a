import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { Kysely, sql } from 'kysely';
import type { ColumnTypes, Engine } from '../engine.ts';
import { StoreError } from '../errors.ts';
import type { Database } from '../schema.ts';
import { NodeSqliteDialect } from './dialect.ts';
import { isBusy, resultCode } from './errors.ts';
import { NAMING } from '../naming.ts';
import { statementsOf } from './statements.ts';

const IN_MEMORY = ':memory:';
const NOT_A_DATABASE = 26;
const CACHE_KIB = 64_000;

// Strict tables know these four types only; lengths are kept by LIMITS at the edges.
const COLUMNS: ColumnTypes = {
  uuid: 'text',
  text: () => 'text',
  instant: 'text',
  day: 'text',
  bool: 'integer',
  int: 'integer',
  bytes: 'blob',
  json: 'text',
};

/**
 * Opens a SQLite file, or `:memory:`. A file gets one connection that writes and one that reads, so that
 * reads do not wait behind a transaction; memory has one for both.
 * @throws StoreError when the file cannot be opened or is none of SQLite's.
 */
export async function openSqlite(file: string): Promise<Engine> {
  const inMemory = file === IN_MEMORY;
  if (!inMemory) makeFolder(file);
  const writer = await connect(file, { writes: true });
  const reader = inMemory ? writer : await connect(file, { writes: false });
  const write = kyselyOn(writer);
  const read = inMemory ? write : kyselyOn(reader);
  return {
    name: 'sqlite',
    read,
    write,
    transact: (work) => write.transaction().execute(work),
    columns: COLUMNS,
    tableEnd: { wide: sql`strict`, narrow: sql`strict, without rowid` },
    prepare: async () => {},
    hasTable: async (db, table) => {
      const found = await sql`select name from sqlite_schema where name = ${table}`.execute(db);
      return found.rows.length > 0;
    },
    // `begin immediate` has taken the one write lock of the file already.
    lockMigrations: async () => {},
    close: async () => {
      for (const db of new Set([read, write])) await db.destroy();
      // Kysely closes only what it has used.
      for (const connection of [reader, writer]) if (connection.isOpen) connection.close();
    },
  };
}

function kyselyOn(database: DatabaseSync): Kysely<Database> {
  return new Kysely<Database>({
    dialect: new NodeSqliteDialect(statementsOf(database)),
    plugins: [NAMING],
  });
}

async function connect(file: string, { writes }: { writes: boolean }): Promise<DatabaseSync> {
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(file, { enableForeignKeyConstraints: true });
    database.exec(`pragma busy_timeout = 5000`);
    await writeAheadLog(database);
    database.exec('pragma synchronous = normal');
    // Two megabytes otherwise, which with a large company means a journey to the file for each row.
    database.exec(`pragma cache_size = -${CACHE_KIB}`);
    // The writer waits for other processes in dialect.ts, without holding up this one.
    database.exec(writes ? 'pragma busy_timeout = 20' : 'pragma query_only = on');
    return database;
  } catch (error) {
    database?.close();
    throw cannotOpen(file, error);
  }
}

/** Changing to the write-ahead log needs the file for itself and does not wait for it, so this does. */
async function writeAheadLog(database: DatabaseSync): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      database.exec('pragma journal_mode = wal');
      return;
    } catch (error) {
      if (!isBusy(error) || attempt === 250) throw error;
      await sleep(20);
    }
  }
}

function makeFolder(file: string): void {
  try {
    mkdirSync(path.dirname(file), { recursive: true });
  } catch (error) {
    throw cannotOpen(file, error);
  }
}

function cannotOpen(file: string, cause: unknown): StoreError {
  return resultCode(cause) === NOT_A_DATABASE
    ? new StoreError('not-a-database', `${file} is not a database of Alongside.`, { cause })
    : new StoreError('cannot-open', `The database ${file} cannot be opened for writing.`, { cause });
}
