import { sql } from 'kysely';
import { OCCURRENCE_KINDS, OCCURRENCE_STATES } from '../../core/occurrence.ts';
import { create, oneOf } from './table.ts';
import type { Migration, MigrationContext } from './table.ts';

export const delivery: Migration = {
  number: 6,
  name: 'delivery',
  async up(context) {
    await createConversations(context);
    await createInbox(context);
    await createOccurrences(context);
    await createPermits(context);
  },
};

async function createConversations({ db, columns, tableEnd }: MigrationContext): Promise<void> {
  await create(
    db.schema
      .createTable('conversations')
      .addColumn('personId', columns.uuid, (c) => c.notNull())
      .addColumn('serviceUrl', columns.text(500), (c) => c.notNull())
      .addColumn('conversationId', columns.text(500), (c) => c.notNull())
      .addColumn('userId', columns.text(500), (c) => c.notNull())
      .addColumn('botId', columns.text(500), (c) => c.notNull())
      .addColumn('unreachable', columns.text(20))
      .addColumn('updatedAt', columns.instant, (c) => c.notNull())
      .addPrimaryKeyConstraint('pk_conversations', ['personId'])
      .addForeignKeyConstraint('fk_conversations_person', ['personId'], 'people', ['id'])
      .addCheckConstraint(
        'ck_conversations_unreachable',
        oneOf('unreachable', ['not-installed', 'blocked', 'gone']),
      ),
    tableEnd.wide,
  );
  await create(
    db.schema
      .createTable('dialogs')
      .addColumn('personId', columns.uuid, (c) => c.notNull())
      .addColumn('programmeId', columns.uuid)
      .addColumn('stateJson', columns.json, (c) => c.notNull())
      .addColumn('version', columns.int, (c) => c.notNull())
      .addColumn('updatedAt', columns.instant, (c) => c.notNull())
      .addPrimaryKeyConstraint('pk_dialogs', ['personId'])
      .addForeignKeyConstraint('fk_dialogs_person', ['personId'], 'people', ['id'])
      .addForeignKeyConstraint('fk_dialogs_programme', ['programmeId'], 'programmes', ['id']),
    tableEnd.wide,
  );
}

async function createInbox({ db, columns, tableEnd }: MigrationContext): Promise<void> {
  await create(
    db.schema
      .createTable('inbox')
      .addColumn('conversationId', columns.text(300), (c) => c.notNull())
      .addColumn('activityId', columns.text(100), (c) => c.notNull())
      .addColumn('receivedAt', columns.instant, (c) => c.notNull())
      .addPrimaryKeyConstraint('pk_inbox', ['conversationId', 'activityId']),
    tableEnd.narrow,
  );
  await db.schema.createIndex('ix_inbox_received').on('inbox').columns(['receivedAt']).execute();
  await create(
    db.schema
      .createTable('cardAnswers')
      .addColumn('cardKey', columns.text(200), (c) => c.notNull())
      .addColumn('answerJson', columns.json, (c) => c.notNull())
      .addColumn('answeredAt', columns.instant, (c) => c.notNull())
      .addPrimaryKeyConstraint('pk_card_answers', ['cardKey']),
    tableEnd.wide,
  );
  await db.schema.createIndex('ix_card_answers_answered').on('cardAnswers').columns(['answeredAt']).execute();
}

async function createOccurrences({ db, columns, tableEnd }: MigrationContext): Promise<void> {
  await create(
    db.schema
      .createTable('occurrences')
      .addColumn('id', columns.uuid, (c) => c.notNull())
      .addColumn('tenantId', columns.uuid, (c) => c.notNull())
      .addColumn('programmeId', columns.uuid, (c) => c.notNull())
      .addColumn('personId', columns.uuid, (c) => c.notNull())
      .addColumn('kind', columns.text(30), (c) => c.notNull())
      .addColumn('period', columns.text(100), (c) => c.notNull())
      .addColumn('subjectId', columns.uuid, (c) => c.notNull())
      .addColumn('state', columns.text(20), (c) => c.notNull())
      .addColumn('dueAt', columns.instant, (c) => c.notNull())
      .addColumn('expiresAt', columns.instant, (c) => c.notNull())
      .addColumn('attempts', columns.int, (c) => c.notNull())
      .addColumn('fence', columns.int, (c) => c.notNull())
      .addColumn('worker', columns.text(100))
      .addColumn('leaseUntil', columns.instant)
      .addColumn('activityId', columns.text(100))
      .addColumn('reason', columns.text(200))
      .addColumn('sentAt', columns.instant)
      .addColumn('updatedAt', columns.instant)
      .addPrimaryKeyConstraint('pk_occurrences', ['id'])
      .addUniqueConstraint('uq_occurrences_once', ['personId', 'programmeId', 'kind', 'period'])
      .addForeignKeyConstraint('fk_occurrences_programme', ['programmeId'], 'programmes', ['id'])
      .addForeignKeyConstraint('fk_occurrences_person', ['personId'], 'people', ['id'])
      .addCheckConstraint('ck_occurrences_kind', oneOf('kind', OCCURRENCE_KINDS))
      .addCheckConstraint('ck_occurrences_state', oneOf('state', OCCURRENCE_STATES)),
    tableEnd.wide,
  );
  await createOccurrenceIndexes(db);
}

async function createOccurrenceIndexes(db: MigrationContext['db']): Promise<void> {
  await db.schema
    .createIndex('ix_occurrences_due')
    .on('occurrences')
    .columns(['dueAt', 'id'])
    .where(sql<boolean>`state = 'due'`)
    .execute();
  await db.schema
    .createIndex('ix_occurrences_lease')
    .on('occurrences')
    .columns(['leaseUntil'])
    .where('leaseUntil', 'is not', null)
    .execute();
  await db.schema
    .createIndex('ix_occurrences_state')
    .on('occurrences')
    .columns(['programmeId', 'state'])
    .execute();
}

async function createPermits({ db, columns, tableEnd }: MigrationContext): Promise<void> {
  await create(
    db.schema
      .createTable('permits')
      .addColumn('tenantId', columns.uuid, (c) => c.notNull())
      .addColumn('nextSlotAt', columns.instant, (c) => c.notNull())
      .addColumn('pausedUntil', columns.instant)
      .addPrimaryKeyConstraint('pk_permits', ['tenantId']),
    tableEnd.narrow,
  );
}
