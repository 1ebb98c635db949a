import mssql from 'mssql';
import type { ConnectionPool, Request, Transaction } from 'mssql';
import type { CompiledQuery, DatabaseConnection, QueryResult } from 'kysely';
import { kindOf } from '../column-kind.ts';
import { NAMING } from '../naming.ts';
import { BulkRows } from './bulk-rows.ts';
import { loadBulk } from './bulk.ts';
import { CommitUnknown, ConnectionLost, translate } from './errors.ts';
import { fromMssql, Parameter } from './values.ts';

export const LEVELS = {
  'read committed': mssql.ISOLATION_LEVEL.READ_COMMITTED,
  snapshot: mssql.ISOLATION_LEVEL.SNAPSHOT,
} as const;

/** Statements about whole tables: definitions, and the steps of an import. They may take minutes. */
const GOES_THROUGH_TABLES = /^\s*(create|alter|drop)\b|\bstaged_|\bheld_people\b/i;
const TEN_MINUTES_MS = 600_000;

/** What Kysely calls a connection: the pool, or one of its connections while a transaction runs on it. */
export class MssqlConnection implements DatabaseConnection {
  readonly #pool: ConnectionPool;
  #transaction: Transaction | null = null;
  #running: Request | null = null;
  /** A connection answers one statement at a time. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(pool: ConnectionPool) {
    this.#pool = pool;
  }

  async begin(level: keyof typeof LEVELS): Promise<void> {
    const transaction = new mssql.Transaction(this.#pool);
    // Each error reaches whoever waits for the statement; an event that nobody hears would end the process.
    transaction.on('error', () => {});
    await translated(() => transaction.begin(LEVELS[level]));
    this.#transaction = transaction;
  }

  /** @throws WriteConflict where the server undid it; Refusal 'try-again' where nobody can know. */
  async commit(): Promise<void> {
    const transaction = this.#transaction;
    this.#transaction = null;
    try {
      await translated(async () => transaction?.commit());
    } catch (error) {
      // The commit may have arrived before the connection went: run again, it might happen twice.
      throw error instanceof ConnectionLost ? new CommitUnknown() : error;
    }
  }

  async rollback(): Promise<void> {
    const transaction = this.#transaction;
    this.#transaction = null;
    // The server has undone it already, or does when it notices that the connection is gone.
    await transaction?.rollback().catch(() => {});
  }

  async cancelQuery(): Promise<void> {
    this.#running?.cancel();
  }

  executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const answer = this.#last.then(() => translated(() => this.#execute<R>(query)));
    this.#last = answer.catch(() => {});
    return answer;
  }

  async #execute<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    const [first] = parameters;
    if (first instanceof BulkRows) {
      await loadBulk(() => this.#request('staged_'), first);
      return { rows: [], numAffectedRows: BigInt(first.rows.length) };
    }
    const request = this.#request(sql);
    for (const [index, parameter] of parameters.entries()) {
      if (!(parameter instanceof Parameter)) throw new TypeError('A parameter has no type');
      request.input(String(index + 1), parameter.type, parameter.value);
    }
    this.#running = request;
    try {
      const { recordset, rowsAffected } = await request.query(sql);
      return {
        rows: rowsOf<R>(recordset),
        numAffectedRows: BigInt(rowsAffected.reduce((sum, count) => sum + count, 0)),
      };
    } finally {
      this.#running = null;
    }
  }

  #request(sql: string): Request {
    const request =
      this.#transaction === null ? new mssql.Request(this.#pool) : new mssql.Request(this.#transaction);
    request.arrayRowMode = true;
    // What the driver's constructor takes too, which its types do not say.
    if (GOES_THROUGH_TABLES.test(sql))
      Object.assign(request, { overrides: { requestTimeout: TEN_MINUTES_MS } });
    return request;
  }

  streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('Rows are read in pages, not streamed');
  }
}

async function translated<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw translate(error);
  }
}

type Recordset = readonly (readonly unknown[])[] & { readonly columns: unknown };

/** Rows as objects, their columns named once. In array mode the driver lists columns in order, which its types do not say. */
function rowsOf<R>(recordset: Recordset | undefined): R[] {
  if (recordset === undefined) return [];
  const columns = (recordset.columns as readonly { readonly name: string }[]).map(({ name }) => ({
    name: NAMING.nameOf(name),
    isDay: kindOf(name) === 'day',
  }));
  return recordset.map((values) => {
    const row: Record<string, unknown> = {};
    for (const [index, { name, isDay }] of columns.entries()) row[name] = fromMssql(values[index], isDay);
    return row as R;
  });
}
