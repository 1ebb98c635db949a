import type { Migration } from './table.ts';

/** What keeps the rates: numbered slots, a share for replies, and how much was said in each conversation. */
export const pace: Migration = {
  number: 10,
  name: 'pace',
  async up({ db, columns }) {
    await db.schema
      .alterTable('permits')
      .addColumn('issued', columns.int, (c) => c.notNull().defaultTo(0))
      .execute();
    await db.schema.alterTable('permits').addColumn('replyAt', columns.instant).execute();
    await db.schema
      .alterTable('permits')
      .addColumn('repliesIssued', columns.int, (c) => c.notNull().defaultTo(0))
      .execute();
    await db.schema.alterTable('conversations').addColumn('pacedUntil', columns.instant).execute();
  },
};
