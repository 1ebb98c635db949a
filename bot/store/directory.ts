import type { TenantId } from '../core/ids.ts';
import type { DirectoryChange, DirectoryReads, DirectoryWrites } from '../core/ports/directory.ts';
import { applyStaged } from './directory/apply-staged.ts';
import type { ReadDb, WriteDb } from './db.ts';
import { fromJson, toJson } from './json.ts';
import { changed, inChunks, insertedIfAbsent, insertRows } from './portable.ts';

export function directoryReads({ db }: ReadDb): DirectoryReads {
  return {
    place: async (tenant) =>
      (await db
        .selectFrom('directorySyncs')
        .where('tenantId', '=', tenant)
        .select(['link', 'isComplete'])
        .executeTakeFirst()) ?? null,
  };
}

export function directoryWrites(store: WriteDb): DirectoryWrites {
  const { db } = store;
  return {
    stage: (tenant, changes) => stage(store, tenant, changes),
    moveOn: async (tenantId, from, { link, isComplete }, at) => {
      if (from === null)
        return insertedIfAbsent(() =>
          db
            .insertInto('directorySyncs')
            .values({ tenantId, link, isComplete, startedAt: at, updatedAt: at }),
        );
      const moved = await db
        .updateTable('directorySyncs')
        .set({ link, isComplete, updatedAt: at })
        .where('tenantId', '=', tenantId)
        .where('link', '=', from)
        .executeTakeFirst();
      return changed(moved);
    },
    startOver: async (tenant) => {
      await db.deleteFrom('directoryChanges').where('tenantId', '=', tenant).execute();
      await db.deleteFrom('directorySyncs').where('tenantId', '=', tenant).execute();
    },
    applyStaged: async (tenant, round) => {
      const counts = await applyStaged(store, tenant, round);
      await db.deleteFrom('directoryChanges').where('tenantId', '=', tenant).execute();
      return counts;
    },
  };
}

async function stage(store: WriteDb, tenantId: TenantId, changes: readonly DirectoryChange[]): Promise<void> {
  const { db } = store;
  const merged = new Map<string, DirectoryChange>();
  const ids = changes.map(({ objectId }) => objectId);
  const before = await inChunks(ids, (chunk) =>
    db
      .selectFrom('directoryChanges')
      .where('tenantId', '=', tenantId)
      .where('objectId', 'in', chunk)
      .select(['objectId', 'changeJson'])
      .execute(),
  );
  for (const row of before) merged.set(row.objectId, fromJson<DirectoryChange>(row.changeJson));
  for (const change of changes) merged.set(change.objectId, { ...merged.get(change.objectId), ...change });
  await inChunks(
    before.map((row) => row.objectId),
    async (chunk) => {
      await db
        .deleteFrom('directoryChanges')
        .where('tenantId', '=', tenantId)
        .where('objectId', 'in', chunk)
        .execute();
      return [];
    },
  );
  const rows = [...merged].map(([objectId, change]) => ({ tenantId, objectId, changeJson: toJson(change) }));
  await insertRows(store, 'directoryChanges', rows);
}
