import type { ColumnDataType, Kysely, RawBuilder, Transaction } from 'kysely';
import type { Meeting } from '../core/ports/store.ts';
import type { EngineName } from './db.ts';
import type { Database } from './schema.ts';

export type ColumnType = ColumnDataType | RawBuilder<unknown>;

/** How an engine stores each kind of value. */
export interface ColumnTypes {
  readonly uuid: ColumnType;
  readonly text: (length: number) => ColumnType;
  readonly instant: ColumnType;
  readonly day: ColumnType;
  readonly bool: ColumnType;
  readonly int: ColumnType;
  readonly bytes: ColumnType;
  readonly json: ColumnType;
}

/** A database that is open: all that the nouns and the migrator need to know of it. */
export interface Engine {
  readonly name: EngineName;
  /** Reads that do not wait behind a transaction. */
  readonly read: Kysely<Database>;
  /** For transactions: through `transact` all but those that change tables. */
  readonly write: Kysely<Database>;
  /** Runs the work in one transaction; again from its beginning where another one was first and nothing was saved. */
  transact<T>(work: (tx: Transaction<Database>) => Promise<T>, meeting?: Meeting): Promise<T>;
  readonly columns: ColumnTypes;
  /** What ends a `create table`, for a table of wide rows and for one of narrow rows found by their key only. */
  readonly tableEnd: {
    readonly wide: RawBuilder<unknown> | null;
    readonly narrow: RawBuilder<unknown> | null;
  };
  /** What the database needs before its first table. */
  prepare(): Promise<void>;
  hasTable(db: Kysely<Database>, table: string): Promise<boolean>;
  /** Holds off other migrators until the transaction ends. */
  lockMigrations(tx: Transaction<Database>): Promise<void>;
  close(): Promise<void>;
}
