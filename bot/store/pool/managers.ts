import type { PersonId, ProgrammeId } from '../../core/ids.ts';
import type { ReadDb } from '../db.ts';
import { inChunks } from '../portable.ts';

/** Everybody's manager in the company of a programme. */
export async function managers(
  { db }: ReadDb,
  programme: ProgrammeId,
): Promise<ReadonlyMap<PersonId, PersonId>> {
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

/** The lines above these people, step by step up to the top; nobody is asked for twice, so a loop ends by itself. */
export async function managersAbove(
  { db }: ReadDb,
  people: readonly PersonId[],
): Promise<ReadonlyMap<PersonId, PersonId>> {
  const managerOf = new Map<PersonId, PersonId>();
  for (let step = people; step.length > 0;) {
    const rows = await inChunks(step, (some) =>
      db
        .selectFrom('people')
        .where('id', 'in', some)
        .where('managerId', 'is not', null)
        .select(['id', 'managerId'])
        .execute(),
    );
    for (const { id, managerId } of rows) if (managerId !== null) managerOf.set(id, managerId);
    step = rows.flatMap(({ managerId }) => (managerId === null || managerOf.has(managerId) ? [] : managerId));
  }
  return managerOf;
}
