import type { PersonId, ProgrammeId, TopicId } from '../../core/ids.ts';
import type { TopicSide } from '../../core/member.ts';
import type { ProgrammeSettings } from '../../core/programme.ts';
import { askAmong } from './among.ts';
import type { Among } from './among.ts';
import type { ReadDb } from '../db.ts';
import { fromJson } from '../json.ts';
import { chunksOf, inChunks } from '../portable.ts';

/** Members whose topics are read at a time. */
const STRETCH = 5000;

/** Joined, or paused until a day that has come; not gone from the company. */
export async function memberRows(store: ReadDb, programme: ProgrammeId, day: string, among: Among) {
  const rows = await askAmong(among, (some) => rowsOf(store, programme, day, some).execute());
  return among === null ? rows : rows.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

function rowsOf({ db }: ReadDb, programme: ProgrammeId, day: string, some: Among) {
  return db
    .selectFrom('members')
    .innerJoin('people', 'people.id', 'members.personId')
    .leftJoin('preferences', 'preferences.personId', 'members.personId')
    .where('members.programmeId', '=', programme)
    .$if(some !== null, (query) => query.where('members.personId', 'in', some ?? []))
    .where((eb) =>
      eb.or([
        eb('members.state', '=', 'joined'),
        eb.and([eb('members.state', '=', 'paused'), eb('members.pausedUntilOn', '<=', day)]),
      ]),
    )
    .where('people.leftAt', 'is', null)
    .select([
      'people.id',
      'people.level',
      'people.yearsExperience',
      'people.department',
      'people.timeZone',
      'people.languages',
      'members.mentorCapacity',
      'members.roundsWaited',
      'preferences.workDays',
      'preferences.startMinute',
      'preferences.endMinute',
      'preferences.timeZone as ownTimeZone',
      'preferences.languages as ownLanguages',
    ])
    .orderBy('people.id');
}

export type MemberRow = Awaited<ReturnType<typeof memberRows>>[number];

export type Topics = { readonly offer: TopicId[]; readonly need: TopicId[] };

/** Read a stretch of members at a time, and with one string for each id: there may be a million rows. */
export async function topicsOf(
  { db }: ReadDb,
  programme: ProgrammeId,
  people: readonly PersonId[],
): Promise<ReadonlyMap<PersonId, Topics>> {
  const { topics, add } = collecting(people);
  for (const stretch of chunksOf(people, STRETCH)) {
    const [from, to] = [stretch.at(0), stretch.at(-1)];
    if (from === undefined || to === undefined) break;
    add(await topicRows(db, programme).where('personId', '>=', from).where('personId', '<=', to).execute());
  }
  return topics;
}

/** The same of a few who do not stand side by side. */
export async function topicsAmong(
  { db }: ReadDb,
  programme: ProgrammeId,
  people: readonly PersonId[],
): Promise<ReadonlyMap<PersonId, Topics>> {
  const { topics, add } = collecting(people);
  add(await inChunks(people, (some) => topicRows(db, programme).where('personId', 'in', some).execute()));
  return topics;
}

const topicRows = (db: ReadDb['db'], programme: ProgrammeId) =>
  db
    .selectFrom('memberTopics')
    .where('programmeId', '=', programme)
    .select(['personId', 'side', 'topicId'])
    .orderBy('personId')
    .orderBy('side')
    .orderBy('topicId');

interface TopicRow {
  readonly personId: PersonId;
  readonly side: TopicSide;
  readonly topicId: TopicId;
}

function collecting(people: readonly PersonId[]) {
  const topics = new Map(people.map((person): [PersonId, Topics] => [person, { offer: [], need: [] }]));
  const known = new Map<TopicId, TopicId>();
  const add = (rows: readonly TopicRow[]): void => {
    for (const { personId, side, topicId } of rows) {
      const id = known.get(topicId) ?? topicId;
      known.set(id, id);
      topics.get(personId)?.[side].push(id);
    }
  };
  return { topics, add };
}

export async function pairsPeers({ db }: ReadDb, programme: ProgrammeId): Promise<boolean> {
  const row = await db
    .selectFrom('programmes')
    .where('id', '=', programme)
    .select('settingsJson')
    .executeTakeFirst();
  return row !== undefined && fromJson<ProgrammeSettings>(row.settingsJson).mode !== 'mentoring';
}
