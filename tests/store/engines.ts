import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { wrappingKeyOf } from '../../bot/store/sealing/key-file.ts';
import { openTestStore } from '../helpers/store.ts';
import type { TestStore } from '../helpers/store.ts';

/** A database that exists for one test, and can be opened as often as there would be processes. */
export interface TestDatabase {
  open(): Promise<TestStore>;
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
    const opened: TestStore[] = [];
    return {
      open: async () => {
        const store = await openTestStore(path.join(folder, 'store.db'), key);
        opened.push(store);
        return store;
      },
      drop: async () => {
        for (const store of opened) await store.close();
        await rm(folder, { recursive: true, force: true });
      },
    };
  },
};

if (process.env['ALONGSIDE_TEST_MSSQL'] === undefined) {
  console.warn('SKIPPED: the store on SQL Server, as ALONGSIDE_TEST_MSSQL names no server');
} else {
  console.warn('SKIPPED: the store on SQL Server, as this version has SQLite only');
}

/** Every engine that the contract of the store is held against. */
export const engines: readonly TestEngine[] = [sqlite];

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
