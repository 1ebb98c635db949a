import { sql } from 'kysely';
import type { ExpressionBuilder } from 'kysely';
import type { OccurrenceId } from '../core/ids.ts';
import { OCCURRENCE_KINDS } from '../core/occurrence.ts';
import type { Occurrence } from '../core/occurrence.ts';
import type { Claim } from '../core/ports/occurrences.ts';
import type { WriteDb } from './db.ts';
import type { Database } from './schema.ts';
import { first, inChunks } from './portable.ts';

export const OCCURRENCE_COLUMNS = [
  'id',
  'tenantId',
  'programmeId',
  'personId',
  'kind',
  'period',
  'subjectId',
  'state',
  'dueAt',
  'expiresAt',
  'attempts',
  'fence',
] as const;

/**
 * Claims the oldest due. Those seen as due are taken only if they still are, and what is given back is what this
 * worker holds under the fence it raised: of two who saw the same row one gets it. A worker claims one batch at a time.
 * What it has no words for, since a newer version planned it, is left to those who have.
 */
export async function claimOccurrences(
  { db, engine }: WriteDb,
  { worker, now, leaseUntil, limit, kinds = OCCURRENCE_KINDS }: Claim,
): Promise<readonly Occurrence[]> {
  const oldest = db
    .selectFrom('occurrences')
    .where(sql<boolean>`state = 'due'`)
    .where('dueAt', '<=', now)
    .where('kind', 'in', kinds)
    .select(['id', 'fence'])
    .orderBy('dueAt')
    .orderBy('id');
  const seen = await first(engine, oldest, limit).execute();
  const raised = new Map(seen.map(({ id, fence }) => [id, fence + 1]));
  const held = await inChunks([...raised.keys()], async (ids) => {
    await db
      .updateTable('occurrences')
      .set((eb) => ({
        state: 'claimed',
        worker,
        leaseUntil,
        fence: eb('fence', '+', 1),
        reason: null,
        updatedAt: now,
      }))
      .where('id', 'in', ids)
      .where('state', '=', 'due')
      .execute();
    return db
      .selectFrom('occurrences')
      .where('id', 'in', ids)
      .where('worker', '=', worker)
      .where('state', '=', 'claimed')
      .select(OCCURRENCE_COLUMNS)
      .orderBy('dueAt')
      .orderBy('id')
      .execute();
  });
  return held.filter(({ id, fence }) => raised.get(id) === fence);
}

/** Those that are still claimed under the fence of their claim begin to be sent. Each claim is asked for once. */
export async function startSending(
  { db }: WriteDb,
  claims: readonly { readonly id: OccurrenceId; readonly fence: number }[],
  at: Date,
): Promise<ReadonlySet<OccurrenceId>> {
  if (claims.length === 0) return new Set();
  const mine = (eb: ExpressionBuilder<Database, 'occurrences'>) =>
    eb.or(claims.map(({ id, fence }) => eb.and([eb('id', '=', id), eb('fence', '=', fence)])));
  const result = await db
    .updateTable('occurrences')
    .set((eb) => ({
      state: 'sending',
      attempts: eb('attempts', '+', 1),
      sentAt: at,
      updatedAt: at,
      reason: null,
    }))
    .where(mine)
    .where('state', '=', 'claimed')
    .executeTakeFirst();
  if (Number(result.numUpdatedRows) === claims.length) return new Set(claims.map(({ id }) => id));
  const rows = await db
    .selectFrom('occurrences')
    .where(mine)
    .where('state', '=', 'sending')
    .select('id')
    .execute();
  return new Set(rows.map(({ id }) => id));
}

/** What a worker left behind whose lease ran out: while sending it may have arrived, before that it cannot have. */
export async function recoverOccurrences(
  { db }: WriteDb,
  now: Date,
): Promise<{ unknown: number; due: number }> {
  const abandoned = (from: 'sending' | 'claimed', to: 'unknown' | 'due') =>
    db
      .updateTable('occurrences')
      .set({ state: to, worker: null, leaseUntil: null, reason: 'lease-lost', updatedAt: now })
      .where('leaseUntil', '<=', now)
      .where('state', '=', from)
      .executeTakeFirst();
  const unknown = await abandoned('sending', 'unknown');
  const due = await abandoned('claimed', 'due');
  return { unknown: Number(unknown.numUpdatedRows), due: Number(due.numUpdatedRows) };
}
