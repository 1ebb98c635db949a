import { sql } from 'kysely';
import type { PersonId } from '../core/ids.ts';
import type { ReadDb } from './db.ts';
import { first } from './portable.ts';

/** Longer than any reporting line; ends the walk up a line that runs into a loop. */
const MOST_STEPS_UP = 1000;

/**
 * Everyone below a person. Whoever stands on a loop has one manager, so walking down can only come round
 * through the person it began with: leaving that one out ends every walk.
 */
export function below({ db }: Pick<ReadDb, 'db'>, id: PersonId) {
  return db.withRecursive('below(id, leftAt)', (cte) =>
    cte
      .selectFrom('people')
      .where('people.managerId', '=', id)
      .where('people.id', '<>', id)
      .select(['people.id', 'people.leftAt'])
      .unionAll(
        cte
          .selectFrom('people')
          .innerJoin('below', 'below.id', 'people.managerId')
          .where('people.id', '<>', id)
          .select(['people.id', 'people.leftAt']),
      ),
  );
}

/** Everyone below at any depth who has not left, in order of id. */
export async function reports(store: ReadDb, id: PersonId): Promise<readonly PersonId[]> {
  const rows = await below(store, id)
    .selectFrom('below')
    .where('below.leftAt', 'is', null)
    .select('below.id')
    .execute();
  return rows.map((row) => row.id).toSorted((a, b) => (a < b ? -1 : 1));
}

export async function reportCount(store: ReadDb, id: PersonId): Promise<number> {
  const row = await below(store, id)
    .selectFrom('below')
    .where('below.leftAt', 'is', null)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return row.count;
}

export async function hasReports(store: ReadDb, id: PersonId): Promise<boolean> {
  const direct = store.db
    .selectFrom('people')
    .where('managerId', '=', id)
    .where('id', '<>', id)
    .where('leftAt', 'is', null)
    .select('id');
  if ((await first(store.engine, direct, 1).executeTakeFirst()) !== undefined) return true;
  // Someone who has left may still stand between.
  return (await reports(store, id)).length > 0;
}

export async function isAbove({ db }: ReadDb, manager: PersonId, person: PersonId): Promise<boolean> {
  if (manager === person) return false;
  const row = await db
    .withRecursive('above(id, step)', (cte) =>
      cte
        .selectFrom('people')
        .where('people.id', '=', person)
        .where('people.managerId', 'is not', null)
        .select(['people.managerId as id', sql<number>`1`.as('step')])
        .unionAll(
          cte
            .selectFrom('people')
            .innerJoin('above', 'above.id', 'people.id')
            .where('people.managerId', 'is not', null)
            .where('above.step', '<', MOST_STEPS_UP)
            .select(['people.managerId as id', sql<number>`above.step + 1`.as('step')]),
        ),
    )
    .selectFrom('above')
    .where('above.id', '=', manager)
    .select((eb) => eb.fn.countAll<number>().as('found'))
    .executeTakeFirstOrThrow();
  return row.found > 0;
}
