import type { Kysely, Transaction } from 'kysely';
import type { Database } from './schema.ts';
import type { Sealing } from './sealing/sealing.ts';

export type EngineName = 'sqlite' | 'mssql';

/** What a query file is given: the connection, which engine it speaks, and the sealing of confidential columns. */
export interface ReadDb {
  readonly db: Kysely<Database>;
  readonly engine: EngineName;
  readonly sealing: Sealing;
}

/** The same inside a transaction; writes ask for this one, so that none exists outside. */
export interface WriteDb extends ReadDb {
  readonly db: Transaction<Database>;
}
