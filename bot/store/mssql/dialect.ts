import { MssqlAdapter, MssqlIntrospector } from 'kysely';
import type {
  DatabaseConnection,
  DatabaseIntrospector,
  Dialect,
  DialectAdapter,
  Driver,
  Kysely,
  QueryCompiler,
  TransactionSettings,
} from 'kysely';
import type { ConnectionPool } from 'mssql';
import { MssqlConnection } from './connection.ts';
import { TsqlCompiler } from './compiler.ts';

/** Kysely over a pool of `mssql`. The pool lends connections; who opened it closes it. */
export class MssqlPoolDialect implements Dialect {
  readonly #pool: ConnectionPool;

  constructor(pool: ConnectionPool) {
    this.#pool = pool;
  }

  createDriver(): Driver {
    return new PoolDriver(this.#pool);
  }

  createQueryCompiler(): QueryCompiler {
    return new TsqlCompiler();
  }

  createAdapter(): DialectAdapter {
    return new MssqlAdapter();
  }

  createIntrospector(db: Kysely<unknown>): DatabaseIntrospector {
    return new MssqlIntrospector(db);
  }
}

class PoolDriver implements Driver {
  readonly #pool: ConnectionPool;

  constructor(pool: ConnectionPool) {
    this.#pool = pool;
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    return new MssqlConnection(this.#pool);
  }

  /**
   * The driver leaves a transaction's level on the connection that it gives back. So every transaction names its
   * level, and statements outside of one run on a pool of their own.
   */
  async beginTransaction(
    connection: DatabaseConnection,
    { isolationLevel }: TransactionSettings,
  ): Promise<void> {
    await ours(connection).begin(isolationLevel === 'read committed' ? 'read committed' : 'snapshot');
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await ours(connection).commit();
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    await ours(connection).rollback();
  }

  async releaseConnection(): Promise<void> {}

  async destroy(): Promise<void> {}
}

function ours(connection: DatabaseConnection): MssqlConnection {
  if (connection instanceof MssqlConnection) return connection;
  throw new TypeError('A connection of another driver');
}
