import mssql from 'mssql';
import type { ConnectionPool } from 'mssql';
import { StoreError } from '../errors.ts';

/** Readers that never wait for writers, and transactions that see one state of the data: both are settings of the database. */
export const ROW_VERSIONS = [
  {
    isOff: `if exists (select 1 from sys.databases where name = db_name() and snapshot_isolation_state in (0, 2))`,
    turnOn: 'alter database current set allow_snapshot_isolation on',
  },
  {
    // Even where it is on already, the statement would throw out whoever is at work.
    isOff: `if exists (select 1 from sys.databases where name = db_name() and is_read_committed_snapshot_on = 0)`,
    turnOn: 'alter database current set read_committed_snapshot on with rollback immediate',
  },
] as const;

/**
 * Turns row versions on where they are off.
 * @throws StoreError 'cannot-open' where they are off and this sign-in may not turn them on.
 */
export async function prepareDatabase(pool: ConnectionPool, place: string): Promise<void> {
  if (await hasRowVersions(pool)) return;
  for (const { isOff, turnOn } of ROW_VERSIONS) {
    // Whether it came to be is asked below: without the right to it, another sign-in may have done it before.
    await new mssql.Request(pool).batch(`${isOff} ${turnOn}`).catch(() => {});
  }
  if (await hasRowVersions(pool)) return;
  throw new StoreError(
    'cannot-open',
    `${place} keeps no row versions: let its owner run "${ROW_VERSIONS.map(({ turnOn }) => turnOn).join('; ')}".`,
  );
}

async function hasRowVersions(pool: ConnectionPool): Promise<boolean> {
  const { recordset } = await new mssql.Request(pool).query<{ snapshot: number; committed: boolean }>(
    `select snapshot_isolation_state as snapshot, is_read_committed_snapshot_on as committed
     from sys.databases where name = db_name()`,
  );
  const [found] = recordset;
  // 1 is on; 3 is on its way to on, which waits for transactions that began before.
  return found !== undefined && found.committed && [1, 3].includes(found.snapshot);
}
