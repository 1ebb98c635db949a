import type { ImportReads, ImportWrites } from '../core/ports/imports.ts';
import type { ReadDb, WriteDb } from './db.ts';
import { applyWrites } from './imports/apply.ts';
import { compareWrites } from './imports/compare.ts';
import { keepWrites, positions } from './imports/keep.ts';
import { repeatedReads, repeatedWrites } from './imports/repeated.ts';
import { reportingReads, reportingWrites } from './imports/reporting.ts';
import { stagingWrites } from './imports/staging.ts';

export function importReads(store: ReadDb): ImportReads {
  return {
    ...repeatedReads(store),
    ...reportingReads(store),
    topics: async (id) => {
      const rows = await store.db
        .selectFrom('stagedTopics')
        .where('importId', '=', id)
        .select('name')
        .orderBy('number')
        .execute();
      return rows.map((row) => row.name);
    },
    positions: (id) => positions(store, id),
    topicCount: async (id) => {
      const row = await store.db
        .selectFrom('stagedTopics')
        .where('importId', '=', id)
        .select((eb) => eb.fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow();
      return row.count;
    },
  };
}

export function importWrites(store: WriteDb): ImportWrites {
  return {
    ...stagingWrites(store),
    ...keepWrites(store),
    ...repeatedWrites(store),
    ...reportingWrites(store),
    ...compareWrites(store),
    ...applyWrites(store),
  };
}
