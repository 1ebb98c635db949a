import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import mssql from 'mssql';
import { mssqlSettings } from '../../bot/store/mssql/settings.ts';

const ROLES = new URL('../../infra/database/roles.sql', import.meta.url);

export type DatabaseRole = 'alongside_app' | 'alongside_reporter' | 'alongside_migrator';

/** Somebody who may sign in to one database, in one role and nothing else. */
export interface SignIn {
  readonly connectionString: string;
  /** Once the database is gone. */
  drop(): Promise<void>;
}

/** Runs batches, one after the other, on a connection of their own; gives the rows of the last. */
async function runBatches(connectionString: string, batches: readonly string[]): Promise<readonly unknown[]> {
  const pool = await new mssql.ConnectionPool(mssqlSettings(connectionString).pool).connect();
  try {
    let rows: readonly unknown[] = [];
    for (const batch of batches) rows = (await new mssql.Request(pool).batch(batch)).recordset ?? [];
    return rows;
  } finally {
    await pool.close();
  }
}

/**
 * The script that a deployment runs, as its owner. Says whether the server could do all of it: one that is not
 * Microsoft's may have no role that defines tables.
 */
export async function installRoles(connectionString: string): Promise<{ readonly isWhole: boolean }> {
  const found = await runBatches(connectionString, [
    `select name from sys.database_principals where name = 'db_ddladmin'`,
  ]);
  const isWhole = found.length > 0;
  const script = await readFile(ROLES, 'utf8');
  const done = isWhole ? script : script.replace(/^alter role db_ddladmin .*$/m, '');
  await runBatches(
    connectionString,
    done.split(/^go$/m).filter((batch) => batch.trim() !== ''),
  );
  return { isWhole };
}

/** Makes a login and a user that is a member of this role only. */
export async function signInAs(owner: string, role: DatabaseRole): Promise<SignIn> {
  const name = `${role}_${randomBytes(6).toString('hex')}`;
  const password = `Pw-${randomBytes(18).toString('base64url')}`;
  await runBatches(owner, [
    `create login ${name} with password = '${password}'`,
    `create user ${name} for login ${name} with default_schema = dbo`,
    `alter role ${role} add member ${name}`,
  ]);
  const place = owner.replaceAll(/;?\s*(user id|uid|user|password|pwd)\s*=[^;]*/gi, '');
  const server = owner.replace(/;?\s*(database|initial catalog)\s*=[^;]*/gi, '');
  return {
    connectionString: `${place};User Id=${name};Password=${password}`,
    drop: async () => {
      await runBatches(`${server};Database=master`, [`drop login ${name}`]);
    },
  };
}
