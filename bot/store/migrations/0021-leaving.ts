import type { Migration } from './table.ts';

/** A circle goes on when one of it leaves: since when somebody is no longer in it. */
export const leaving: Migration = {
  number: 21,
  name: 'leaving',
  async up({ db, columns }) {
    await db.schema.alterTable('pairingPeople').addColumn('leftAt', columns.instant).execute();
  },
};
