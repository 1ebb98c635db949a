import { sql } from 'kysely';
import type { PersonId, ProgrammeId, TopicId } from '../core/ids.ts';
import { DEFAULT_HOURS } from '../core/person.ts';
import type { PairingPool, PoolMember } from '../core/ports/rounds.ts';
import type { ProgrammeSettings } from '../core/programme.ts';
import type { PairingKind, Role } from '../core/round.ts';
import type { ReadDb } from './db.ts';
import { fromJson, fromTags } from './json.ts';
import { daysOf } from './people.ts';
import { chunksOf } from './portable.ts';
import { guidedSince } from './pool-guided.ts';
import { forbiddenPairs } from './pool-forbidden.ts';

/** Members whose topics are read at a time. */
const STRETCH = 5000;

/** Everything that a round needs, in a handful of set queries whatever the number of members. */
export async function pool(
  store: ReadDb,
  programme: ProgrammeId,
  query: { day: string; cooldownSince: Date; guidedSince: Date },
): Promise<PairingPool> {
  const rows = await memberRows(store, programme, query.day);
  const topics = await topicsOf(
    store,
    programme,
    rows.map((row) => row.id),
  );
  const places = await placesTaken(store, programme);
  const peers = await pairsPeers(store, programme);
  const guided = await guidedSince(store, programme, query.guidedSince);
  const members = rows.map((row): PoolMember => {
    const taken = places.get(row.id);
    const needs = topics.get(row.id)?.need ?? [];
    const free = (taken?.asMentee ?? 0) === 0 && (peers || needs.length > 0);
    return {
      personId: row.id,
      level: row.level,
      yearsExperience: row.yearsExperience,
      department: row.department,
      timeZone: row.ownTimeZone ?? row.timeZone,
      languages: fromTags(row.ownLanguages ?? row.languages),
      hours:
        row.workDays === null || row.startMinute === null || row.endMinute === null
          ? DEFAULT_HOURS
          : { days: daysOf(row.workDays), startMinute: row.startMinute, endMinute: row.endMinute },
      offers: topics.get(row.id)?.offer ?? [],
      needs,
      freeAsMentor: Math.max(0, row.mentorCapacity - (taken?.asMentor ?? 0)),
      freeAsMentee: free ? 1 : 0,
      roundsWaited: row.roundsWaited,
      guidedLately: guided.get(row.id) ?? 0,
    };
  });
  return {
    members,
    managerOf: await managers(store, programme),
    forbidden: await forbiddenPairs(store, programme, query.cooldownSince),
  };
}

/** Joined, or paused until a day that has come; not gone from the company. */
function memberRows({ db }: ReadDb, programme: ProgrammeId, day: string) {
  return db
    .selectFrom('members')
    .innerJoin('people', 'people.id', 'members.personId')
    .leftJoin('preferences', 'preferences.personId', 'members.personId')
    .where('members.programmeId', '=', programme)
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
    .orderBy('people.id')
    .execute();
}

type Topics = { readonly offer: TopicId[]; readonly need: TopicId[] };

/** Read a stretch of members at a time, and with one string for each id: there may be a million rows. */
async function topicsOf(
  { db }: ReadDb,
  programme: ProgrammeId,
  people: readonly PersonId[],
): Promise<ReadonlyMap<PersonId, Topics>> {
  const topics = new Map(people.map((person): [PersonId, Topics] => [person, { offer: [], need: [] }]));
  const known = new Map<TopicId, TopicId>();
  for (const stretch of chunksOf(people, STRETCH)) {
    const [from, to] = [stretch.at(0), stretch.at(-1)];
    if (from === undefined || to === undefined) break;
    const rows = await db
      .selectFrom('memberTopics')
      .where('programmeId', '=', programme)
      .where('personId', '>=', from)
      .where('personId', '<=', to)
      .select(['personId', 'side', 'topicId'])
      .orderBy('personId')
      .orderBy('side')
      .orderBy('topicId')
      .execute();
    for (const { personId, side, topicId } of rows) {
      const id = known.get(topicId) ?? topicId;
      known.set(id, id);
      topics.get(personId)?.[side].push(id);
    }
  }
  return topics;
}

interface Places {
  readonly asMentor: number;
  readonly asMentee: number;
}

/** In an exchange each is mentor and mentee; whoever is a peer has found company. */
export function placesOf(kind: PairingKind, role: Role): Places {
  if (kind === 'exchange') return { asMentor: 1, asMentee: 1 };
  return role === 'mentor' ? { asMentor: 1, asMentee: 0 } : { asMentor: 0, asMentee: 1 };
}

/** Places that pairings and open proposals take now. */
async function placesTaken({ db }: ReadDb, programme: ProgrammeId): Promise<ReadonlyMap<PersonId, Places>> {
  const paired = db
    .selectFrom('pairings')
    .innerJoin('pairingPeople', 'pairingPeople.pairingId', 'pairings.id')
    .where('pairings.programmeId', '=', programme)
    .where('pairings.state', '<>', 'ended')
    .select(['pairingPeople.personId', 'pairings.kind', 'pairingPeople.role']);
  const proposed = db
    .selectFrom('proposals')
    .innerJoin('proposalPeople', 'proposalPeople.proposalId', 'proposals.id')
    .where('proposals.programmeId', '=', programme)
    .where(sql<boolean>`proposals.state = 'open'`)
    .select(['proposalPeople.personId', 'proposals.kind', 'proposalPeople.role']);
  const places = new Map<PersonId, Places>();
  for (const { personId, kind, role } of await paired.unionAll(proposed).execute()) {
    const known = places.get(personId) ?? { asMentor: 0, asMentee: 0 };
    const more = placesOf(kind, role);
    places.set(personId, {
      asMentor: known.asMentor + more.asMentor,
      asMentee: known.asMentee + more.asMentee,
    });
  }
  return places;
}

async function managers({ db }: ReadDb, programme: ProgrammeId): Promise<ReadonlyMap<PersonId, PersonId>> {
  const rows = await db
    .selectFrom('people')
    .innerJoin('programmes', 'programmes.tenantId', 'people.tenantId')
    .where('programmes.id', '=', programme)
    .where('people.managerId', 'is not', null)
    .select(['people.id', 'people.managerId'])
    .execute();
  const managerOf = new Map<PersonId, PersonId>();
  for (const { id, managerId } of rows) if (managerId !== null) managerOf.set(id, managerId);
  return managerOf;
}

async function pairsPeers({ db }: ReadDb, programme: ProgrammeId): Promise<boolean> {
  const row = await db
    .selectFrom('programmes')
    .where('id', '=', programme)
    .select('settingsJson')
    .executeTakeFirst();
  return row !== undefined && fromJson<ProgrammeSettings>(row.settingsJson).mode !== 'mentoring';
}
