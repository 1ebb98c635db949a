import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ownDatabase, SERVER } from '../store/mssql-server.ts';
import type { Place, StoreName } from './place.ts';

/** A new one: a file, or a database on the server that `ALONGSIDE_TEST_MSSQL` names. */
export async function makePlace(store: StoreName = 'sqlite'): Promise<Place & { remove(): Promise<void> }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'alongside-chaos-'));
  if (store === 'mssql' && SERVER === null) throw new Error('ALONGSIDE_TEST_MSSQL names no server');
  const database = store === 'mssql' && SERVER !== null ? await ownDatabase(SERVER) : null;
  return {
    sqliteFile: path.join(folder, 'store.sqlite'),
    keyFile: path.join(folder, 'key'),
    // Many processes: a server need not have a hundred connections for them.
    mssql: database === null ? null : `${database.connectionString};Max Pool Size=5`,
    remove: async () => {
      await database?.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
