import { expressionBuilder, sql } from 'kysely';
import type { Expression, SqlBool } from 'kysely';
import { inChunks, ofFound } from '../portable.ts';
import type { EngineName } from '../db.ts';
import type { PersonId, ProgrammeId } from '../../core/ids.ts';

/** Those a query is about: all of a programme, or these only. */
export type Among = readonly PersonId[] | null;

/** Asks once about all, or once for each thousand of these. */
export async function askAmong<Row>(
  among: Among,
  ask: (some: Among) => Promise<readonly Row[]>,
): Promise<readonly Row[]> {
  return among === null ? ask(null) : inChunks(among, ask);
}

/** That a row is of this programme: asked of the index, or of rows that some people have found already. */
export function inProgramme(
  engine: EngineName,
  table: 'pairings' | 'proposals',
  programme: ProgrammeId,
  among: Among,
): Expression<SqlBool> {
  const column = `${table}.programmeId`;
  const asked = among === null ? sql.ref<string>(column) : ofFound(engine, column);
  return expressionBuilder()(asked, '=', programme);
}
