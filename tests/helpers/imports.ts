import assert from 'node:assert/strict';
import { importPeople } from '../../bot/actions/import-people.ts';
import type { TenantId } from '../../bot/core/ids.ts';
import type { ImportReport } from '../../bot/core/import.ts';
import type { Person } from '../../bot/core/person.ts';
import type { Store } from '../../bot/core/ports/store.ts';
import { openPeopleCsv } from '../../bot/directory/csv/people-csv.ts';
import { newId } from '../../bot/new-id.ts';
import { NOW, TENANT } from './builders.ts';
import { HEADER, withFile } from './people-file.ts';
import type { TestStore } from './store.ts';

export interface ImportOptions {
  readonly dryRun?: boolean;
  readonly skipBadRows?: boolean;
  readonly at?: Date;
  readonly tenantId?: TenantId;
}

/** Imports a file as `npm run people` does. */
export async function importFile(
  store: Store,
  path: string,
  { dryRun = false, skipBadRows = false, at = NOW, tenantId = TENANT }: ImportOptions = {},
): Promise<ImportReport> {
  const { rows } = await openPeopleCsv(path);
  return importPeople({ store, now: () => at, newId }, { tenantId, rows, dryRun, skipBadRows });
}

/** Imports these rows under the usual header. */
export function importRows(
  store: Store,
  rows: readonly string[],
  options?: ImportOptions,
): Promise<ImportReport> {
  return withFile(`${[HEADER, ...rows].join('\n')}\n`, (path) => importFile(store, path, options));
}

export async function personOf(store: Store, directoryId: string): Promise<Person> {
  const found = await store.reads.people.byDirectoryId(TENANT, directoryId);
  assert.ok(found, `${directoryId} is not there`);
  return found;
}

/** The directory id of someone's manager. */
export async function managerOf(store: Store, directoryId: string): Promise<string | null> {
  const { managerId } = await personOf(store, directoryId);
  return managerId === null ? null : ((await store.reads.people.byId(managerId))?.directoryId ?? '?');
}

/** What imports have left set aside. */
export function stagedIn(store: TestStore): Promise<readonly unknown[]> {
  return store.engine.read.selectFrom('stagedPeople').select('position').execute();
}
