import { sql } from 'kysely';
import type { TenantId } from '../core/ids.ts';
import { StoreError } from './errors.ts';
import { migrate } from './migrate.ts';
import { openEngine } from './open.ts';
import type { StorePlace } from './open.ts';
import { TABLES } from './tables.ts';

/**
 * Takes away all that is kept, where everybody in it is of this tenant: what a demonstration begins anew with.
 * @throws StoreError 'cannot-open' when anybody of another tenant is there; nothing is taken away then.
 */
export async function emptyStore(place: StorePlace, tenant: TenantId): Promise<void> {
  const engine = await openEngine(place);
  try {
    await migrate(engine);
    await engine.transact(async (db) => {
      const other = await db
        .selectFrom('people')
        .where('tenantId', '<>', tenant)
        .select((eb) => eb.fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow();
      if (other.count > 0) {
        throw new StoreError(
          'cannot-open',
          'This database holds a real company: no demonstration replaces it.',
        );
      }
      await db.updateTable('people').set({ managerId: null }).execute();
      for (const table of TABLES.toReversed())
        if (table !== 'migrations') await sql`delete from ${sql.table(table)}`.execute(db);
    });
  } finally {
    await engine.close();
  }
}
