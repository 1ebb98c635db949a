import { sql } from 'kysely';
import { TOPIC_SIDES } from '../../core/member.ts';
import { LOCALES, TOPIC_KINDS } from '../../core/person.ts';
import { create, oneOf } from './table.ts';
import type { Migration, MigrationContext } from './table.ts';

export const people: Migration = {
  number: 1,
  name: 'people',
  async up(context) {
    await createPeople(context);
    await createPreferences(context);
    await createTopics(context);
  },
};

async function createPeople({ db, columns, tableEnd }: MigrationContext): Promise<void> {
  await create(
    db.schema
      .createTable('people')
      .addColumn('id', columns.uuid, (c) => c.notNull())
      .addColumn('tenantId', columns.uuid, (c) => c.notNull())
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
      .addColumn('managerId', columns.uuid)
      .addColumn('leftAt', columns.instant)
      .addColumn('createdAt', columns.instant, (c) => c.notNull())
      .addColumn('updatedAt', columns.instant, (c) => c.notNull())
      .addPrimaryKeyConstraint('pk_people', ['id'])
      .addUniqueConstraint('uq_people_directory_id', ['tenantId', 'directoryId'])
      .addForeignKeyConstraint('fk_people_manager', ['managerId'], 'people', ['id'])
      .addCheckConstraint('ck_people_level', sql`level between 1 and 5`),
    tableEnd.wide,
  );
  await db.schema
    .createIndex('uq_people_object_id')
    .unique()
    .on('people')
    .columns(['tenantId', 'objectId'])
    .where('objectId', 'is not', null)
    .execute();
  await db.schema.createIndex('ix_people_name').on('people').columns(['tenantId', 'nameKey', 'id']).execute();
  await db.schema.createIndex('ix_people_manager').on('people').columns(['managerId', 'id']).execute();
}

async function createPreferences({ db, columns, tableEnd }: MigrationContext): Promise<void> {
  await create(
    db.schema
      .createTable('preferences')
      .addColumn('personId', columns.uuid, (c) => c.notNull())
      .addColumn('locale', columns.text(10), (c) => c.notNull())
      .addColumn('workDays', columns.text(7), (c) => c.notNull())
      .addColumn('startMinute', columns.int, (c) => c.notNull())
      .addColumn('endMinute', columns.int, (c) => c.notNull())
      .addColumn('timeZone', columns.text(64))
      .addColumn('languages', columns.text(100))
      .addPrimaryKeyConstraint('pk_preferences', ['personId'])
      .addForeignKeyConstraint('fk_preferences_person', ['personId'], 'people', ['id'])
      .addCheckConstraint('ck_preferences_locale', oneOf('locale', LOCALES))
      .addCheckConstraint(
        'ck_preferences_hours',
        sql`start_minute >= 0 and start_minute < end_minute and end_minute <= 1440`,
      ),
    tableEnd.narrow,
  );
}

async function createTopics({ db, columns, tableEnd }: MigrationContext): Promise<void> {
  await create(
    db.schema
      .createTable('topics')
      .addColumn('id', columns.uuid, (c) => c.notNull())
      .addColumn('tenantId', columns.uuid, (c) => c.notNull())
      .addColumn('name', columns.text(120), (c) => c.notNull())
      .addColumn('nameKey', columns.text(400), (c) => c.notNull())
      .addColumn('kind', columns.text(20), (c) => c.notNull())
      .addColumn('aliasesJson', columns.json, (c) => c.notNull())
      .addPrimaryKeyConstraint('pk_topics', ['id'])
      .addUniqueConstraint('uq_topics_name', ['tenantId', 'nameKey'])
      .addCheckConstraint('ck_topics_kind', oneOf('kind', TOPIC_KINDS)),
    tableEnd.wide,
  );
  await create(
    db.schema
      .createTable('personTopics')
      .addColumn('personId', columns.uuid, (c) => c.notNull())
      .addColumn('side', columns.text(10), (c) => c.notNull())
      .addColumn('topicId', columns.uuid, (c) => c.notNull())
      .addPrimaryKeyConstraint('pk_person_topics', ['personId', 'side', 'topicId'])
      .addForeignKeyConstraint('fk_person_topics_person', ['personId'], 'people', ['id'])
      .addForeignKeyConstraint('fk_person_topics_topic', ['topicId'], 'topics', ['id'])
      .addCheckConstraint('ck_person_topics_side', oneOf('side', TOPIC_SIDES)),
    tableEnd.narrow,
  );
}
