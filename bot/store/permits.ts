import type { TenantId } from '../core/ids.ts';
import { freshPermits } from '../core/permit.ts';
import type { Permits } from '../core/permit.ts';
import type { PermitLane } from '../core/ports/occurrences.ts';
import type { ReadDb, WriteDb } from './db.ts';
import { fromJson, toJson } from './json.ts';
import { upsert } from './portable.ts';

/** The row as it stands; fresh where the tenant has none yet. */
export async function readPermits(
  { db }: ReadDb,
  tenantId: TenantId,
  lane: PermitLane,
  now: Date,
): Promise<Permits> {
  const row = await db.selectFrom('permits').where('tenantId', '=', tenantId).selectAll().executeTakeFirst();
  if (row === undefined) return freshPermits(now);
  const { pausedUntil } = row;
  return lane === 'proactive'
    ? { nextSlotAt: row.nextSlotAt, issued: row.issued, pausedUntil, recent: fromJson(row.recentJson) }
    : {
        nextSlotAt: row.replyAt ?? now,
        issued: row.repliesIssued,
        pausedUntil,
        recent: fromJson(row.recentRepliesJson),
      };
}

/**
 * The row, held against everybody else until the transaction ends: an update that changes nothing takes its lock, and
 * only then it is read.
 */
export async function lockPermits(
  store: WriteDb,
  tenantId: TenantId,
  lane: PermitLane,
  now: Date,
): Promise<Permits> {
  const lock = () =>
    store.db
      .updateTable('permits')
      .set((eb) => ({ tenantId: eb.ref('tenantId') }))
      .where('tenantId', '=', tenantId);
  await upsert(lock, () => store.db.insertInto('permits').values({ tenantId, nextSlotAt: now, ...NONE }));
  return readPermits(store, tenantId, lane, now);
}

const NONE = {
  pausedUntil: null,
  replyAt: null,
  issued: 0,
  repliesIssued: 0,
  recentJson: '[]',
  recentRepliesJson: '[]',
} as const;

export async function savePermits(
  { db }: WriteDb,
  tenantId: TenantId,
  lane: PermitLane,
  { nextSlotAt, issued, recent }: Permits,
): Promise<void> {
  const recentJson = toJson(recent);
  await db
    .updateTable('permits')
    .set(
      lane === 'proactive'
        ? { nextSlotAt, issued, recentJson }
        : { replyAt: nextSlotAt, repliesIssued: issued, recentRepliesJson: recentJson },
    )
    .where('tenantId', '=', tenantId)
    .execute();
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
    () => db.insertInto('permits').values({ tenantId, nextSlotAt: until, ...NONE, pausedUntil: until }),
  );
}
