import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { KyselyPlugin } from 'kysely';
import mssql from 'mssql';
import type { Engine } from '../../bot/store/engine.ts';
import { migrate } from '../../bot/store/migrate.ts';
import { openMssql } from '../../bot/store/mssql/open-mssql.ts';
import { mssqlSettings } from '../../bot/store/mssql/settings.ts';
import { NAMING } from '../../bot/store/naming.ts';
import { TABLES } from '../../bot/store/tables.ts';

/** The connection string of a server to test on; null where there is none. */
export const SERVER = process.env['ALONGSIDE_TEST_MSSQL'] ?? null;

/** With `ALONGSIDE_TEST_ON=mssql`, that server for all tests that would keep their data in memory or a file otherwise. */
export const ON_SERVER = process.env['ALONGSIDE_TEST_ON'] === 'mssql' ? SERVER : null;

/** A database of its own on that server. */
export interface OwnDatabase {
  readonly connectionString: string;
  drop(): Promise<void>;
}

/** Makes an empty database. Several tests may run against one server at the same time. */
export async function ownDatabase(server: string): Promise<OwnDatabase> {
  const name = `alongside_test_${randomBytes(6).toString('hex')}`;
  await atServer(server, `create database ${name}`);
  return {
    connectionString: `${server.replace(/;?\s*(database|initial catalog)\s*=[^;]*/i, '')};Database=${name}`,
    drop: () => atServer(server, `drop database ${name}`),
  };
}

async function atServer(server: string, statement: string): Promise<void> {
  const pool = await new mssql.ConnectionPool(mssqlSettings(server).pool).connect();
  try {
    await new mssql.Request(pool).batch(statement);
  } finally {
    await pool.close();
  }
}

let shared: Promise<OwnDatabase> | null = null;
const engines: Engine[] = [];
const opened: Engine[] = [];

/**
 * One of the engines on the database that all tests of a run share: tests empty it rather than make their own, as
 * the connections of a pool are worth keeping. They stay open until the run ends.
 */
export async function sharedEngine(server: string, index: number): Promise<Engine> {
  shared ??= ownDatabase(server);
  const { connectionString } = await shared;
  const known = engines[index];
  if (known !== undefined) return known;
  const engine = await openMssql(connectionString);
  await migrate(engine);
  const kept = { ...engine, close: async () => {} };
  engines[index] = kept;
  opened.push(engine);
  return kept;
}

/** Takes all rows out of the shared database. */
export async function emptyShared(): Promise<void> {
  const [engine] = engines;
  if (engine !== undefined) await empty(engine);
}

async function empty(engine: Engine): Promise<void> {
  const tables = TABLES.toReversed().filter((table) => table !== 'migrations');
  const deletes = tables.map((table) => `delete from "${NAMING.columnOf(table)}";`).join('\n');
  await sql
    .raw(`update people set manager_id = null where manager_id is not null;\n${deletes}`)
    .execute(engine.read);
}

/** Closes what is shared, and takes the database away. */
export async function dropShared(): Promise<void> {
  for (const engine of opened) await engine.close();
  await (await shared)?.drop();
}

const free: Engine[] = [];
const made: { readonly engine: Engine; readonly database: OwnDatabase }[] = [];

/** An empty database to oneself, which the next one gets once it is closed: new ones would take longer than most tests. */
export async function borrowEngine(server: string): Promise<Engine> {
  const engine = free.pop() ?? (await makeEngine(server));
  let isOpen = true;
  const guard: KyselyPlugin = {
    transformQuery: ({ node }) => {
      if (!isOpen) throw new Error('The store is closed');
      return node;
    },
    transformResult: async ({ result }) => result,
  };
  const [read, write] = [engine.read.withPlugin(guard), engine.write.withPlugin(guard)];
  return {
    ...engine,
    read,
    write,
    transact: async (work, meeting) => {
      if (!isOpen) throw new Error('The store is closed');
      return engine.transact(work, meeting);
    },
    close: async () => {
      if (!isOpen) return;
      isOpen = false;
      await empty(engine);
      free.push(engine);
    },
  };
}

async function makeEngine(server: string): Promise<Engine> {
  const database = await ownDatabase(server);
  const engine = await openMssql(database.connectionString);
  made.push({ engine, database });
  await migrate(engine);
  return engine;
}

/** Closes all that were borrowed, and takes their databases away. */
export async function dropBorrowed(): Promise<void> {
  for (const { engine, database } of made.splice(0)) {
    await engine.close();
    await database.drop();
  }
}
