import mssql from 'mssql';
import type { config as PoolConfig } from 'mssql';
import { StoreError } from '../errors.ts';

export interface MssqlSettings {
  /** What the driver is given; it may hold a password. */
  readonly pool: PoolConfig;
  /** Server and database, for people to read. */
  readonly place: string;
}

/** How long a statement may take before it is given up and the one who asked is told to try again. */
const STATEMENT_MS = 10_000;
const CONNECT_MS = 15_000;
/** How long the server may take to say that it has given up a statement, before the connection is closed instead. */
const CANCEL_MS = 1000;
const CONNECTIONS = 20;
/** Larger than the driver's 4,096, for the sake of imports; below the most that an encrypted connection takes. */
const PACKET_BYTES = 8192;

/** `Authentication` as other drivers write it, and what this one calls the same. */
const SIGN_IN: readonly (readonly [RegExp, 'msi' | 'default'])[] = [
  [/^active\s*directory\s*(msi|managed\s*identity)$/i, 'msi'],
  [/^active\s*directory\s*default$/i, 'default'],
];

/**
 * Reads a connection string: `Server=…;Database=…;` with `User Id` and `Password`, or with
 * `Authentication=Active Directory MSI` and the client id of a managed identity as `User Id`.
 * @throws StoreError 'cannot-open' naming what is wrong, never the string itself.
 */
export function mssqlSettings(connectionString: string): MssqlSettings {
  const config = parsed(connectionString);
  if (!config.server) throw new StoreError('cannot-open', 'The connection string names no Server.');
  if (!config.database) throw new StoreError('cannot-open', 'The connection string names no Database.');
  const { user, password, ...rest } = config;
  const identity = signInOf(connectionString, user);
  const pool: PoolConfig = {
    ...rest,
    ...(identity === null ? { user, password } : { authentication: identity }),
    connectionTimeout: config.connectionTimeout ?? CONNECT_MS,
    requestTimeout: config.requestTimeout ?? STATEMENT_MS,
    // A question to the server each time a connection is lent would double every short statement.
    validateConnection: 'socket',
    options: {
      packetSize: PACKET_BYTES,
      cancelTimeout: CANCEL_MS,
      ...config.options,
      useUTC: true,
      lowerCaseGuids: true,
      appName: 'alongside',
    },
    pool: {
      ...config.pool,
      max: config.pool.max ?? CONNECTIONS,
      acquireTimeoutMillis: config.requestTimeout ?? STATEMENT_MS,
    },
  };
  return { pool, place: `${config.server}/${config.database}` };
}

function parsed(connectionString: string) {
  try {
    return mssql.ConnectionPool.parseConnectionString(connectionString);
  } catch {
    // What the parser says repeats parts of the string, and those may be the password.
    throw new StoreError('cannot-open', 'The connection string of SQL Server cannot be read.');
  }
}

function signInOf(
  connectionString: string,
  clientId: string | undefined,
): PoolConfig['authentication'] | null {
  const [, asked = ''] = /(?:^|;)\s*authentication\s*=\s*"?([^;"]*)"?/i.exec(connectionString) ?? [];
  const kind = SIGN_IN.find(([name]) => name.test(asked.trim()))?.[1];
  if (kind === undefined) return null;
  const options = clientId === undefined ? {} : { clientId };
  return kind === 'msi'
    ? { type: 'azure-active-directory-msi-app-service', options }
    : { type: 'azure-active-directory-default', options };
}
