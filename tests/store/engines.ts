import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Engine } from '../../bot/store/engine.ts';
import { migrate } from '../../bot/store/migrate.ts';
import { wrappingKeyOf } from '../../bot/store/sealing/key-file.ts';
import type { WrappingKey } from '../../bot/store/sealing/wrapping-key.ts';
import { openSqlite } from '../../bot/store/sqlite/open-sqlite.ts';
import { testStoreOn } from '../helpers/store.ts';
import type { TestStore } from '../helpers/store.ts';
import { dropShared, emptyShared, SERVER, sharedEngine } from './mssql-server.ts';

/** A database that exists for one test, and can be opened as often as there would be processes. */
export interface TestDatabase {
  open(wrappingKey?: WrappingKey): Promise<TestStore>;
  /** The tables alone, without the nouns over them. */
  openEngine(): Promise<Engine>;
  /** Closes what was opened and takes the database away. */
  drop(): Promise<void>;
}

export interface TestEngine {
  readonly name: string;
  create(): Promise<TestDatabase>;
}

const sqlite: TestEngine = {
  name: 'SQLite',
  create: async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'alongside-store-'));
    const key = wrappingKeyOf(randomBytes(32));
    const opened: Engine[] = [];
    const openEngine = async (): Promise<Engine> => {
      const engine = await openSqlite(path.join(folder, 'store.db'));
      opened.push(engine);
      await migrate(engine);
      return engine;
    };
    return {
      open: async (wrappingKey = key) => testStoreOn(await openEngine(), wrappingKey),
      openEngine,
      drop: async () => {
        for (const engine of opened) await engine.close();
        await rm(folder, { recursive: true, force: true });
      },
    };
  },
};

const onServer = (server: string): TestEngine => ({
  name: 'SQL Server',
  create: async () => {
    const key = wrappingKeyOf(randomBytes(32));
    let count = 0;
    const openEngine = (): Promise<Engine> => sharedEngine(server, count++);
    return {
      open: async (wrappingKey = key) => testStoreOn(await openEngine(), wrappingKey),
      openEngine,
      drop: emptyShared,
    };
  },
});

if (SERVER === null)
  console.warn('SKIPPED: the store on SQL Server, as ALONGSIDE_TEST_MSSQL names no server');
else after(dropShared);

/** Every engine that the contract of the store is held against. */
export const engines: readonly TestEngine[] = SERVER === null ? [sqlite] : [sqlite, onServer(SERVER)];

/** Describes one part of the store on every engine, with a fresh database for each test. */
export function onEveryEngine(
  part: string,
  tests: (given: { store: () => TestStore; another: () => Promise<TestStore> }) => void,
): void {
  for (const engine of engines) {
    describe(`${part} on ${engine.name}`, () => {
      let database: TestDatabase;
      let store: TestStore;
      beforeEach(async () => {
        database = await engine.create();
        store = await database.open();
      });
      afterEach(() => database.drop());
      tests({ store: () => store, another: () => database.open() });
    });
  }
}

/** For `assert.rejects`: the domain says no with this code. */
export const refusal = (code: string) => ({ name: 'Refusal', code });
