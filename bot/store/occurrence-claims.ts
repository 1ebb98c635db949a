import { sql } from 'kysely';
import type { OccurrenceId } from '../core/ids.ts';
import { OCCURRENCE_KINDS } from '../core/occurrence.ts';
import type { Occurrence } from '../core/occurrence.ts';
import type { Claim, EndedSend, Held } from '../core/ports/occurrences.ts';
import type { EngineName, WriteDb } from './db.ts';
import { jsonRows } from './json-rows.ts';
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

const claimsOf = (engine: EngineName, claims: readonly Held[]) =>
  jsonRows(
    engine,
    'held',
    { id: 'id', fence: 'int' },
    claims.map(({ id, fence }) => ({ id, fence })),
  );

/** Those that are still claimed under the fence of their claim begin to be sent. Each claim is asked for once. */
export async function startSending(
  { db, engine }: WriteDb,
  claims: readonly Held[],
  at: Date,
): Promise<ReadonlySet<OccurrenceId>> {
  if (claims.length === 0) return new Set();
  const result = await db
    .updateTable('occurrences')
    .from(claimsOf(engine, claims))
    .whereRef('occurrences.id', '=', 'held.id')
    .whereRef('occurrences.fence', '=', 'held.fence')
    .where('occurrences.state', '=', 'claimed')
    .set((eb) => ({
      state: 'sending',
      attempts: eb('occurrences.attempts', '+', 1),
      sentAt: at,
      updatedAt: at,
      reason: null,
    }))
    .executeTakeFirst();
  if (Number(result.numUpdatedRows) === claims.length) return new Set(claims.map(({ id }) => id));
  const rows = await db
    .selectFrom('occurrences')
    .innerJoin(claimsOf(engine, claims), (join) =>
      join.onRef('held.id', '=', 'occurrences.id').onRef('held.fence', '=', 'occurrences.fence'),
    )
    .where('occurrences.state', '=', 'sending')
    .select('occurrences.id')
    .execute();
  return new Set(rows.map(({ id }) => id));
}

const ENDED = {
  id: 'id',
  fence: 'int',
  endState: 'text',
  dueAt: 'instant',
  reason: 'text',
  activityId: 'text',
  unmade: 'int',
} as const;

/** Writes down what sends came to, all in one statement. */
export async function endSending(
  { db, engine }: WriteDb,
  ended: readonly EndedSend[],
  at: Date,
): Promise<void> {
  if (ended.length === 0) return;
  await db
    .updateTable('occurrences')
    .from(jsonRows(engine, 'ended', ENDED, ended))
    .whereRef('occurrences.id', '=', 'ended.id')
    .whereRef('occurrences.fence', '=', 'ended.fence')
    .where((eb) =>
      eb.or([
        eb('occurrences.state', '=', 'sending'),
        eb.and([eb('occurrences.state', '=', 'unknown'), eb('ended.endState', '!=', 'unknown')]),
      ]),
    )
    .set((eb) => ({
      state: eb.ref('ended.endState'),
      sentAt: eb
        .case()
        .when('ended.endState', '=', 'sent')
        .then(eb.val(at))
        .when('ended.endState', '=', 'due')
        .then(eb.lit(null))
        .else(eb.ref('occurrences.sentAt'))
        .end(),
      dueAt: eb.fn.coalesce('ended.dueAt', 'occurrences.dueAt'),
      reason: eb.ref('ended.reason'),
      activityId: eb.ref('ended.activityId'),
      attempts: eb('occurrences.attempts', '-', eb.ref('ended.unmade')),
      worker: null,
      leaseUntil: null,
      updatedAt: at,
    }))
    .execute();
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
