import type { ExpressionBuilder } from 'kysely';
import type { ImportId, ImportWrites } from '../../core/ports/imports.ts';
import type { ReadDb, WriteDb } from '../db.ts';
import type { Database } from '../schema.ts';
import { tenantOf } from './keep.ts';

/** Columns that are the same in both tables and never null. */
const FACTS = [
  'displayName',
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

export function compareWrites(store: WriteDb): Pick<ImportWrites, 'compare'> {
  const { db } = store;
  const staged = (id: ImportId) =>
    db.updateTable('stagedPeople').where('importId', '=', id).where('status', '=', 'staged');
  return {
    compare: async (id) => {
      const tenant = await tenantOf(store, id);
      const known = (eb: ExpressionBuilder<Database, 'stagedPeople'>) =>
        eb
          .selectFrom('people')
          .where('people.tenantId', '=', tenant)
          .whereRef('people.directoryId', '=', 'stagedPeople.directoryId')
          .select('people.id');
      await staged(id)
        .set({ status: 'new' })
        .where((eb) => eb.not(eb.exists(known(eb))))
        .execute();
      await staged(id)
        .set((eb) => ({ personId: known(eb).$asScalar().$notNull() }))
        .execute();
      await staged(id)
        .set({ status: 'changed' })
        .where((eb) => eb.exists(differing(eb)))
        .execute();
      await staged(id).set({ status: 'unchanged' }).execute();
      const counts = await countsOf(store, id);
      return {
        new: counts.get('new') ?? 0,
        changed: counts.get('changed') ?? 0,
        unchanged: counts.get('unchanged') ?? 0,
        gone: (await countGone(store, id)).count,
      };
    },
  };
}

/** The person of a staged row, where anything about them differs. Nothing in a row about an object id leaves it alone. */
function differing(eb: ExpressionBuilder<Database, 'stagedPeople'>) {
  return eb
    .selectFrom('people')
    .leftJoin('people as manager', 'manager.id', 'people.managerId')
    .leftJoin('directoryPrints as print', 'print.personId', 'people.id')
    .whereRef('people.id', '=', 'stagedPeople.personId')
    .where((inner) =>
      inner.or([
        ...FACTS.map((fact) => inner(`people.${fact}`, '<>', inner.ref(`stagedPeople.${fact}`))),
        inner('people.leftAt', 'is not', null),
        inner.and([
          inner('stagedPeople.objectId', 'is not', null),
          inner.or([
            inner('people.objectId', 'is', null),
            inner('people.objectId', '<>', inner.ref('stagedPeople.objectId')),
          ]),
        ]),
        // Ids of a directory are never empty.
        inner(
          inner.fn.coalesce('manager.directoryId', inner.val('')),
          '<>',
          inner.fn.coalesce('stagedPeople.managerDirectoryId', inner.val('')),
        ),
        inner(
          inner.fn.coalesce('print.topicsPrint', inner.val('')),
          '<>',
          inner.ref('stagedPeople.topicsPrint'),
        ),
      ]),
    )
    .select('people.id');
}

async function countsOf({ db }: ReadDb, id: ImportId): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('stagedPeople')
    .where('importId', '=', id)
    .groupBy('status')
    .select((eb) => ['status' as const, eb.fn.countAll<number>().as('count')])
    .execute();
  return new Map(rows.map((row) => [row.status, row.count]));
}

async function countGone(store: ReadDb, id: ImportId): Promise<{ readonly count: number }> {
  const tenant = await tenantOf(store, id);
  return store.db
    .selectFrom('people')
    .where('people.tenantId', '=', tenant)
    .where('people.leftAt', 'is', null)
    .where((eb) => isGone(eb, id))
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
}

/** The file has no row for this person, and nothing says that they stay. */
export function isGone(eb: ExpressionBuilder<Database, 'people'>, id: ImportId) {
  return eb.not(
    eb.exists(
      eb
        .selectFrom('stagedPeople')
        .where('stagedPeople.importId', '=', id)
        .whereRef('stagedPeople.directoryId', '=', 'people.directoryId')
        .select('stagedPeople.position'),
    ),
  );
}
