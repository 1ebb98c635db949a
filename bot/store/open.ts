import { AsyncLocalStorage } from 'node:async_hooks';
import type { Meeting, Reads, Store, Writes } from '../core/ports/store.ts';
import { storeClock } from './clock.ts';
import { checkInReads, checkInWrites } from './check-ins.ts';
import { conversationReads, conversationWrites } from './conversations.ts';
import type { ReadDb, WriteDb } from './db.ts';
import { directoryReads, directoryWrites } from './directory.ts';
import type { Engine } from './engine.ts';
import { importReads, importWrites } from './imports.ts';
import { memberReads, memberWrites } from './members.ts';
import { migrate } from './migrate.ts';
import { occurrenceReads, occurrenceWrites } from './occurrences.ts';
import { pairingReads, pairingWrites } from './pairings.ts';
import { peopleReads, peopleWrites } from './people.ts';
import { privacyReads, privacyWrites } from './privacy.ts';
import { programmeReads, programmeWrites } from './programmes.ts';
import { roundReads, roundWrites } from './rounds.ts';
import { sealingOver } from './sealing/data-keys.ts';
import type { Unwrapped } from './sealing/data-keys.ts';
import { rewrapDataKeys } from './sealing/rewrap.ts';
import type { Rewrapped } from './sealing/rewrap.ts';
import type { WrappingKey } from './sealing/wrapping-key.ts';
import { openSqlite } from './sqlite/open-sqlite.ts';
import { topicReads, topicWrites } from './topics.ts';

export interface StorePlace {
  /** A path, or `:memory:`. */
  readonly sqliteFile: string;
  /** A connection string; where there is one, the file is not used. */
  readonly mssql?: string | null;
}

export interface StoreOptions extends StorePlace {
  readonly wrappingKey: WrappingKey;
}

/** A store whose data keys can be wrapped anew. */
export interface OpenedStore extends Store {
  /** Wraps data keys with the current wrapping key that an older one has wrapped. */
  rewrap(): Promise<Rewrapped>;
}

/**
 * Opens the store and brings its tables up to date.
 * @throws StoreError with one sentence: it cannot be opened, is no database, or is newer than this program.
 */
export async function openStore({ wrappingKey, ...place }: StoreOptions): Promise<OpenedStore> {
  const engine = await openEngine(place);
  try {
    await migrate(engine);
  } catch (error) {
    await engine.close();
    throw error;
  }
  return storeOn(engine, wrappingKey);
}

/** Opens the database itself. The driver of SQL Server is loaded only where there is one. */
export async function openEngine({ sqliteFile, mssql = null }: StorePlace): Promise<Engine> {
  if (mssql === null) return openSqlite(sqliteFile);
  const { openMssql } = await import('./mssql/open-mssql.ts');
  return openMssql(mssql);
}

/** The store over an engine that is open and up to date. */
export function storeOn(engine: Engine, wrappingKey: WrappingKey): OpenedStore {
  const unwrapped: Unwrapped = new Map();
  const sealing = (db: ReadDb['db']) => sealingOver(db, wrappingKey, unwrapped, () => new Date());
  const inside = new AsyncLocalStorage<{ open: boolean }>();
  const under: ReadDb = { db: engine.read, engine: engine.name, sealing: sealing(engine.read) };
  const reads = readsOf(under);

  async function transaction<T>(work: (tx: Writes) => Promise<T>, meeting?: Meeting): Promise<T> {
    if (inside.getStore()?.open === true) throw new Error('Transactions do not nest');
    const scope = { open: true };
    try {
      return await engine.transact(
        (db) => inside.run(scope, () => work(writesOf({ db, engine: engine.name, sealing: sealing(db) }))),
        meeting,
      );
    } finally {
      scope.open = false;
    }
  }

  return {
    get reads(): Reads {
      // They would not see what the transaction has written, and in memory would wait for its end for ever.
      if (inside.getStore()?.open === true) throw new Error('Read through the transaction that is open');
      return reads;
    },
    transaction,
    clock: () => storeClock(under),
    rewrap: () => rewrapDataKeys(engine, wrappingKey),
    close: () => engine.close(),
  };
}

function readsOf(store: ReadDb): Reads {
  return {
    people: peopleReads(store),
    topics: topicReads(store),
    programmes: programmeReads(store),
    members: memberReads(store),
    rounds: roundReads(store),
    pairings: pairingReads(store),
    checkIns: checkInReads(store),
    occurrences: occurrenceReads(store),
    conversations: conversationReads(store),
    imports: importReads(store),
    directory: directoryReads(store),
    privacy: privacyReads(store),
  };
}

function writesOf(store: WriteDb): Writes {
  const reads = readsOf(store);
  return {
    people: { ...reads.people, ...peopleWrites(store) },
    topics: { ...reads.topics, ...topicWrites(store) },
    programmes: { ...reads.programmes, ...programmeWrites(store) },
    members: { ...reads.members, ...memberWrites(store) },
    rounds: { ...reads.rounds, ...roundWrites(store) },
    pairings: { ...reads.pairings, ...pairingWrites(store) },
    checkIns: { ...reads.checkIns, ...checkInWrites(store) },
    occurrences: { ...reads.occurrences, ...occurrenceWrites(store) },
    conversations: { ...reads.conversations, ...conversationWrites(store) },
    imports: { ...reads.imports, ...importWrites(store) },
    directory: { ...reads.directory, ...directoryWrites(store) },
    privacy: { ...reads.privacy, ...privacyWrites(store) },
  };
}
