import type { PersonId } from '../core/ids.ts';
import type { ConversationReads, ConversationWrites } from '../core/ports/conversations.ts';
import type { ReadDb, WriteDb } from './db.ts';
import { WriteConflict } from './errors.ts';
import { fromJson, toJson } from './json.ts';
import { jsonRows } from './json-rows.ts';
import { changed, insertedIfAbsent, upsert } from './portable.ts';

export function conversationReads({ db }: ReadDb): ConversationReads {
  return {
    reference: async (person) => {
      const row = await db
        .selectFrom('conversations')
        .where('personId', '=', person)
        .select(['personId', 'serviceUrl', 'conversationId', 'userId', 'botId'])
        .executeTakeFirst();
      return row ?? null;
    },
    unreachable: async (person) => {
      const row = await db
        .selectFrom('conversations')
        .where('personId', '=', person)
        .select('unreachable')
        .executeTakeFirst();
      return row?.unreachable ?? null;
    },
    pacedUntil: async (person) => {
      const row = await db
        .selectFrom('conversations')
        .where('personId', '=', person)
        .select('pacedUntil')
        .executeTakeFirst();
      return row?.pacedUntil ?? null;
    },
    dialog: async (person) => {
      const row = await db
        .selectFrom('dialogs')
        .where('personId', '=', person)
        .select(['programmeId', 'stateJson', 'version'])
        .executeTakeFirst();
      if (row === undefined) return null;
      return { programmeId: row.programmeId, state: fromJson(row.stateJson), version: row.version };
    },
    answered: async (key) => {
      const row = await db
        .selectFrom('cardAnswers')
        .where('cardKey', '=', key)
        .select('answerJson')
        .executeTakeFirst();
      return row === undefined ? null : fromJson(row.answerJson);
    },
  };
}

/** Each its own moment, in one statement. */
async function setPaces(
  { db, engine }: WriteDb,
  paces: readonly { readonly personId: PersonId; readonly pacedUntil: Date }[],
): Promise<void> {
  if (paces.length === 0) return;
  await db
    .updateTable('conversations')
    .from(jsonRows(engine, 'pace', { personId: 'id', pacedUntil: 'instant' }, paces))
    .whereRef('conversations.personId', '=', 'pace.personId')
    .set((eb) => ({ pacedUntil: eb.ref('pace.pacedUntil') }))
    .execute();
}

export function conversationWrites(store: WriteDb): ConversationWrites {
  const { db } = store;
  return {
    remember: ({ personId, serviceUrl, conversationId, userId, botId }, at) => {
      const values = { serviceUrl, conversationId, userId, botId, unreachable: null, updatedAt: at };
      return upsert(
        () => db.updateTable('conversations').set(values).where('personId', '=', personId),
        () => db.insertInto('conversations').values({ personId, ...values }),
      );
    },
    markUnreachable: async (person, why, at) => {
      await db
        .updateTable('conversations')
        .set({ unreachable: why, updatedAt: at })
        .where('personId', '=', person)
        .execute();
    },
    setPace: (paces) => setPaces(store, paces),
    saveDialog: async (personId, programmeId, state, version, at) => {
      const values = { programmeId, stateJson: toJson(state), version: version + 1, updatedAt: at };
      const result = await db
        .updateTable('dialogs')
        .set(values)
        .where('personId', '=', personId)
        .where('version', '=', version)
        .executeTakeFirst();
      if (changed(result)) return;
      const begun =
        version === 0 &&
        (await insertedIfAbsent(() => db.insertInto('dialogs').values({ personId, ...values })));
      if (!begun) throw new WriteConflict();
    },
    receive: (conversationId, activityId, at) =>
      insertedIfAbsent(() => db.insertInto('inbox').values({ conversationId, activityId, receivedAt: at })),
    saveAnswer: async (key, answer, at) => {
      const saved = await insertedIfAbsent(() =>
        db.insertInto('cardAnswers').values({ cardKey: key, answerJson: toJson(answer), answeredAt: at }),
      );
      // Another press of the same card was first: this one undoes what it did, and finds that answer when it comes again.
      if (!saved) throw new WriteConflict();
    },
  };
}
