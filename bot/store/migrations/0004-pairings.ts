import { PAIRING_STATES, ROLES } from '../../core/round.ts';
import { create, FIRST_PAIRING_KINDS, oneOf } from './table.ts';
import type { Migration, MigrationContext } from './table.ts';

export const pairings: Migration = {
  number: 4,
  name: 'pairings',
  async up(context) {
    await createPairings(context);
    await createPairingPeople(context);
    await createCircles(context);
  },
};

async function createPairings({ db, columns, tableEnd }: MigrationContext): Promise<void> {
  await create(
    db.schema
      .createTable('pairings')
      .addColumn('id', columns.uuid, (c) => c.notNull())
      .addColumn('programmeId', columns.uuid, (c) => c.notNull())
      .addColumn('proposalId', columns.uuid, (c) => c.notNull())
      .addColumn('kind', columns.text(20), (c) => c.notNull())
      .addColumn('state', columns.text(20), (c) => c.notNull())
      .addColumn('reasonsJson', columns.json, (c) => c.notNull())
      .addColumn('startedAt', columns.instant, (c) => c.notNull())
      .addColumn('endsAt', columns.instant, (c) => c.notNull())
      .addColumn('endedAt', columns.instant)
      .addPrimaryKeyConstraint('pk_pairings', ['id'])
      .addUniqueConstraint('uq_pairings_proposal', ['proposalId'])
      .addForeignKeyConstraint('fk_pairings_programme', ['programmeId'], 'programmes', ['id'])
      .addForeignKeyConstraint('fk_pairings_proposal', ['proposalId'], 'proposals', ['id'])
      .addCheckConstraint('ck_pairings_kind', oneOf('kind', FIRST_PAIRING_KINDS))
      .addCheckConstraint('ck_pairings_state', oneOf('state', PAIRING_STATES)),
    tableEnd.wide,
  );
  await db.schema
    .createIndex('ix_pairings_programme')
    .on('pairings')
    .columns(['programmeId', 'state', 'id'])
    .execute();
}

async function createPairingPeople({ db, columns, tableEnd }: MigrationContext): Promise<void> {
  await create(
    db.schema
      .createTable('pairingPeople')
      .addColumn('pairingId', columns.uuid, (c) => c.notNull())
      .addColumn('position', columns.int, (c) => c.notNull())
      .addColumn('personId', columns.uuid, (c) => c.notNull())
      .addColumn('role', columns.text(10), (c) => c.notNull())
      .addPrimaryKeyConstraint('pk_pairing_people', ['pairingId', 'position'])
      .addUniqueConstraint('uq_pairing_people_person', ['personId', 'pairingId'])
      .addForeignKeyConstraint('fk_pairing_people_pairing', ['pairingId'], 'pairings', ['id'])
      .addForeignKeyConstraint('fk_pairing_people_person', ['personId'], 'people', ['id'])
      .addCheckConstraint('ck_pairing_people_role', oneOf('role', ROLES)),
    tableEnd.narrow,
  );
}

async function createCircles({ db, columns, tableEnd }: MigrationContext): Promise<void> {
  await create(
    db.schema
      .createTable('circles')
      .addColumn('id', columns.uuid, (c) => c.notNull())
      .addColumn('programmeId', columns.uuid, (c) => c.notNull())
      .addColumn('topicId', columns.uuid, (c) => c.notNull())
      .addColumn('state', columns.text(20), (c) => c.notNull())
      .addColumn('startedAt', columns.instant, (c) => c.notNull())
      .addColumn('endedAt', columns.instant)
      .addPrimaryKeyConstraint('pk_circles', ['id'])
      .addForeignKeyConstraint('fk_circles_programme', ['programmeId'], 'programmes', ['id'])
      .addForeignKeyConstraint('fk_circles_topic', ['topicId'], 'topics', ['id']),
    tableEnd.wide,
  );
  await create(
    db.schema
      .createTable('circlePeople')
      .addColumn('circleId', columns.uuid, (c) => c.notNull())
      .addColumn('personId', columns.uuid, (c) => c.notNull())
      .addPrimaryKeyConstraint('pk_circle_people', ['circleId', 'personId'])
      .addForeignKeyConstraint('fk_circle_people_circle', ['circleId'], 'circles', ['id'])
      .addForeignKeyConstraint('fk_circle_people_person', ['personId'], 'people', ['id']),
    tableEnd.narrow,
  );
  await db.schema.createIndex('ix_circle_people_person').on('circlePeople').columns(['personId']).execute();
}
