import { sql } from 'kysely';
import type { PersonId, TenantId } from '../core/ids.ts';
import { DEFAULT_HOURS, LOCALES } from '../core/person.ts';
import type { Locale, Person, Preferences, Weekday } from '../core/person.ts';
import type { PeopleReads, PeopleWrites } from '../core/ports/people.ts';
import type { ReadDb, WriteDb } from './db.ts';
import { fromTags, toTags } from './json.ts';
import { jsonRows } from './json-rows.ts';
import { lookUp, matches } from './people-search.ts';
import { PERSON_COLUMNS, personOf, rowOf } from './person-rows.ts';
import { chunksOf, inChunks, insertRows, paged, upsert } from './portable.ts';
import { hasReports, isAbove, reportCount, reports } from './reporting-line.ts';

export function peopleReads(store: ReadDb): PeopleReads {
  const { db } = store;
  const select = () => db.selectFrom('people').select(PERSON_COLUMNS);
  return {
    byId: async (id) => orNull(await select().where('id', '=', id).executeTakeFirst()),
    byIds: async (ids) => {
      const rows = await inChunks(ids, (chunk) => select().where('id', 'in', chunk).execute());
      return new Map(rows.map((row) => [row.id, personOf(row)]));
    },
    byObjectId: async (tenant, objectId) =>
      orNull(
        await select().where('tenantId', '=', tenant).where('objectId', '=', objectId).executeTakeFirst(),
      ),
    byDirectoryId: async (tenant, directoryId) =>
      orNull(
        await select()
          .where('tenantId', '=', tenant)
          .where('directoryId', '=', directoryId)
          .executeTakeFirst(),
      ),
    page: (tenant, query) => page(store, tenant, query),
    count: async (tenant) => {
      const known = await lookUp(store, { tenant }, '');
      const total = sql<number>`count(*)`.as('total');
      return known?.total ?? (await present(store, tenant).select(total).executeTakeFirstOrThrow()).total;
    },
    preferences: (id) => preferences(store, id),
    suggestedTopics: (id) =>
      db
        .selectFrom('personTopics')
        .where('personId', '=', id)
        .select(['topicId', 'side'])
        .orderBy('topicId')
        .execute(),
    reports: (id) => reports(store, id),
    reportCount: (id) => reportCount(store, id),
    hasReports: (id) => hasReports(store, id),
    isAbove: (manager, person) => isAbove(store, manager, person),
  };
}

export function peopleWrites({ db }: WriteDb): PeopleWrites {
  return {
    setPreferences: (id, { locale, hours, timeZone, languages }) => {
      const values = {
        locale,
        workDays: hours.days.join(''),
        startMinute: hours.startMinute,
        endMinute: hours.endMinute,
        timeZone,
        languages: languages === null ? null : toTags(languages),
      };
      return upsert(
        () => db.updateTable('preferences').set(values).where('personId', '=', id),
        () => db.insertInto('preferences').values({ personId: id, ...values }),
      );
    },
    setObjectId: async (id, objectId) => {
      await db.updateTable('people').set({ objectId }).where('id', '=', id).execute();
    },
  };
}

/** Inserts people in bulk. Managers have to be there already: give them with `setManagers` afterwards. */
export async function insertPeople(store: WriteDb, people: readonly Person[], at: Date): Promise<void> {
  const rows = people.map((person) => rowOf(person, at));
  await insertRows(store, 'people', rows);
}

/** Sets the manager of each of these people. */
export async function setManagers(
  { db, engine }: Pick<WriteDb, 'db' | 'engine'>,
  managers: ReadonlyMap<PersonId, PersonId | null>,
): Promise<void> {
  for (const chunk of chunksOf([...managers])) {
    const rows = chunk.map(([personId, managerId]) => ({ personId, managerId }));
    await db
      .updateTable('people')
      .from(jsonRows(engine, 'of', { personId: 'id', managerId: 'id' }, rows))
      .whereRef('people.id', '=', 'of.personId')
      .set((eb) => ({ managerId: eb.ref('of.managerId') }))
      .execute();
  }
}

function present({ db }: ReadDb, tenant: TenantId) {
  return db.selectFrom('people').where('people.tenantId', '=', tenant).where('people.leftAt', 'is', null);
}

async function page(
  store: ReadDb,
  tenant: TenantId,
  query: { search: string; offset: number; limit: number },
): Promise<{ people: readonly Person[]; total: number }> {
  const found = await lookUp(store, { tenant }, query.search);
  // Those found belong to the company already; naming it too would make the engine go through all of it.
  const people = found?.few
    ? store.db.selectFrom('people').where(found.few)
    : present(store, tenant).where(matches(query.search));
  const rows = await paged(
    store.engine,
    people.select(PERSON_COLUMNS).orderBy('people.nameKey').orderBy('people.id'),
    query,
  ).execute();
  const count = people.select(sql<number>`count(*)`.as('total'));
  const total = found?.total ?? (await count.executeTakeFirstOrThrow()).total;
  return { people: rows.map(personOf), total };
}

/** What someone has set; until then their language where we speak it, and ordinary hours. */
async function preferences({ db }: ReadDb, id: PersonId): Promise<Preferences> {
  const row = await db
    .selectFrom('people')
    .leftJoin('preferences', 'preferences.personId', 'people.id')
    .where('people.id', '=', id)
    .select([
      'people.languages as spoken',
      'preferences.locale',
      'preferences.workDays',
      'preferences.startMinute',
      'preferences.endMinute',
      'preferences.timeZone',
      'preferences.languages',
    ])
    .executeTakeFirst();
  const { locale, workDays, startMinute, endMinute } = row ?? {};
  return {
    locale: locale ?? spokenLocale(fromTags(row?.spoken ?? '')),
    hours:
      typeof workDays === 'string' && typeof startMinute === 'number' && typeof endMinute === 'number'
        ? { days: daysOf(workDays), startMinute, endMinute }
        : DEFAULT_HOURS,
    timeZone: row?.timeZone ?? null,
    languages: typeof row?.languages === 'string' ? fromTags(row.languages) : null,
  };
}

/** `12345` to Monday till Friday. */
export function daysOf(workDays: string): readonly Weekday[] {
  return Array.from(workDays).map((digit) => Number(digit) as Weekday);
}

function spokenLocale(languages: readonly string[]): Locale {
  const spoken = languages.find((tag) => LOCALES.some((locale) => locale === tag));
  return LOCALES.find((locale) => locale === spoken) ?? 'en';
}

function orNull(row: Parameters<typeof personOf>[0] | undefined): Person | null {
  return row === undefined ? null : personOf(row);
}
