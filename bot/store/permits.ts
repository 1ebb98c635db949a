import type { TenantId } from '../core/ids.ts';
import { takeSlot } from '../core/permit.ts';
import type { Permits } from '../core/permit.ts';
import type { OccurrenceWrites } from '../core/ports/occurrences.ts';
import { Refusal } from '../core/refusal.ts';
import type { WriteDb } from './db.ts';
import { changed, insertedIfAbsent, upsert } from './portable.ts';

const ATTEMPTS = 20;

/** Takes a slot by compare and set on the tenant's row, so that no two ever hold the same one. */
export async function takePermit(
  store: WriteDb,
  { tenantId, now, perSecond, aheadMs }: Parameters<OccurrenceWrites['takePermit']>[0],
): Promise<{ granted: boolean; at: Date }> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const permits = await permitsOf(store, tenantId, now);
    const { granted, at, permits: next } = takeSlot(permits, now, perSecond, aheadMs);
    if (!granted) return { granted, at };
    const taken = await store.db
      .updateTable('permits')
      .set({ nextSlotAt: next.nextSlotAt, pausedUntil: next.pausedUntil })
      .where('tenantId', '=', tenantId)
      .where('nextSlotAt', '=', permits.nextSlotAt)
      .executeTakeFirst();
    if (changed(taken)) return { granted, at };
  }
  throw new Refusal('try-again');
}

async function permitsOf({ db }: WriteDb, tenantId: TenantId, now: Date): Promise<Permits> {
  const select = () =>
    db
      .selectFrom('permits')
      .where('tenantId', '=', tenantId)
      .select(['nextSlotAt', 'pausedUntil'])
      .executeTakeFirst();
  const known = await select();
  if (known !== undefined) return known;
  const fresh = { nextSlotAt: now, pausedUntil: null };
  await insertedIfAbsent(() => db.insertInto('permits').values({ tenantId, ...fresh }));
  return (await select()) ?? fresh;
}

/** A pause is never shortened by one that came later and ends sooner. */
export async function pausePermits({ db }: WriteDb, tenantId: TenantId, until: Date): Promise<void> {
  await upsert(
    () =>
      db
        .updateTable('permits')
        .set((eb) => ({
          pausedUntil: eb
            .case()
            .when('pausedUntil', '>', until)
            .then(eb.ref('pausedUntil'))
            .else(eb.val(until))
            .end(),
        }))
        .where('tenantId', '=', tenantId),
    () => db.insertInto('permits').values({ tenantId, nextSlotAt: until, pausedUntil: until }),
  );
}
