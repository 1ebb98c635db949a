import { randomBytes } from 'node:crypto';
import type { Store } from '../../bot/core/ports/store.ts';
import type { WriteDb } from '../../bot/store/db.ts';
import type { Engine } from '../../bot/store/engine.ts';
import { migrate } from '../../bot/store/migrate.ts';
import { storeOn } from '../../bot/store/open.ts';
import { sealingOver } from '../../bot/store/sealing/data-keys.ts';
import { wrappingKeyOf } from '../../bot/store/sealing/key-file.ts';
import type { WrappingKey } from '../../bot/store/sealing/wrapping-key.ts';
import { openSqlite } from '../../bot/store/sqlite/open-sqlite.ts';
import { borrowEngine, dropBorrowed, ON_SERVER, ownerOf } from '../store/mssql-server.ts';

const IN_MEMORY = ':memory:';
// Processes that a test starts have no mocha, and keep nothing in memory.
if (ON_SERVER !== null && 'after' in globalThis) after(dropBorrowed);

/** The store as the program has it, and what lies under it for tests that must look or write there. */
export interface TestStore extends Store {
  readonly engine: Engine;
  /** A transaction below the nouns, for rows that no port writes: people of the directory, for one. */
  write<T>(work: (db: WriteDb) => Promise<T>): Promise<T>;
}

/** A real store with all its tables and a wrapping key that nobody keeps; in memory where no file is named. Close it. */
export async function openTestStore(
  sqliteFile = IN_MEMORY,
  wrappingKey: WrappingKey = wrappingKeyOf(randomBytes(32)),
): Promise<TestStore> {
  if (ON_SERVER !== null && sqliteFile === IN_MEMORY)
    return testStoreOn(await borrowEngine(ON_SERVER), wrappingKey);
  const engine = await openSqlite(sqliteFile);
  await migrate(engine);
  return testStoreOn(engine, wrappingKey);
}

export function testStoreOn(engine: Engine, wrappingKey: WrappingKey): TestStore {
  const store = storeOn(engine, wrappingKey);
  return {
    get reads() {
      return store.reads;
    },
    transaction: (work, meeting) => store.transaction(work, meeting),
    clock: () => store.clock(),
    close: () => store.close(),
    engine,
    write: (work) =>
      ownerOf(engine).transact((db) =>
        work({
          db,
          engine: engine.name,
          sealing: sealingOver(db, wrappingKey, new Map(), () => new Date()),
        }),
      ),
  };
}
