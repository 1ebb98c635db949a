import { sql } from 'kysely';
import { MEMBER_STATES, RHYTHMS, TOPIC_SIDES } from '../../core/member.ts';
import { PROGRAMME_STATES } from '../../core/programme.ts';
import { create, oneOf } from './table.ts';
import type { Migration, MigrationContext } from './table.ts';

export const programmes: Migration = {
  number: 2,
  name: 'programmes',
  async up(context) {
    await createProgrammes(context);
    await createCoordinators(context);
    await createMembers(context);
    await createMemberTopics(context);
  },
};

async function createProgrammes({ db, columns, tableEnd }: MigrationContext): Promise<void> {
  await create(
    db.schema
      .createTable('programmes')
      .addColumn('id', columns.uuid, (c) => c.notNull())
      .addColumn('tenantId', columns.uuid, (c) => c.notNull())
      .addColumn('name', columns.text(120), (c) => c.notNull())
      .addColumn('nameKey', columns.text(400), (c) => c.notNull())
      .addColumn('state', columns.text(20), (c) => c.notNull())
      .addColumn('settingsJson', columns.json, (c) => c.notNull())
      .addColumn('startedAt', columns.instant)
      .addColumn('version', columns.int, (c) => c.notNull())
      .addColumn('createdAt', columns.instant, (c) => c.notNull())
      .addPrimaryKeyConstraint('pk_programmes', ['id'])
      .addUniqueConstraint('uq_programmes_name', ['tenantId', 'nameKey'])
      .addCheckConstraint('ck_programmes_state', oneOf('state', PROGRAMME_STATES)),
    tableEnd.wide,
  );
  await db.schema.createIndex('ix_programmes_state').on('programmes').columns(['state', 'id']).execute();
  await create(
    db.schema
      .createTable('helpContacts')
      .addColumn('programmeId', columns.uuid, (c) => c.notNull())
      .addColumn('position', columns.int, (c) => c.notNull())
      .addColumn('country', columns.text(2), (c) => c.notNull())
      .addColumn('name', columns.text(200), (c) => c.notNull())
      .addColumn('phone', columns.text(60), (c) => c.notNull())
      .addColumn('url', columns.text(500))
      .addColumn('hours', columns.text(200), (c) => c.notNull())
      .addColumn('emergency', columns.text(20), (c) => c.notNull())
      .addPrimaryKeyConstraint('pk_help_contacts', ['programmeId', 'position'])
      .addForeignKeyConstraint('fk_help_contacts_programme', ['programmeId'], 'programmes', ['id']),
    tableEnd.wide,
  );
}

async function createCoordinators({ db, columns, tableEnd }: MigrationContext): Promise<void> {
  await create(
    db.schema
      .createTable('coordinators')
      .addColumn('programmeId', columns.uuid, (c) => c.notNull())
      .addColumn('personId', columns.uuid, (c) => c.notNull())
      .addColumn('addedBy', columns.uuid)
      .addColumn('addedAt', columns.instant, (c) => c.notNull())
      .addPrimaryKeyConstraint('pk_coordinators', ['programmeId', 'personId'])
      .addForeignKeyConstraint('fk_coordinators_programme', ['programmeId'], 'programmes', ['id'])
      .addForeignKeyConstraint('fk_coordinators_person', ['personId'], 'people', ['id']),
    tableEnd.narrow,
  );
  await db.schema.createIndex('ix_coordinators_person').on('coordinators').columns(['personId']).execute();
}

async function createMembers({ db, columns, tableEnd }: MigrationContext): Promise<void> {
  await create(
    db.schema
      .createTable('members')
      .addColumn('programmeId', columns.uuid, (c) => c.notNull())
      .addColumn('personId', columns.uuid, (c) => c.notNull())
      .addColumn('state', columns.text(20), (c) => c.notNull())
      .addColumn('pausedUntilOn', columns.day)
      .addColumn('rhythm', columns.text(20), (c) => c.notNull())
      .addColumn('mentorCapacity', columns.int, (c) => c.notNull())
      .addColumn('isVisibleToManager', columns.bool, (c) => c.notNull())
      .addColumn('roundsWaited', columns.int, (c) => c.notNull())
      .addColumn('joinedAt', columns.instant, (c) => c.notNull())
      .addColumn('leftAt', columns.instant)
      .addColumn('updatedAt', columns.instant, (c) => c.notNull())
      .addPrimaryKeyConstraint('pk_members', ['programmeId', 'personId'])
      .addForeignKeyConstraint('fk_members_programme', ['programmeId'], 'programmes', ['id'])
      .addForeignKeyConstraint('fk_members_person', ['personId'], 'people', ['id'])
      .addCheckConstraint('ck_members_state', oneOf('state', MEMBER_STATES))
      .addCheckConstraint('ck_members_rhythm', oneOf('rhythm', RHYTHMS))
      .addCheckConstraint('ck_members_capacity', sql`mentor_capacity >= 0`)
      .addCheckConstraint('ck_members_waited', sql`rounds_waited >= 0`),
    tableEnd.narrow,
  );
  await db.schema.createIndex('ix_members_person').on('members').columns(['personId']).execute();
  await db.schema
    .createIndex('ix_members_paused')
    .on('members')
    .columns(['pausedUntilOn'])
    .where('pausedUntilOn', 'is not', null)
    .execute();
}

async function createMemberTopics({ db, columns, tableEnd }: MigrationContext): Promise<void> {
  await create(
    db.schema
      .createTable('memberTopics')
      .addColumn('programmeId', columns.uuid, (c) => c.notNull())
      .addColumn('personId', columns.uuid, (c) => c.notNull())
      .addColumn('side', columns.text(10), (c) => c.notNull())
      .addColumn('topicId', columns.uuid, (c) => c.notNull())
      .addPrimaryKeyConstraint('pk_member_topics', ['programmeId', 'personId', 'side', 'topicId'])
      .addForeignKeyConstraint('fk_member_topics_member', ['programmeId', 'personId'], 'members', [
        'programmeId',
        'personId',
      ])
      .addForeignKeyConstraint('fk_member_topics_topic', ['topicId'], 'topics', ['id'])
      .addCheckConstraint('ck_member_topics_side', oneOf('side', TOPIC_SIDES)),
    tableEnd.narrow,
  );
  await create(
    db.schema
      .createTable('doNotPair')
      .addColumn('personId', columns.uuid, (c) => c.notNull())
      .addColumn('otherPersonId', columns.uuid, (c) => c.notNull())
      .addColumn('createdAt', columns.instant, (c) => c.notNull())
      .addPrimaryKeyConstraint('pk_do_not_pair', ['personId', 'otherPersonId'])
      .addForeignKeyConstraint('fk_do_not_pair_person', ['personId'], 'people', ['id'])
      .addForeignKeyConstraint('fk_do_not_pair_other', ['otherPersonId'], 'people', ['id']),
    tableEnd.narrow,
  );
}
