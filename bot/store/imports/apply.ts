import type { TenantId } from '../../core/ids.ts';
import type { ImportId, ImportWrites } from '../../core/ports/imports.ts';
import type { ReadDb, WriteDb } from '../db.ts';
import { applyTopics } from './apply-topics.ts';
import { isGone } from './compare.ts';
import { tenantOf } from './keep.ts';

/** What a row of the file changes in a person of the store. */
const COPIED = [
  'displayName',
  'nameKey',
  'searchText',
  'email',
  'jobTitle',
  'department',
  'level',
  'yearsExperience',
  'isPeopleManager',
  'country',
  'timeZone',
  'languages',
] as const;

export function applyWrites(store: WriteDb): Pick<ImportWrites, 'apply'> {
  return {
    apply: async (id, topicIds, at) => {
      const tenant = await tenantOf(store, id);
      await freeObjectIds(store, tenant, id);
      await markGone(store, tenant, id, at);
      await insertNew(store, tenant, id, at);
      await updateChanged(store, id, at);
      await setManagers(store, tenant, id);
      await applyTopics(store, id, topicIds);
    },
  };
}

/** An account that moves from one person to another must be free before the other can have it. */
async function freeObjectIds({ db }: WriteDb, tenant: TenantId, id: ImportId): Promise<void> {
  await db
    .updateTable('people')
    .set({ objectId: null })
    .where('people.tenantId', '=', tenant)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('stagedPeople as row')
          .where('row.importId', '=', id)
          .where('row.status', 'in', ['new', 'changed'])
          .whereRef('row.objectId', '=', 'people.objectId')
          .whereRef('row.personId', '<>', 'people.id')
          .select('row.position'),
      ),
    )
    .execute();
}

/** Who has left reports to nobody: no line may lead through them. */
async function markGone({ db }: WriteDb, tenant: TenantId, id: ImportId, at: Date): Promise<void> {
  await db
    .updateTable('people')
    .set({ leftAt: at, managerId: null, updatedAt: at })
    .where('people.tenantId', '=', tenant)
    .where('people.leftAt', 'is', null)
    .where((eb) => isGone(eb, id))
    .execute();
}

async function insertNew({ db }: WriteDb, tenant: TenantId, id: ImportId, at: Date): Promise<void> {
  await db
    .insertInto('people')
    .columns(['id', 'tenantId', 'directoryId', 'objectId', ...COPIED, 'createdAt', 'updatedAt'])
    .expression((eb) =>
      eb
        .selectFrom('stagedPeople')
        .where('importId', '=', id)
        .where('status', '=', 'new')
        .select((row) => [
          'personId' as const,
          row.val(tenant).as('tenantId'),
          'directoryId' as const,
          'objectId' as const,
          ...COPIED,
          row.val(at).as('createdAt'),
          row.val(at).as('updatedAt'),
        ]),
    )
    .execute();
}

async function updateChanged({ db }: WriteDb, id: ImportId, at: Date): Promise<void> {
  await db
    .updateTable('people')
    .from('stagedPeople as row')
    .whereRef('row.personId', '=', 'people.id')
    .where('row.importId', '=', id)
    .where('row.status', '=', 'changed')
    .set((eb) => ({
      displayName: eb.ref('row.displayName'),
      nameKey: eb.ref('row.nameKey'),
      searchText: eb.ref('row.searchText'),
      email: eb.ref('row.email'),
      jobTitle: eb.ref('row.jobTitle'),
      department: eb.ref('row.department'),
      level: eb.ref('row.level'),
      yearsExperience: eb.ref('row.yearsExperience'),
      isPeopleManager: eb.ref('row.isPeopleManager'),
      country: eb.ref('row.country'),
      timeZone: eb.ref('row.timeZone'),
      languages: eb.ref('row.languages'),
      objectId: eb.fn.coalesce('row.objectId', 'people.objectId'),
      leftAt: null,
      updatedAt: at,
    }))
    .execute();
}

/** Once everyone is there. */
async function setManagers({ db }: WriteDb, tenant: TenantId, id: ImportId): Promise<void> {
  await db
    .updateTable('people')
    .set((eb) => ({
      managerId: eb
        .selectFrom('people as manager')
        .innerJoin('stagedPeople as row', 'row.managerDirectoryId', 'manager.directoryId')
        .where('manager.tenantId', '=', tenant)
        .where('row.importId', '=', id)
        .whereRef('row.personId', '=', 'people.id')
        .select('manager.id'),
    }))
    .where('people.id', 'in', touched({ db }, id))
    .execute();
}

function touched({ db }: Pick<ReadDb, 'db'>, id: ImportId) {
  return db
    .selectFrom('stagedPeople')
    .where('importId', '=', id)
    .where('status', 'in', ['new', 'changed'])
    .select('personId');
}
