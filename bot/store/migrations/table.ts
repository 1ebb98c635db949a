import { sql } from 'kysely';
import type { CreateTableBuilder, Kysely, RawBuilder } from 'kysely';
import type { EngineName } from '../db.ts';
import type { Engine } from '../engine.ts';
import type { Database } from '../schema.ts';

/** What a migration is given: its transaction, and how the engine stores each kind of value. */
export interface MigrationContext extends Pick<Engine, 'columns' | 'tableEnd'> {
  readonly engine: EngineName;
  readonly db: Kysely<Database>;
}

export interface Migration {
  /** Counts from 1 without gaps; never changed once it has been released. */
  readonly number: number;
  readonly name: string;
  up(context: MigrationContext): Promise<void>;
}

/** Ends a table's definition and creates it. */
export async function create(
  table: CreateTableBuilder<string, string>,
  end: RawBuilder<unknown> | null,
): Promise<void> {
  await (end === null ? table : table.modifyEnd(end)).execute();
}

/** For a check constraint: the column holds one of these words. */
export function oneOf(column: string, words: readonly string[]): RawBuilder<boolean> {
  return sql<boolean>`${sql.ref(column)} in (${sql.join(words.map((word) => sql.lit(word)))})`;
}

/** The kinds of pairing that there were at first. */
export const FIRST_PAIRING_KINDS = ['mentoring', 'exchange', 'peers', 'trio'] as const;
