import type { PersonId, TenantId } from '../../core/ids.ts';
import type { DirectoryChange } from '../../core/ports/directory.ts';
import { onLoops } from '../../core/reporting/loops.ts';
import type { WriteDb } from '../db.ts';
import { setManagers } from '../people.ts';
import { inChunks } from '../portable.ts';

/** Who reports to whom, once everybody is there. */
export const applyManagers = {
  /** Sets the managers that these changes name; one whom nobody knows, or who is gone, is nobody. */
  of: async (store: WriteDb, tenant: TenantId, changes: readonly DirectoryChange[]): Promise<void> => {
    const told = changes.filter((change) => !change.gone && change.managerObjectId !== undefined);
    const ids = told.flatMap(({ objectId, managerObjectId }) => [objectId, managerObjectId ?? objectId]);
    const rows = await inChunks(ids, (chunk) =>
      store.db
        .selectFrom('people')
        .where('tenantId', '=', tenant)
        .where('objectId', 'in', chunk)
        .where('leftAt', 'is', null)
        .select(['id', 'objectId'])
        .execute(),
    );
    const idOf = new Map(rows.map((row) => [row.objectId, row.id]));
    const managers = told.flatMap(({ objectId, managerObjectId }): [PersonId, PersonId | null][] => {
      const person = idOf.get(objectId);
      return person === undefined ? [] : [[person, idOf.get(managerObjectId ?? null) ?? null]];
    });
    await setManagers(store, new Map(managers));
  },

  /** Opens loops, so that nobody is their own boss at any depth, takes lines to who is gone, and notes who has reports. */
  finish: async (store: WriteDb, tenant: TenantId): Promise<void> => {
    const { db } = store;
    const people = await db
      .selectFrom('people')
      .where('tenantId', '=', tenant)
      .select(['id', 'managerId', 'leftAt', 'isPeopleManager'])
      .execute();
    const placeOf = new Map(people.map(({ id }, place) => [id, place]));
    const managerOf = Int32Array.from(people, ({ managerId }) =>
      managerId === null ? -1 : (placeOf.get(managerId) ?? -1),
    );
    const cut = new Set(onLoops(managerOf));
    people.forEach(({ leftAt }, place) => {
      const manager = people[managerOf[place] ?? -1];
      if (leftAt === null && manager !== undefined && manager.leftAt !== null) cut.add(place);
    });
    await setManagers(store, new Map([...cut].flatMap((place) => pairOf(people[place]))));
    const leading = new Set(
      people.flatMap(({ managerId, leftAt }) => (leftAt === null ? managerId : null) ?? []),
    );
    const newly = people.filter(({ id, isPeopleManager }) => !isPeopleManager && leading.has(id));
    await inChunks(
      newly.map(({ id }) => id),
      async (chunk) => {
        await db.updateTable('people').set({ isPeopleManager: true }).where('id', 'in', chunk).execute();
        return [];
      },
    );
  },
};

const pairOf = (row: { readonly id: PersonId } | undefined): [PersonId, null][] =>
  row === undefined ? [] : [[row.id, null]];
