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
import { installRoles, signInAs } from './mssql-roles.ts';

/** The connection string of a server to test on; null where there is none. */
export const SERVER = process.env['ALONGSIDE_TEST_MSSQL'] ?? null;

/** With `ALONGSIDE_TEST_ON=mssql`, that server for all tests that would keep their data in memory or a file otherwise. */
export const ON_SERVER = process.env['ALONGSIDE_TEST_ON'] === 'mssql' ? SERVER : null;

/** With `ALONGSIDE_TEST_AS=app`, the store signs in as the service does: with the rights of `alongside_app` and no others. */
const AS_APP = process.env['ALONGSIDE_TEST_AS'] === 'app';

/** The owner of a database on which an engine has fewer rights. */
const owners = new WeakMap<Engine, Engine>();

/** Who may do what no port of the store does: empty tables, or change what nobody may change. */
export const ownerOf = (engine: Engine): Engine => owners.get(engine) ?? engine;

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

/** A database with all tables, opened as the tests are to have it. */
interface Prepared {
  readonly owner: Engine;
  open(): Promise<Engine>;
  /** Closes what was opened and takes the database away. */
  drop(): Promise<void>;
}

async function prepare(server: string): Promise<Prepared> {
  const database = await ownDatabase(server);
  const owner = await openMssql(database.connectionString);
  await migrate(owner);
  if (AS_APP) await installRoles(database.connectionString);
  const app = AS_APP ? await signInAs(database.connectionString, 'alongside_app') : null;
  const opened: Engine[] = [];
  return {
    owner,
    open: async () => {
      const isFirst = opened.length === 0;
      const engine = app === null && isFirst ? owner : await openMssql((app ?? database).connectionString);
      opened.push(engine);
      await migrate(engine);
      return engine;
    },
    drop: async () => {
      for (const engine of new Set([owner, ...opened])) await engine.close();
      await database.drop();
      await app?.drop();
    },
  };
}

let shared: Promise<Prepared> | null = null;
const engines: Engine[] = [];

/**
 * One of the engines on the database that all tests of a run share: tests empty it rather than make their own, as
 * the connections of a pool are worth keeping. They stay open until the run ends.
 */
export async function sharedEngine(server: string, index: number): Promise<Engine> {
  shared ??= prepare(server);
  const prepared = await shared;
  const known = engines[index];
  if (known !== undefined) return known;
  const kept = { ...(await prepared.open()), close: async () => {} };
  engines[index] = kept;
  owners.set(kept, prepared.owner);
  return kept;
}

/** Takes all rows out of the shared database. */
export async function emptyShared(): Promise<void> {
  const [engine] = engines;
  if (engine !== undefined) await empty(ownerOf(engine));
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
  await (await shared)?.drop();
}

const free: Engine[] = [];
const made: Prepared[] = [];

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
  const borrowed: Engine = {
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
      await empty(ownerOf(engine));
      free.push(engine);
    },
  };
  owners.set(borrowed, ownerOf(engine));
  return borrowed;
}

async function makeEngine(server: string): Promise<Engine> {
  const prepared = await prepare(server);
  made.push(prepared);
  const engine = await prepared.open();
  owners.set(engine, prepared.owner);
  return engine;
}

/** Closes all that were borrowed, and takes their databases away. */
export async function dropBorrowed(): Promise<void> {
  for (const prepared of made.splice(0)) await prepared.drop();
}
