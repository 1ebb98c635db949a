import type { Selectable } from 'kysely';
import type { PersonId, ProgrammeId } from '../core/ids.ts';
import { MEMBER_STATES } from '../core/member.ts';
import type { Member } from '../core/member.ts';
import type { MemberReads, MemberWrites } from '../core/ports/members.ts';
import { Refusal } from '../core/refusal.ts';
import type { ReadDb, WriteDb } from './db.ts';
import { ForeignKeyViolation, UniqueViolation } from './errors.ts';
import { memberPage } from './member-page.ts';
import { chunksOf, first, insertRows } from './portable.ts';
import type { MembersTable } from './schema/programmes.ts';
import { stateCounts } from './state-counts.ts';

export function memberReads(store: ReadDb): MemberReads {
  const { db } = store;
  return {
    one: async (programme, person) => {
      const [member] = await membersOf(store, person, programme);
      return member ?? null;
    },
    ofPerson: (person) => membersOf(store, person, null),
    countByState: (programme) => stateCounts(store, 'members', MEMBER_STATES, programme),
    page: (programme, query) => memberPage(store, programme, query),
    doNotPair: async (person) => {
      const rows = await db
        .selectFrom('doNotPair')
        .where('personId', '=', person)
        .select('otherPersonId')
        .orderBy('otherPersonId')
        .execute();
      return rows.map((row) => row.otherPersonId);
    },
    pausesOver: (day) =>
      db
        .selectFrom('members')
        .where('pausedUntilOn', 'is not', null)
        .where('pausedUntilOn', '<=', day)
        .where('state', '=', 'paused')
        .select(['programmeId', 'personId'])
        .orderBy('pausedUntilOn')
        .orderBy('personId')
        .execute(),
    ofLeavers: (limit) => {
      const leavers = db
        .selectFrom('members')
        .innerJoin('people', 'people.id', 'members.personId')
        .where('people.leftAt', 'is not', null)
        .where('members.state', '<>', 'left')
        .select(['members.programmeId', 'members.personId'])
        .orderBy('people.leftAt');
      return first(store.engine, leavers, limit).execute();
    },
  };
}

export function memberWrites(store: WriteDb): MemberWrites {
  const { db } = store;
  const update = (programme: ProgrammeId, person: PersonId) =>
    db.updateTable('members').where('programmeId', '=', programme).where('personId', '=', person);
  return {
    join: (member) => join(db, member),
    setState: async (programme, person, state, pausedUntil, at) => {
      await update(programme, person)
        .set({
          state,
          pausedUntilOn: state === 'paused' ? pausedUntil : null,
          leftAt: state === 'left' ? at : null,
          updatedAt: at,
        })
        .execute();
    },
    setRhythm: async (programme, person, rhythm) => {
      await update(programme, person).set({ rhythm }).execute();
    },
    setMentorCapacity: async (programme, person, capacity) => {
      await update(programme, person).set({ mentorCapacity: capacity }).execute();
    },
    setVisibleToManager: async (programme, person, visible) => {
      await update(programme, person).set({ isVisibleToManager: visible }).execute();
    },
    setTopics: async (programmeId, personId, side, topics) => {
      await db
        .deleteFrom('memberTopics')
        .where('programmeId', '=', programmeId)
        .where('personId', '=', personId)
        .where('side', '=', side)
        .execute();
      const rows = [...new Set(topics)].map((topicId) => ({ programmeId, personId, topicId, side }));
      try {
        await insertRows(store, 'memberTopics', rows);
      } catch (error) {
        throw error instanceof ForeignKeyViolation ? new Refusal('unknown-topic') : error;
      }
    },
    setDoNotPair: async (personId, others, at) => {
      await db.deleteFrom('doNotPair').where('personId', '=', personId).execute();
      const rows = [...new Set(others)].map((otherPersonId) => ({ personId, otherPersonId, createdAt: at }));
      await insertRows(store, 'doNotPair', rows);
    },
    putFirst: async (programme, people) => {
      const { longest } = await db
        .selectFrom('members')
        .where('programmeId', '=', programme)
        .where('state', '<>', 'left')
        .select((eb) => eb.fn.max('roundsWaited').as('longest'))
        .executeTakeFirstOrThrow();
      for (const chunk of chunksOf(people))
        await db
          .updateTable('members')
          .set({ roundsWaited: (longest ?? 0) + 1 })
          .where('programmeId', '=', programme)
          .where('personId', 'in', chunk)
          .execute();
    },
    countWaiting: async (programme, waiting, paired) => {
      for (const people of chunksOf(waiting)) {
        await db
          .updateTable('members')
          .set((eb) => ({ roundsWaited: eb('roundsWaited', '+', 1) }))
          .where('programmeId', '=', programme)
          .where('personId', 'in', people)
          .execute();
      }
      for (const people of chunksOf(paired)) {
        await db
          .updateTable('members')
          .set({ roundsWaited: 0 })
          .where('programmeId', '=', programme)
          .where('personId', 'in', people)
          .execute();
      }
    },
  };
}

/** Someone who left may join again: with the topics they had, and their waiting counted anew. */
async function join(
  db: WriteDb['db'],
  { programmeId, personId, rhythm, mentorCapacity, at }: Parameters<MemberWrites['join']>[0],
): Promise<void> {
  const fresh = {
    state: 'joined' as const,
    pausedUntilOn: null,
    rhythm,
    mentorCapacity,
    isVisibleToManager: false,
    roundsWaited: 0,
    joinedAt: at,
    leftAt: null,
    updatedAt: at,
  };
  const again = await db
    .updateTable('members')
    .set(fresh)
    .where('programmeId', '=', programmeId)
    .where('personId', '=', personId)
    .where('state', '=', 'left')
    .executeTakeFirst();
  if (again.numUpdatedRows > 0n) return;
  try {
    await db
      .insertInto('members')
      .values({ programmeId, personId, ...fresh })
      .execute();
  } catch (error) {
    throw error instanceof UniqueViolation ? new Refusal('already-a-member') : error;
  }
}

async function membersOf(
  { db }: ReadDb,
  person: PersonId,
  programme: ProgrammeId | null,
): Promise<readonly Member[]> {
  const members = await db
    .selectFrom('members')
    .where('personId', '=', person)
    .$if(programme !== null, (query) => query.where('programmeId', '=', programme))
    .selectAll()
    .orderBy('joinedAt')
    .orderBy('programmeId')
    .execute();
  if (members.length === 0) return [];
  const topics = await db
    .selectFrom('memberTopics')
    .where('personId', '=', person)
    .where(
      'programmeId',
      'in',
      members.map((member) => member.programmeId),
    )
    .select(['programmeId', 'topicId', 'side'])
    .orderBy('topicId')
    .execute();
  return members.map((row) => {
    const own = topics.filter((topic) => topic.programmeId === row.programmeId);
    return memberOf(row, own);
  });
}

function memberOf(
  row: Selectable<MembersTable>,
  topics: readonly { readonly topicId: Member['offers'][number]; readonly side: 'offer' | 'need' }[],
): Member {
  const of = (side: 'offer' | 'need') =>
    topics.filter((topic) => topic.side === side).map((topic) => topic.topicId);
  return {
    programmeId: row.programmeId,
    personId: row.personId,
    state: row.state,
    pausedUntil: row.pausedUntilOn,
    rhythm: row.rhythm,
    mentorCapacity: row.mentorCapacity,
    visibleToManager: row.isVisibleToManager,
    offers: of('offer'),
    needs: of('need'),
    joinedAt: row.joinedAt,
    roundsWaited: row.roundsWaited,
  };
}
