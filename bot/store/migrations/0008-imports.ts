import { create } from './table.ts';
import type { Migration, MigrationContext } from './table.ts';

export const imports: Migration = {
  number: 8,
  name: 'imports',
  async up(context) {
    await createImports(context);
    await createStagedPeople(context);
    await createStagedTopics(context);
    await createHeldPeople(context);
    await createPrints(context);
  },
};

async function createImports({ db, columns, tableEnd }: MigrationContext): Promise<void> {
  await create(
    db.schema
      .createTable('imports')
      .addColumn('id', columns.uuid, (c) => c.notNull())
      .addColumn('tenantId', columns.uuid, (c) => c.notNull())
      .addColumn('startedAt', columns.instant, (c) => c.notNull())
      .addPrimaryKeyConstraint('pk_imports', ['id']),
    tableEnd.narrow,
  );
}

/** The same columns as people, and what links a row to its file. */
async function createStagedPeople({ db, columns, tableEnd }: MigrationContext): Promise<void> {
  await create(
    db.schema
      .createTable('stagedPeople')
      .addColumn('importId', columns.uuid, (c) => c.notNull())
      .addColumn('position', columns.int, (c) => c.notNull())
      .addColumn('line', columns.int, (c) => c.notNull())
      .addColumn('status', columns.text(10), (c) => c.notNull())
      .addColumn('personId', columns.uuid, (c) => c.notNull())
      .addColumn('directoryId', columns.text(200), (c) => c.notNull())
      .addColumn('objectId', columns.uuid)
      .addColumn('displayName', columns.text(200), (c) => c.notNull())
      .addColumn('nameKey', columns.text(400), (c) => c.notNull())
      .addColumn('searchText', columns.text(2000), (c) => c.notNull())
      .addColumn('email', columns.text(320), (c) => c.notNull())
      .addColumn('jobTitle', columns.text(200), (c) => c.notNull())
      .addColumn('department', columns.text(200), (c) => c.notNull())
      .addColumn('level', columns.int, (c) => c.notNull())
      .addColumn('yearsExperience', columns.int, (c) => c.notNull())
      .addColumn('isPeopleManager', columns.bool, (c) => c.notNull())
      .addColumn('country', columns.text(2), (c) => c.notNull())
      .addColumn('timeZone', columns.text(64), (c) => c.notNull())
      .addColumn('languages', columns.text(100), (c) => c.notNull())
      .addColumn('managerDirectoryId', columns.text(200))
      .addColumn('offersJson', columns.json, (c) => c.notNull())
      .addColumn('needsJson', columns.json, (c) => c.notNull())
      .addColumn('topicsPrint', columns.text(44), (c) => c.notNull())
      .addPrimaryKeyConstraint('pk_staged_people', ['importId', 'position'])
      .addForeignKeyConstraint('fk_staged_people_import', ['importId'], 'imports', ['id']),
    tableEnd.wide,
  );
  const index = (name: string, column: string) =>
    db.schema.createIndex(name).on('stagedPeople').columns(['importId', column, 'position']).execute();
  await index('ix_staged_people_directory_id', 'directoryId');
  await index('ix_staged_people_person', 'personId');
  await index('ix_staged_people_object_id', 'objectId');
}

async function createStagedTopics({ db, columns, tableEnd }: MigrationContext): Promise<void> {
  await create(
    db.schema
      .createTable('stagedTopics')
      .addColumn('importId', columns.uuid, (c) => c.notNull())
      .addColumn('number', columns.int, (c) => c.notNull())
      .addColumn('name', columns.text(120), (c) => c.notNull())
      .addColumn('nameKey', columns.text(400), (c) => c.notNull())
      .addColumn('topicId', columns.uuid)
      .addPrimaryKeyConstraint('pk_staged_topics', ['importId', 'number'])
      .addUniqueConstraint('uq_staged_topics_name', ['importId', 'nameKey'])
      .addForeignKeyConstraint('fk_staged_topics_import', ['importId'], 'imports', ['id']),
    tableEnd.narrow,
  );
}

async function createHeldPeople({ db, columns, tableEnd }: MigrationContext): Promise<void> {
  await create(
    db.schema
      .createTable('heldPeople')
      .addColumn('importId', columns.uuid, (c) => c.notNull())
      .addColumn('line', columns.int, (c) => c.notNull())
      .addColumn('directoryId', columns.text(200), (c) => c.notNull())
      .addPrimaryKeyConstraint('pk_held_people', ['importId', 'directoryId', 'line'])
      .addForeignKeyConstraint('fk_held_people_import', ['importId'], 'imports', ['id']),
    tableEnd.narrow,
  );
}

async function createPrints({ db, columns, tableEnd }: MigrationContext): Promise<void> {
  await create(
    db.schema
      .createTable('directoryPrints')
      .addColumn('personId', columns.uuid, (c) => c.notNull())
      .addColumn('topicsPrint', columns.text(44), (c) => c.notNull())
      .addPrimaryKeyConstraint('pk_directory_prints', ['personId'])
      .addForeignKeyConstraint('fk_directory_prints_person', ['personId'], 'people', ['id']),
    tableEnd.narrow,
  );
}
