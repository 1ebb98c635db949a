import type { Migration } from './table.ts';

/** What a round did with those of earlier rounds, counted once when it is sent. */
export const histories: Migration = {
  number: 18,
  name: 'histories',
  async up({ db, columns }) {
    await db.schema.alterTable('rounds').addColumn('historyJson', columns.json).execute();
  },
};
