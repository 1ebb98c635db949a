import type { PersonId, ProgrammeId } from '../../core/ids.ts';
import { DEFAULT_HOURS } from '../../core/person.ts';
import type { PairingPool, PoolMember, PoolQuery } from '../../core/ports/rounds.ts';
import type { ReadDb } from '../db.ts';
import { fromTags } from '../json.ts';
import { daysOf } from '../people.ts';
import { forbiddenPairs } from './forbidden.ts';
import { guidedSince } from './guided.ts';
import { managers, managersAbove } from './managers.ts';
import { placesTaken } from './places-taken.ts';
import type { Places } from './places-taken.ts';
import { memberRows, pairsPeers, topicsAmong, topicsOf } from './rows.ts';
import type { MemberRow, Topics } from './rows.ts';

/** Everything that a round needs, in a handful of set queries whatever the number of members. */
export async function pool(store: ReadDb, programme: ProgrammeId, query: PoolQuery): Promise<PairingPool> {
  const rows = await memberRows(store, programme, query.day, null);
  const ids = rows.map((row) => row.id);
  return {
    members: toMembers(rows, {
      peers: await pairsPeers(store, programme),
      places: await placesTaken(store, programme, null),
      topics: await topicsOf(store, programme, ids),
      guided: await guidedSince(store, programme, query.guidedSince, null),
    }),
    managerOf: await managers(store, programme),
    forbidden: await forbiddenPairs(store, programme, query.cooldownSince, null),
  };
}

/** The same of these people who have a place free, without a look at anybody else but those above them. */
export async function poolOf(
  store: ReadDb,
  programme: ProgrammeId,
  people: readonly PersonId[],
  query: PoolQuery,
): Promise<PairingPool> {
  const places = await placesTaken(store, programme, people);
  const rows = (await memberRows(store, programme, query.day, people)).filter((row) => {
    const taken = places.get(row.id);
    return taken === undefined || taken.asMentee === 0 || taken.asMentor < row.mentorCapacity;
  });
  const ids = rows.map((row) => row.id);
  const members = toMembers(rows, {
    peers: await pairsPeers(store, programme),
    places,
    topics: await topicsAmong(store, programme, ids),
    guided: await guidedSince(store, programme, query.guidedSince, ids),
  });
  const there = new Set(ids);
  const forbidden = await forbiddenPairs(store, programme, query.cooldownSince, ids);
  return {
    members: members.filter(({ freeAsMentor, freeAsMentee }) => freeAsMentor > 0 || freeAsMentee > 0),
    managerOf: await managersAbove(store, ids),
    forbidden: forbidden.filter(([one, other]) => there.has(one) && there.has(other)),
  };
}

interface Known {
  readonly peers: boolean;
  readonly places: ReadonlyMap<PersonId, Places>;
  readonly topics: ReadonlyMap<PersonId, Topics>;
  readonly guided: ReadonlyMap<PersonId, number>;
}

function toMembers(rows: readonly MemberRow[], { peers, places, topics, guided }: Known): PoolMember[] {
  return rows.map((row) => {
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
}
