import { CORRECTION_KINDS } from '../../core/round.ts';
import { create, oneOf } from './table.ts';
import type { Migration } from './table.ts';

/** What coordinators decided by hand about a preview. */
export const corrections: Migration = {
  number: 15,
  name: 'corrections',
  async up({ db, columns, tableEnd }) {
    await create(
      db.schema
        .createTable('roundCorrections')
        .addColumn('roundId', columns.uuid, (c) => c.notNull())
        .addColumn('position', columns.int, (c) => c.notNull())
        .addColumn('kind', columns.text(10), (c) => c.notNull())
        .addColumn('personId', columns.uuid, (c) => c.notNull())
        .addColumn('otherPersonId', columns.uuid, (c) => c.notNull())
        .addColumn('createdBy', columns.uuid)
        .addColumn('createdAt', columns.instant, (c) => c.notNull())
        .addPrimaryKeyConstraint('pk_round_corrections', ['roundId', 'position'])
        .addForeignKeyConstraint('fk_round_corrections_round', ['roundId'], 'rounds', ['id'])
        .addForeignKeyConstraint('fk_round_corrections_person', ['personId'], 'people', ['id'])
        .addForeignKeyConstraint('fk_round_corrections_other', ['otherPersonId'], 'people', ['id'])
        .addCheckConstraint('ck_round_corrections_kind', oneOf('kind', CORRECTION_KINDS)),
      tableEnd.narrow,
    );
    const index = (name: string) => db.schema.createIndex(name).on('roundCorrections');
    await index('ix_round_corrections_person').columns(['personId']).execute();
    await index('ix_round_corrections_other').columns(['otherPersonId']).execute();
  },
};
