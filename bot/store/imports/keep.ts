import { sql } from 'kysely';
import type { TenantId } from '../../core/ids.ts';
import type { ImportId, ImportWrites } from '../../core/ports/imports.ts';
import type { ReadDb, WriteDb } from '../db.ts';

/** Whose import this is. */
export async function tenantOf({ db }: ReadDb, id: ImportId): Promise<TenantId> {
  const row = await db
    .selectFrom('imports')
    .where('id', '=', id)
    .select('tenantId')
    .executeTakeFirstOrThrow();
  return row.tenantId;
}

/** Adds those who stay as they are to the staged, so that reporting lines have everyone in one place. */
export function keepWrites(store: WriteDb): Pick<ImportWrites, 'keep'> {
  return {
    keep: async (id, which) => {
      const tenant = await tenantOf(store, id);
      await store.db
        .insertInto('stagedPeople')
        .columns([
          'importId',
          'position',
          'line',
          'status',
          'personId',
          'directoryId',
          'objectId',
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
          'managerDirectoryId',
          'offersJson',
          'needsJson',
          'topicsPrint',
        ])
        .expression(keptRows(store, tenant, id, await positions(store, id), which))
        .execute();
    },
  };
}

/** One more than the last position. */
export async function positions({ db }: ReadDb, id: ImportId): Promise<number> {
  const { last } = await db
    .selectFrom('stagedPeople')
    .where('importId', '=', id)
    .select((eb) => eb.fn.max('position').as('last'))
    .executeTakeFirstOrThrow();
  return (last ?? -1) + 1;
}

function keptRows({ db }: ReadDb, tenant: TenantId, id: ImportId, start: number, which: 'held' | 'everyone') {
  const place = sql<number>`row_number() over (order by ${sql.ref('people.id')}) - 1 + ${sql.lit(start)}`;
  const nothing = sql<string>`${sql.lit('[]')}`;
  return db
    .selectFrom('people')
    .leftJoin('people as manager', 'manager.id', 'people.managerId')
    .where('people.tenantId', '=', tenant)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('stagedPeople as row')
            .where('row.importId', '=', id)
            .whereRef('row.directoryId', '=', 'people.directoryId')
            .select('row.position'),
        ),
      ),
    )
    .where((eb) => {
      const held = eb.exists(
        eb
          .selectFrom('heldPeople as held')
          .where('held.importId', '=', id)
          .whereRef('held.directoryId', '=', 'people.directoryId')
          .select('held.line'),
      );
      return which === 'held' ? held : eb.or([held, eb('people.leftAt', 'is', null)]);
    })
    .select([
      sql<ImportId>`${id}`.as('importId'),
      place.as('position'),
      sql.lit(0).as('line'),
      sql<'kept'>`${sql.lit('kept')}`.as('status'),
      'people.id as personId',
      'people.directoryId',
      'people.objectId',
      'people.displayName',
      'people.nameKey',
      'people.searchText',
      'people.email',
      'people.jobTitle',
      'people.department',
      'people.level',
      'people.yearsExperience',
      'people.isPeopleManager',
      'people.country',
      'people.timeZone',
      'people.languages',
      'manager.directoryId as managerDirectoryId',
      nothing.as('offersJson'),
      nothing.as('needsJson'),
      sql<string>`${sql.lit('')}`.as('topicsPrint'),
    ]);
}
