import { DummyDriver, Kysely, MssqlAdapter, MssqlIntrospector } from 'kysely';
import type { CompiledQuery, DatabaseConnection, QueryResult } from 'kysely';
import { NAMING } from '../naming.ts';
import type { Database } from '../schema.ts';
import { TsqlCompiler } from './compiler.ts';

/** What a statement is answered with when nobody runs it. */
export type Answer = (query: CompiledQuery) => QueryResult<unknown>;

const NOTHING: Answer = () => ({ rows: [] });

/** Writes down the T-SQL that would be sent, and sends nothing. */
export function recorder(answer: Answer = NOTHING): {
  readonly db: Kysely<Database>;
  readonly queries: readonly CompiledQuery[];
} {
  const queries: CompiledQuery[] = [];
  const connection: DatabaseConnection = {
    executeQuery: async <R>(query: CompiledQuery) => {
      queries.push(query);
      return answer(query) as QueryResult<R>;
    },
    streamQuery: () => {
      throw new Error('Rows are read in pages, not streamed');
    },
  };
  const db = new Kysely<Database>({
    dialect: {
      createAdapter: () => new MssqlAdapter(),
      createDriver: () => new RecordingDriver(connection),
      createIntrospector: (kysely) => new MssqlIntrospector(kysely),
      createQueryCompiler: () => new TsqlCompiler(),
    },
    plugins: [NAMING],
  });
  return { db, queries };
}

class RecordingDriver extends DummyDriver {
  readonly #connection: DatabaseConnection;

  constructor(connection: DatabaseConnection) {
    super();
    this.#connection = connection;
  }

  override async acquireConnection(): Promise<DatabaseConnection> {
    return this.#connection;
  }
}
