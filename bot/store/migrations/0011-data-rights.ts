import { create } from './table.ts';
import type { Migration, MigrationContext } from './table.ts';

/** What keeps months from being subtracted, lets things go when their time is over, and people come in from Graph. */
export const dataRights: Migration = {
  number: 11,
  name: 'data-rights',
  async up(context) {
    await createReleasedCohorts(context);
    await createDirectorySyncs(context);
    const { db } = context;
    await db.schema.createIndex('ix_people_left').on('people').columns(['leftAt']).execute();
    await db.schema.createIndex('ix_pairings_ended').on('pairings').columns(['endedAt']).execute();
    await db.schema.createIndex('ix_data_keys_wrapping').on('dataKeys').columns(['wrappingKeyId']).execute();
  },
};

async function createReleasedCohorts({ db, columns, tableEnd }: MigrationContext): Promise<void> {
  await create(
    db.schema
      .createTable('releasedCohorts')
      .addColumn('programmeId', columns.uuid, (c) => c.notNull())
      .addColumn('question', columns.text(50), (c) => c.notNull())
      .addColumn('period', columns.text(10), (c) => c.notNull())
      // No foreign key: the id of someone whose data was erased is nobody's.
      .addColumn('personId', columns.uuid, (c) => c.notNull())
      .addColumn('scopeKey', columns.text(40), (c) => c.notNull())
      .addPrimaryKeyConstraint('pk_released_cohorts', ['programmeId', 'question', 'period', 'personId'])
      .addForeignKeyConstraint('fk_released_cohorts_programme', ['programmeId'], 'programmes', ['id']),
    tableEnd.narrow,
  );
  await db.schema
    .createIndex('ix_released_cohorts_person')
    .on('releasedCohorts')
    .columns(['personId'])
    .execute();
}

async function createDirectorySyncs({ db, columns, tableEnd }: MigrationContext): Promise<void> {
  await create(
    db.schema
      .createTable('directorySyncs')
      .addColumn('tenantId', columns.uuid, (c) => c.notNull())
      .addColumn('link', columns.json, (c) => c.notNull())
      .addColumn('isComplete', columns.bool, (c) => c.notNull())
      .addColumn('startedAt', columns.instant, (c) => c.notNull())
      .addColumn('updatedAt', columns.instant, (c) => c.notNull())
      .addPrimaryKeyConstraint('pk_directory_syncs', ['tenantId']),
    tableEnd.wide,
  );
}
