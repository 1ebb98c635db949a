import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { TopicId } from '../../core/ids.ts';
import type { TopicSide } from '../../core/member.ts';
import type { ImportId } from '../../core/ports/imports.ts';
import type { EngineName, WriteDb } from '../db.ts';
import { insertRows } from '../portable.ts';

/** Writes the suggested topics of those for whom the directory now gives others. */
export async function applyTopics(store: WriteDb, id: ImportId, topicIds: readonly TopicId[]): Promise<void> {
  const { db } = store;
  await nameTopics(store, id, topicIds);
  await db.deleteFrom('personTopics').where('personId', 'in', withOtherTopics(store, id)).execute();
  await suggest(store, id, 'offer');
  await suggest(store, id, 'need');
  // Last: the prints are what tells whose topics are to be written.
  await db.deleteFrom('directoryPrints').where('personId', 'in', touched(store, id)).execute();
  await db
    .insertInto('directoryPrints')
    .columns(['personId', 'topicsPrint'])
    .expression(
      db
        .selectFrom('stagedPeople')
        .where('importId', '=', id)
        .where('status', 'in', ['new', 'changed'])
        .select(['personId', 'topicsPrint']),
    )
    .execute();
}

/** Written anew as a set: there may be thousands, and one statement each would be one journey each. */
async function nameTopics(store: WriteDb, id: ImportId, topicIds: readonly TopicId[]): Promise<void> {
  const rows = await store.db
    .selectFrom('stagedTopics')
    .where('importId', '=', id)
    .selectAll()
    .orderBy('number')
    .execute();
  await store.db.deleteFrom('stagedTopics').where('importId', '=', id).execute();
  const named = rows.map((row) => ({ ...row, topicId: topicIds[row.number - 1] ?? null }));
  await insertRows(store, 'stagedTopics', named);
}

function touched({ db }: WriteDb, id: ImportId) {
  return db
    .selectFrom('stagedPeople as row')
    .where('row.importId', '=', id)
    .where('row.status', 'in', ['new', 'changed'])
    .select('row.personId');
}

function withOtherTopics(store: WriteDb, id: ImportId) {
  return touched(store, id).where((eb) =>
    eb.not(
      eb.exists(
        eb
          .selectFrom('directoryPrints as print')
          .whereRef('print.personId', '=', 'row.personId')
          .whereRef('print.topicsPrint', '=', 'row.topicsPrint')
          .select('print.personId'),
      ),
    ),
  );
}

/** One row a person and topic. SQL has no portable way to take a list of numbers apart. */
async function suggest(store: WriteDb, id: ImportId, side: TopicSide): Promise<void> {
  const numbers = sql.ref(side === 'offer' ? 'row.offersJson' : 'row.needsJson');
  await sql`
    insert into person_topics (person_id, side, topic_id)
    select ${sql.ref('row.personId')}, ${sql.lit(side)}, ${sql.ref('topic.topicId')}
    from ${sql.table('stagedPeople')} as ${sql.id('row')}
    ${withTopics(store.engine, numbers)}
      on ${sql.ref('topic.importId')} = ${sql.ref('row.importId')}
      and ${sql.ref('topic.number')} = cast(number.value as int)
    where ${sql.ref('row.importId')} = ${id}
      and ${sql.ref('row.personId')} in (${withOtherTopics(store, id)})
  `.execute(store.db);
}

/** SQLite's cross join keeps its order: read the other way round, it would parse each list once a topic. */
function withTopics(engine: EngineName, numbers: RawBuilder<unknown>): RawBuilder<unknown> {
  const topics = sql.table('stagedTopics');
  return engine === 'sqlite'
    ? sql`cross join json_each(${numbers}) as number cross join ${topics} as topic`
    : sql`cross apply openjson(${numbers}) as number join ${topics} as topic`;
}
