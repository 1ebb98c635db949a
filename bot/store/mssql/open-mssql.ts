import { Kysely, sql } from 'kysely';
import type { Transaction } from 'kysely';
import mssql from 'mssql';
import type { ConnectionPool } from 'mssql';
import type { Meeting } from '../../core/ports/store.ts';
import type { Engine } from '../engine.ts';
import { StoreError } from '../errors.ts';
import { NAMING } from '../naming.ts';
import type { Database } from '../schema.ts';
import { COLUMNS } from './columns.ts';
import { MssqlPoolDialect } from './dialect.ts';
import { prepareDatabase } from './prepare.ts';
import { runAgain } from './retry.ts';
import { mssqlSettings } from './settings.ts';
import type { MssqlSettings } from './settings.ts';

const LOCK_WAIT_MS = 120_000;

/**
 * Opens a database of SQL Server or Azure SQL.
 * @throws StoreError when the server cannot be reached, refuses the sign-in, or has no such database.
 */
export async function openMssql(connectionString: string): Promise<Engine> {
  const settings = mssqlSettings(connectionString);
  const readPool = await connect(settings);
  const writePool = await connect(settings);
  const read = kyselyOn(readPool);
  const write = kyselyOn(writePool);
  return {
    name: 'mssql',
    read,
    write,
    transact: (work, meeting) =>
      runAgain(() => write.transaction().setIsolationLevel(levelOf(meeting)).execute(work)),
    columns: COLUMNS,
    tableEnd: { wide: null, narrow: null },
    prepare: () => prepareDatabase(writePool, settings.place),
    hasTable: async (db, table) => {
      const found = await sql<{ id: number | null }>`select object_id(${table}) as id`.execute(db);
      return (found.rows[0]?.id ?? null) !== null;
    },
    lockMigrations,
    close: async () => {
      await read.destroy();
      await write.destroy();
      await Promise.all([readPool.close(), writePool.close()]);
    },
  };
}

// A transaction under snapshot isolation that waited for a row finds that its state of the data is over. Under read
// committed it goes on with what is there by then.
const levelOf = (meeting: Meeting = 'at-once') => (meeting === 'in-turn' ? 'read committed' : 'snapshot');

function kyselyOn(pool: ConnectionPool): Kysely<Database> {
  return new Kysely<Database>({ dialect: new MssqlPoolDialect(pool), plugins: [NAMING] });
}

async function connect({ pool: config, place }: MssqlSettings): Promise<ConnectionPool> {
  const pool = new mssql.ConnectionPool(config);
  // Whoever waits for a connection hears of it; an event that nobody hears would end the process.
  pool.on('error', () => {});
  try {
    return await pool.connect();
  } catch (cause) {
    const refused = cause instanceof Error && 'code' in cause && cause.code === 'ELOGIN';
    throw new StoreError(
      'cannot-open',
      refused
        ? `SQL Server at ${place} refuses the sign-in, or has no such database.`
        : `SQL Server at ${place} cannot be reached.`,
    );
  }
}

async function lockMigrations(tx: Transaction<Database>): Promise<void> {
  const { rows } = await sql<{ result: number }>`
    declare @result int;
    exec @result = sp_getapplock @Resource = 'alongside_migrations', @LockMode = 'Exclusive',
      @LockOwner = 'Transaction', @LockTimeout = ${sql.lit(LOCK_WAIT_MS)};
    select @result as result`.execute(tx);
  if ((rows[0]?.result ?? -1) < 0) {
    throw new StoreError('cannot-open', 'Another process has been changing the tables for two minutes.');
  }
}
