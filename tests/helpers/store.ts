import { randomBytes } from 'node:crypto';
import { openStore } from '../../bot/store/open.ts';
import type { Store } from '../../bot/core/ports/store.ts';
import { wrappingKeyOf } from '../../bot/store/sealing/key-file.ts';

/** A real store in memory with all its tables, and a wrapping key that nobody keeps. Close it when done. */
export function openTestStore(sqliteFile = ':memory:'): Promise<Store> {
  return openStore({ sqliteFile, wrappingKey: wrappingKeyOf(randomBytes(32)) });
}
