import { sql } from 'kysely';
import { asId } from '../core/ids.ts';
import type { PersonId, ProgrammeId } from '../core/ids.ts';
import { OCCURRENCE_STATES } from '../core/occurrence.ts';
import type { OccurrenceReads, OccurrenceWrites } from '../core/ports/occurrences.ts';
import {
  claimOccurrences,
  endSending,
  OCCURRENCE_COLUMNS,
  recoverOccurrences,
  startSending,
} from './occurrence-claims.ts';
import { planOccurrences } from './occurrence-plans.ts';
import type { ReadDb, WriteDb } from './db.ts';
import { changed, first, paged } from './portable.ts';
import { lockPermits, pausePermits, readPermits, savePermits } from './permits.ts';
import { lastProactive, recipientsOf } from './recipients.ts';
import { stateCounts } from './state-counts.ts';

export function occurrenceReads(store: ReadDb): OccurrenceReads {
  const { db } = store;
  return {
    byId: async (id) => {
      const row = await db
        .selectFrom('occurrences')
        .where('id', '=', id)
        .select(OCCURRENCE_COLUMNS)
        .executeTakeFirst();
      return row ?? null;
    },
    countByState: (programme) => stateCounts(store, 'occurrences', OCCURRENCE_STATES, programme),
    unreached: async (until, limit) => {
      const waiting = db
        .selectFrom('occurrences')
        .where(sql<boolean>`state = 'due'`)
        .where('dueAt', '<=', until)
        .where('reason', '=', 'no-conversation')
        .select('personId')
        .orderBy('dueAt')
        .orderBy('id');
      const rows = await first(store.engine, waiting, limit).execute();
      return [...new Set(rows.map((row) => row.personId))];
    },
    unclear: (programme, now, page) =>
      paged(
        store.engine,
        db
          .selectFrom('occurrences')
          .where('programmeId', '=', programme)
          .where('state', '=', 'unknown')
          .where('expiresAt', '>', now)
          .select(['id', 'personId', 'kind', 'sentAt'])
          .orderBy('sentAt', 'desc')
          .orderBy('id'),
        page,
      ).execute(),
    missed: async (person, programme, now, since) => {
      const told = await db
        .selectFrom('occurrences')
        .where('personId', '=', person)
        .where('state', '=', 'sent')
        .select((eb) => eb.fn.max('sentAt').as('lastAt'))
        .executeTakeFirst();
      const unknown = await db
        .selectFrom('occurrences')
        .where('personId', '=', person)
        .where('programmeId', '=', programme)
        .where('state', '=', 'unknown')
        .where('expiresAt', '>', now)
        .$if(since === 'last-sent', (query) => query.where('sentAt', '>', told?.lastAt ?? new Date(0)))
        .select('kind')
        .orderBy('sentAt')
        .execute();
      return [...new Set(unknown.map(({ kind }) => kind))];
    },
    oldestDue: async (now, programme) => {
      const row = await db
        .selectFrom('occurrences')
        .where(sql<boolean>`state = 'due'`)
        .where('dueAt', '<=', now)
        .$if(programme !== undefined, (query) =>
          query.where('programmeId', '=', programme ?? asId<ProgrammeId>('')),
        )
        .select((eb) => eb.fn.min('dueAt').as('oldestAt'))
        .executeTakeFirst();
      return row?.oldestAt ?? null;
    },
    lastProactiveAt: async (person) => {
      return (await lastProactive(store, [person])).get(person) ?? null;
    },
    recipients: (asked) => recipientsOf(store, asked),
    permits: (tenantId, lane, now) => readPermits(store, tenantId, lane, now),
  };
}

export function occurrenceWrites(store: WriteDb): OccurrenceWrites {
  const { db } = store;
  const dueOf = (person: PersonId) =>
    db.updateTable('occurrences').where('personId', '=', person).where('state', '=', 'due');
  return {
    plan: (occurrences) => planOccurrences(store, occurrences),
    claim: (claim) => claimOccurrences(store, claim),
    move: async (id, fence, from, { to, at, dueAt, reason, activityId }) => {
      const result = await db
        .updateTable('occurrences')
        .set({ state: to, updatedAt: at, reason: reason ?? null })
        .$if(to === 'sending', (query) =>
          query.set((eb) => ({ attempts: eb('attempts', '+', 1), sentAt: at })),
        )
        .$if(to === 'due', (query) => query.set({ sentAt: null }))
        .$if(to === 'sent', (query) => query.set({ sentAt: at }))
        .$if(dueAt !== undefined, (query) => query.set({ dueAt: dueAt ?? at }))
        .$if(activityId !== undefined, (query) => query.set({ activityId: activityId ?? null }))
        .$if(to !== 'claimed' && to !== 'sending', (query) => query.set({ worker: null, leaseUntil: null }))
        .where('id', '=', id)
        .where('fence', '=', fence)
        .where('state', '=', from)
        .executeTakeFirst();
      return changed(result);
    },
    recover: (now) => recoverOccurrences(store, now),
    cancel: async (person, subjectId, at) => {
      await dueOf(person)
        .set({ state: 'cancelled', updatedAt: at })
        .$if(subjectId !== null, (query) => query.where('subjectId', '=', subjectId ?? ''))
        .execute();
    },
    // A reason on one that is due says why it was put back: what is merely planned for later has none.
    wake: async (person, at) => {
      await dueOf(person)
        .set({ dueAt: at, updatedAt: at })
        .where('dueAt', '>', at)
        .where('reason', 'is not', null)
        .execute();
    },
    startSending: (claims, at) => startSending(store, claims, at),
    endSending: (ended, at) => endSending(store, ended, at),
    lockPermits: (tenantId, lane, now) => lockPermits(store, tenantId, lane, now),
    savePermits: (tenantId, lane, permits) => savePermits(store, tenantId, lane, permits),
    pauseUntil: (tenant, at) => pausePermits(store, tenant, at),
    proveDelivered: async (id, at) => {
      await db
        .updateTable('occurrences')
        .set((eb) => ({
          state: 'sent',
          sentAt: eb.fn.coalesce('sentAt', eb.val(at)),
          worker: null,
          leaseUntil: null,
          updatedAt: at,
        }))
        .where('id', '=', id)
        .where('state', 'in', ['sending', 'unknown'])
        .execute();
    },
  };
}
