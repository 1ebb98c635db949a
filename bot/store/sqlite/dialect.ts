import { setImmediate as breathe, setTimeout as sleep } from 'node:timers/promises';
import { CompiledQuery, SqliteDialect, SqliteDriver, SqliteQueryCompiler } from 'kysely';
import type { DatabaseConnection, Driver, QueryCompiler, SqliteDatabase } from 'kysely';
import { Refusal } from '../../core/refusal.ts';

const WAIT_MS = 5000;
const PAUSE_MS = 10;

/** Kysely's SQLite dialect with transactions that take the write lock when they begin. */
export class NodeSqliteDialect extends SqliteDialect {
  readonly #database: SqliteDatabase;

  constructor(database: SqliteDatabase) {
    super({ database });
    this.#database = database;
  }

  override createDriver(): Driver {
    return new ImmediateDriver({ database: this.#database });
  }

  override createQueryCompiler(): QueryCompiler {
    return new StrictCompiler();
  }
}

class StrictCompiler extends SqliteQueryCompiler {
  /** Where one row of several has no value for a column, Kysely would write NULL. */
  protected override visitDefaultInsertValue(): void {
    throw new TypeError('A row to insert lacks a value');
  }
}

class ImmediateDriver extends SqliteDriver {
  /**
   * A deferred transaction that turns to writing after another has written fails at once, whatever the busy timeout.
   * Waiting for another process is done here, not inside SQLite, where it would hold up the whole process.
   */
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    // SQLite answers at once: a queue of transactions would run to its end before anything else got a turn.
    await breathe();
    const giveUpAt = performance.now() + WAIT_MS;
    for (;;) {
      try {
        await connection.executeQuery(CompiledQuery.raw('begin immediate'));
        return;
      } catch (error) {
        const busy = error instanceof Refusal && error.code === 'try-again';
        if (!busy || performance.now() > giveUpAt) throw error;
        await sleep(PAUSE_MS);
      }
    }
  }
}
