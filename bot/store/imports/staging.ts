import { createHash } from 'node:crypto';
import type { TenantId } from '../../core/ids.ts';
import type { HeldPerson, ImportId, ImportWrites, StagedPerson } from '../../core/ports/imports.ts';
import type { WriteDb } from '../db.ts';
import { fold, searchTextOf } from '../fold.ts';
import { toJson, toTags } from '../json.ts';
import { inChunks, insertRows } from '../portable.ts';
import type { StagedPeopleTable } from '../schema/imports.ts';

/** Sets rows aside until the whole file has been read. */
export function stagingWrites(store: WriteDb): Pick<ImportWrites, 'begin' | 'stage' | 'hold' | 'finish'> {
  return {
    begin: async ({ id, tenantId, at, abandonedBefore }) => {
      for (const left of await abandoned(store, tenantId, abandonedBefore)) await clear(store, left);
      await store.db.insertInto('imports').values({ id, tenantId, startedAt: at }).execute();
    },
    stage: (id, people) => stage(store, id, people),
    hold: (id, people) => hold(store, id, people),
    finish: (id) => clear(store, id),
  };
}

async function abandoned({ db }: WriteDb, tenantId: TenantId, before: Date): Promise<readonly ImportId[]> {
  const rows = await db
    .selectFrom('imports')
    .where('tenantId', '=', tenantId)
    .where('startedAt', '<', before)
    .select('id')
    .execute();
  return rows.map((row) => row.id);
}

async function clear({ db }: WriteDb, id: ImportId): Promise<void> {
  await db.deleteFrom('stagedPeople').where('importId', '=', id).execute();
  await db.deleteFrom('stagedTopics').where('importId', '=', id).execute();
  await db.deleteFrom('heldPeople').where('importId', '=', id).execute();
  await db.deleteFrom('imports').where('id', '=', id).execute();
}

async function stage(store: WriteDb, id: ImportId, people: readonly StagedPerson[]): Promise<void> {
  const numberOf = await numberTopics(
    store,
    id,
    people.flatMap(({ person }) => [...person.offers, ...person.needs]),
  );
  const numbers = (names: readonly string[]): readonly number[] => [
    ...new Set(names.map((name) => numberOf.get(fold(name)) ?? -1)),
  ];
  const rows = people.map((staged) => rowOf(id, staged, numbers));
  await insertRows(store, 'stagedPeople', rows);
}

/** Every topic of a file gets a number the first time it comes, so that rows hold numbers and not names. */
async function numberTopics(
  store: WriteDb,
  id: ImportId,
  names: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const { db } = store;
  const nameOf = new Map(names.map((name) => [fold(name), name]));
  const known = await inChunks([...nameOf.keys()], (chunk) =>
    db
      .selectFrom('stagedTopics')
      .where('importId', '=', id)
      .where('nameKey', 'in', chunk)
      .select(['number', 'nameKey'])
      .execute(),
  );
  const numberOf = new Map(known.map((row) => [row.nameKey, row.number]));
  const { newest } = await db
    .selectFrom('stagedTopics')
    .where('importId', '=', id)
    .select((eb) => eb.fn.max('number').as('newest'))
    .executeTakeFirstOrThrow();
  const missing = [...nameOf].filter(([key]) => !numberOf.has(key));
  const rows = missing.map(([nameKey, name], place) => {
    const number = (newest ?? 0) + place + 1;
    numberOf.set(nameKey, number);
    return { importId: id, number, name, nameKey, topicId: null };
  });
  await insertRows(store, 'stagedTopics', rows);
  return numberOf;
}

function rowOf(
  importId: ImportId,
  { position, line, newId, person }: StagedPerson,
  numbers: (names: readonly string[]) => readonly number[],
): StagedPeopleTable {
  return {
    importId,
    position,
    line,
    status: 'staged',
    personId: newId,
    directoryId: person.directoryId,
    objectId: person.objectId,
    displayName: person.displayName,
    nameKey: fold(person.displayName),
    searchText: searchTextOf(person.displayName, person.jobTitle, person.department),
    email: person.email,
    jobTitle: person.jobTitle,
    department: person.department,
    level: person.level,
    yearsExperience: person.yearsExperience,
    isPeopleManager: person.managesPeople,
    country: person.country,
    timeZone: person.timeZone,
    languages: toTags(person.languages),
    managerDirectoryId: person.managerDirectoryId,
    offersJson: toJson(numbers(person.offers)),
    needsJson: toJson(numbers(person.needs)),
    topicsPrint: printOf(person.offers, person.needs),
  };
}

/** The order in which a directory lists topics says nothing. */
function printOf(offers: readonly string[], needs: readonly string[]): string {
  const keys = [offers, needs].map((names) => [...new Set(names.map(fold))].sort());
  return createHash('sha256').update(toJson(keys)).digest('base64url');
}

async function hold(store: WriteDb, importId: ImportId, people: readonly HeldPerson[]): Promise<void> {
  const rows = people.map(({ line, directoryId }) => ({ importId, line, directoryId }));
  await insertRows(store, 'heldPeople', rows);
}
