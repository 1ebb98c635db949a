import { CONNECTIONS } from '../../core/check-in.ts';
import { create, oneOf } from './table.ts';
import type { Migration, MigrationContext } from './table.ts';

/** What people said: every answer and text of theirs is sealed with their own data key. */
export const said: Migration = {
  number: 5,
  name: 'said',
  async up(context) {
    await createDataKeys(context);
    await createCheckIns(context);
    await createAsks(context);
    await createNotes(context);
    await createReflections(context);
  },
};

async function createDataKeys({ db, columns, tableEnd }: MigrationContext): Promise<void> {
  await create(
    db.schema
      .createTable('dataKeys')
      .addColumn('personId', columns.uuid, (c) => c.notNull())
      .addColumn('wrappedKey', columns.bytes, (c) => c.notNull())
      .addColumn('wrappingKeyId', columns.text(300), (c) => c.notNull())
      .addColumn('createdAt', columns.instant, (c) => c.notNull())
      .addPrimaryKeyConstraint('pk_data_keys', ['personId'])
      .addForeignKeyConstraint('fk_data_keys_person', ['personId'], 'people', ['id']),
    tableEnd.wide,
  );
}

async function createCheckIns({ db, columns, tableEnd }: MigrationContext): Promise<void> {
  await create(
    db.schema
      .createTable('checkIns')
      .addColumn('id', columns.uuid, (c) => c.notNull())
      .addColumn('programmeId', columns.uuid, (c) => c.notNull())
      .addColumn('pairingId', columns.uuid, (c) => c.notNull())
      .addColumn('personId', columns.uuid, (c) => c.notNull())
      .addColumn('week', columns.int, (c) => c.notNull())
      .addColumn('dueAt', columns.instant, (c) => c.notNull())
      .addColumn('moodSealed', columns.bytes)
      .addColumn('connected', columns.text(20))
      .addColumn('helpedSealed', columns.bytes)
      .addColumn('answeredAt', columns.instant)
      .addPrimaryKeyConstraint('pk_check_ins', ['id'])
      .addUniqueConstraint('uq_check_ins_week', ['pairingId', 'personId', 'week'])
      .addForeignKeyConstraint('fk_check_ins_programme', ['programmeId'], 'programmes', ['id'])
      .addForeignKeyConstraint('fk_check_ins_pairing', ['pairingId'], 'pairings', ['id'])
      .addForeignKeyConstraint('fk_check_ins_person', ['personId'], 'people', ['id'])
      .addCheckConstraint('ck_check_ins_connected', oneOf('connected', CONNECTIONS)),
    tableEnd.wide,
  );
  await db.schema.createIndex('ix_check_ins_person').on('checkIns').columns(['personId', 'dueAt']).execute();
  await db.schema
    .createIndex('ix_check_ins_answered')
    .on('checkIns')
    .columns(['programmeId', 'answeredAt'])
    .execute();
}

async function createAsks({ db, columns, tableEnd }: MigrationContext): Promise<void> {
  await create(
    db.schema
      .createTable('asks')
      .addColumn('id', columns.uuid, (c) => c.notNull())
      .addColumn('programmeId', columns.uuid, (c) => c.notNull())
      .addColumn('personId', columns.uuid, (c) => c.notNull())
      .addColumn('topicId', columns.uuid, (c) => c.notNull())
      .addColumn('state', columns.text(20), (c) => c.notNull())
      .addColumn('textSealed', columns.bytes, (c) => c.notNull())
      .addColumn('acceptedBy', columns.uuid)
      .addColumn('createdAt', columns.instant, (c) => c.notNull())
      .addColumn('closedAt', columns.instant)
      .addPrimaryKeyConstraint('pk_asks', ['id'])
      .addForeignKeyConstraint('fk_asks_programme', ['programmeId'], 'programmes', ['id'])
      .addForeignKeyConstraint('fk_asks_person', ['personId'], 'people', ['id'])
      .addForeignKeyConstraint('fk_asks_topic', ['topicId'], 'topics', ['id'])
      .addForeignKeyConstraint('fk_asks_accepted_by', ['acceptedBy'], 'people', ['id']),
    tableEnd.wide,
  );
  await db.schema.createIndex('ix_asks_person').on('asks').columns(['personId']).execute();
}

async function createNotes({ db, columns, tableEnd }: MigrationContext): Promise<void> {
  await create(
    db.schema
      .createTable('notes')
      .addColumn('id', columns.uuid, (c) => c.notNull())
      .addColumn('programmeId', columns.uuid, (c) => c.notNull())
      .addColumn('fromPersonId', columns.uuid, (c) => c.notNull())
      .addColumn('toPersonId', columns.uuid, (c) => c.notNull())
      .addColumn('textSealed', columns.bytes, (c) => c.notNull())
      .addColumn('createdAt', columns.instant, (c) => c.notNull())
      .addPrimaryKeyConstraint('pk_notes', ['id'])
      .addForeignKeyConstraint('fk_notes_programme', ['programmeId'], 'programmes', ['id'])
      .addForeignKeyConstraint('fk_notes_from', ['fromPersonId'], 'people', ['id'])
      .addForeignKeyConstraint('fk_notes_to', ['toPersonId'], 'people', ['id']),
    tableEnd.wide,
  );
  await db.schema.createIndex('ix_notes_from').on('notes').columns(['fromPersonId']).execute();
  await db.schema.createIndex('ix_notes_to').on('notes').columns(['toPersonId']).execute();
}

async function createReflections({ db, columns, tableEnd }: MigrationContext): Promise<void> {
  await create(
    db.schema
      .createTable('reflections')
      .addColumn('id', columns.uuid, (c) => c.notNull())
      .addColumn('personId', columns.uuid, (c) => c.notNull())
      .addColumn('pairingId', columns.uuid)
      .addColumn('textSealed', columns.bytes, (c) => c.notNull())
      .addColumn('createdAt', columns.instant, (c) => c.notNull())
      .addPrimaryKeyConstraint('pk_reflections', ['id'])
      .addForeignKeyConstraint('fk_reflections_person', ['personId'], 'people', ['id'])
      .addForeignKeyConstraint('fk_reflections_pairing', ['pairingId'], 'pairings', ['id']),
    tableEnd.wide,
  );
  await db.schema.createIndex('ix_reflections_person').on('reflections').columns(['personId']).execute();
}
