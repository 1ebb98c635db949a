import { sql } from 'kysely';
import type { ProgrammeId } from '../core/ids.ts';
import type { ReadDb } from './db.ts';
import { countsByState } from './json.ts';
import type { Tallied } from './sqlite/tally-tables.ts';

/** How many rows of a programme are in each state: as kept, or counted by an index where the engine does so at once. */
export async function stateCounts<State extends string>(
  { db, engine }: Pick<ReadDb, 'db' | 'engine'>,
  table: Tallied,
  states: readonly State[],
  programme: ProgrammeId,
): Promise<Readonly<Record<State, number>>> {
  const query =
    engine === 'sqlite'
      ? sql<{ state: State; count: number }>`
          select state, count from tallies where of_table = ${table} and programme_id = ${programme}`
      : sql<{ state: State; count: number }>`
          select state, count(*) as count from ${sql.table(table)} where programme_id = ${programme} group by state`;
  return countsByState(states, (await query.execute(db)).rows);
}
