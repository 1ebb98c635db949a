import type { PersonId, TenantId } from '../../core/ids.ts';
import type { Person } from '../../core/person.ts';
import type { DirectoryChange, DirectoryCounts } from '../../core/ports/directory.ts';
import type { WriteDb } from '../db.ts';
import { fold, searchTextOf } from '../fold.ts';
import { fromJson } from '../json.ts';
import { insertPeople } from '../people.ts';
import { PERSON_COLUMNS, personOf } from '../person-rows.ts';
import { first, inChunks } from '../portable.ts';
import { applyManagers } from './apply-managers.ts';

const PAGE = 1000;

export interface Round {
  readonly everyone: boolean;
  readonly at: Date;
  readonly newId: () => PersonId;
}

/** Applies what was set aside: people first, then who reports to whom, then who is gone. */
export async function applyStaged(store: WriteDb, tenant: TenantId, round: Round): Promise<DirectoryCounts> {
  const counts = { new: 0, changed: 0, gone: 0 };
  for await (const changes of stagedPages(store, tenant)) {
    const known = await knownAmong(store, tenant, changes);
    const added = changes.filter((change) => !change.gone && !known.has(change.objectId));
    await insertPeople(
      store,
      added.map((change) => newPerson(tenant, change, round.newId())),
      round.at,
    );
    counts.new += added.length;
    for (const change of changes) {
      const person = known.get(change.objectId);
      if (person === undefined) continue;
      if (change.gone) counts.gone += await markGone(store, person, round.at);
      else if (await update(store, person, change, round.at)) counts.changed += 1;
    }
  }
  if (round.everyone) counts.gone += await markUnnamed(store, tenant, round.at);
  for await (const changes of stagedPages(store, tenant)) await applyManagers.of(store, tenant, changes);
  await applyManagers.finish(store, tenant);
  return counts;
}

async function* stagedPages({ db, engine }: WriteDb, tenant: TenantId): AsyncGenerator<DirectoryChange[]> {
  for (let after: string | null = null; ;) {
    const staged = db
      .selectFrom('directoryChanges')
      .where('tenantId', '=', tenant)
      .select(['objectId', 'changeJson'])
      .orderBy('objectId');
    const following = after === null ? staged : staged.where('objectId', '>', after);
    const rows: { objectId: string; changeJson: string }[] = await first(engine, following, PAGE).execute();
    const last = rows.at(-1);
    if (last === undefined) return;
    yield rows.map((row) => ({ ...fromJson<DirectoryChange>(row.changeJson), objectId: row.objectId }));
    if (rows.length < PAGE) return;
    after = last.objectId;
  }
}

/** Those whom we know already: by their object id, or by an HR key that is one. */
async function knownAmong(
  { db }: WriteDb,
  tenant: TenantId,
  changes: readonly DirectoryChange[],
): Promise<ReadonlyMap<string, Person>> {
  const ids = changes.map(({ objectId }) => objectId);
  const found = async (column: 'objectId' | 'directoryId') => {
    const rows = await inChunks(ids, (chunk) =>
      db
        .selectFrom('people')
        .where('tenantId', '=', tenant)
        .where(column, 'in', chunk)
        .select(PERSON_COLUMNS)
        .execute(),
    );
    return rows.map((row): [string, Person] => [row[column] ?? '', personOf(row)]);
  };
  return new Map([...(await found('directoryId')), ...(await found('objectId'))]);
}

/** Graph knows neither rungs nor years: whoever has an HR export brings them in with it. */
function newPerson(tenantId: TenantId, change: DirectoryChange, id: PersonId): Person {
  const { objectId, displayName, email, languages } = change;
  return {
    id,
    tenantId,
    directoryId: objectId,
    objectId,
    displayName: displayName || email || objectId,
    email: email ?? '',
    jobTitle: change.jobTitle ?? '',
    department: change.department ?? '',
    level: 3,
    yearsExperience: 0,
    managesPeople: false,
    country: change.country ?? '',
    timeZone: change.timeZone ?? 'Etc/UTC',
    languages: languages === undefined || languages.length === 0 ? ['en'] : languages,
    managerId: null,
    leftAt: null,
  };
}

/** Only what the directory knows better than we do; hours, zone and languages are the person's own. */
async function update({ db }: WriteDb, person: Person, change: DirectoryChange, at: Date): Promise<boolean> {
  const next = {
    objectId: change.objectId,
    displayName: change.displayName || person.displayName,
    email: change.email ?? person.email,
    jobTitle: change.jobTitle ?? person.jobTitle,
    department: change.department ?? person.department,
    country: change.country || person.country,
    leftAt: null,
  };
  const fields = Object.keys(next) as (keyof typeof next)[];
  if (fields.every((field) => next[field] === person[field])) return false;
  await db
    .updateTable('people')
    .set({
      ...next,
      nameKey: fold(next.displayName),
      searchText: searchTextOf(next.displayName, next.jobTitle, next.department),
      updatedAt: at,
    })
    .where('id', '=', person.id)
    .execute();
  return true;
}

/** Who has left reports to nobody: no line may lead through them. */
async function markGone({ db }: WriteDb, person: Person, at: Date): Promise<number> {
  if (person.leftAt !== null) return 0;
  await db
    .updateTable('people')
    .set({ leftAt: at, managerId: null, updatedAt: at })
    .where('id', '=', person.id)
    .execute();
  return 1;
}

/** After everyone was read: whoever has an account and was not among them. */
async function markUnnamed({ db }: WriteDb, tenant: TenantId, at: Date): Promise<number> {
  const { present } = await db
    .selectFrom('people')
    .where('tenantId', '=', tenant)
    .where('leftAt', 'is', null)
    .where('objectId', 'is not', null)
    .select((eb) => eb.fn.countAll<number>().as('present'))
    .executeTakeFirstOrThrow();
  const { numUpdatedRows } = await db
    .updateTable('people')
    .set({ leftAt: at, managerId: null, updatedAt: at })
    .where('people.tenantId', '=', tenant)
    .where('people.leftAt', 'is', null)
    .where('people.objectId', 'is not', null)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('directoryChanges as told')
            .where('told.tenantId', '=', tenant)
            .whereRef('told.objectId', '=', 'people.objectId')
            .select('told.objectId'),
        ),
      ),
    )
    .executeTakeFirst();
  const gone = Number(numUpdatedRows);
  // A company does not lose half of its people overnight; a permission or a filter does.
  if (gone > 10 && gone * 2 > present) throw new Error('The directory names less than half of the company');
  return gone;
}
