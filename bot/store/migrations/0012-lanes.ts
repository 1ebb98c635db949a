import { sql } from 'kysely';
import type { Migration } from './table.ts';

/** When the last slots of a tenant are used, so that each lane rests for its second. */
export const lanes: Migration = {
  number: 12,
  name: 'lanes',
  async up({ db, columns }) {
    for (const column of ['recentJson', 'recentRepliesJson'])
      await db.schema
        .alterTable('permits')
        .addColumn(column, columns.json, (c) => c.notNull().defaultTo(sql.lit('[]')))
        .execute();
  },
};
