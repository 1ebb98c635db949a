import { sql } from 'kysely';
import type { ReadDb } from './db.ts';

/** What time it is where the store is: the one clock that all instances share. */
export async function storeClock({ db, engine }: ReadDb): Promise<Date> {
  const now =
    engine === 'sqlite'
      ? sql<{ nowAt: Date }>`select strftime('%Y-%m-%dT%H:%M:%fZ', 'now') as now_at`
      : sql<{ nowAt: Date }>`select sysutcdatetime() as now_at`;
  const { rows } = await now.execute(db);
  const [row] = rows;
  if (row === undefined) throw new Error('The store has no clock');
  return row.nowAt;
}
