import { create } from './table.ts';
import type { Migration } from './table.ts';

export const privacy: Migration = {
  number: 7,
  name: 'privacy',
  async up({ db, columns, tableEnd }) {
    await create(
      db.schema
        .createTable('releasedFigures')
        .addColumn('programmeId', columns.uuid, (c) => c.notNull())
        .addColumn('scopeId', columns.uuid, (c) => c.notNull())
        .addColumn('period', columns.text(10), (c) => c.notNull())
        .addColumn('question', columns.text(50), (c) => c.notNull())
        .addColumn('valueJson', columns.json, (c) => c.notNull())
        .addColumn('releasedAt', columns.instant, (c) => c.notNull())
        .addPrimaryKeyConstraint('pk_released_figures', ['programmeId', 'scopeId', 'period', 'question'])
        .addForeignKeyConstraint('fk_released_figures_programme', ['programmeId'], 'programmes', ['id']),
      tableEnd.wide,
    );
    // No foreign key to the actor: the audit outlives the people in it.
    await create(
      db.schema
        .createTable('audit')
        .addColumn('programmeId', columns.uuid, (c) => c.notNull())
        .addColumn('sequence', columns.int, (c) => c.notNull())
        .addColumn('at', columns.instant, (c) => c.notNull())
        .addColumn('actorId', columns.uuid)
        .addColumn('action', columns.text(100), (c) => c.notNull())
        .addColumn('object', columns.text(200), (c) => c.notNull())
        .addColumn('relation', columns.text(100), (c) => c.notNull())
        .addColumn('previousHash', columns.text(64), (c) => c.notNull())
        .addColumn('hash', columns.text(64), (c) => c.notNull())
        .addPrimaryKeyConstraint('pk_audit', ['programmeId', 'sequence'])
        .addForeignKeyConstraint('fk_audit_programme', ['programmeId'], 'programmes', ['id']),
      tableEnd.wide,
    );
  },
};
