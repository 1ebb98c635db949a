import { sql } from 'kysely';
import { ANSWERS, PROPOSAL_STATES, ROLES, ROUND_STATES } from '../../core/round.ts';
import { create, FIRST_PAIRING_KINDS, oneOf } from './table.ts';
import type { Migration, MigrationContext } from './table.ts';

export const rounds: Migration = {
  number: 3,
  name: 'rounds',
  async up(context) {
    await createRounds(context);
    await createProposals(context);
    await createProposalPeople(context);
  },
};

async function createRounds({ db, columns, tableEnd }: MigrationContext): Promise<void> {
  await create(
    db.schema
      .createTable('rounds')
      .addColumn('id', columns.uuid, (c) => c.notNull())
      .addColumn('programmeId', columns.uuid, (c) => c.notNull())
      .addColumn('state', columns.text(20), (c) => c.notNull())
      .addColumn('settingsJson', columns.json, (c) => c.notNull())
      .addColumn('seed', columns.int, (c) => c.notNull())
      .addColumn('figuresJson', columns.json, (c) => c.notNull())
      .addColumn('certificateJson', columns.json)
      .addColumn('createdBy', columns.uuid)
      .addColumn('createdAt', columns.instant, (c) => c.notNull())
      .addColumn('sentAt', columns.instant)
      .addPrimaryKeyConstraint('pk_rounds', ['id'])
      .addForeignKeyConstraint('fk_rounds_programme', ['programmeId'], 'programmes', ['id'])
      .addCheckConstraint('ck_rounds_state', oneOf('state', ROUND_STATES)),
    tableEnd.wide,
  );
  await db.schema
    .createIndex('ix_rounds_programme')
    .on('rounds')
    .columns(['programmeId', 'createdAt'])
    .execute();
  await create(
    db.schema
      .createTable('leftOut')
      .addColumn('roundId', columns.uuid, (c) => c.notNull())
      .addColumn('personId', columns.uuid, (c) => c.notNull())
      .addColumn('causesJson', columns.json, (c) => c.notNull())
      .addColumn('remediesJson', columns.json, (c) => c.notNull())
      .addPrimaryKeyConstraint('pk_left_out', ['roundId', 'personId'])
      .addForeignKeyConstraint('fk_left_out_round', ['roundId'], 'rounds', ['id'])
      .addForeignKeyConstraint('fk_left_out_person', ['personId'], 'people', ['id']),
    tableEnd.wide,
  );
  await db.schema.createIndex('ix_left_out_person').on('leftOut').columns(['personId']).execute();
}

async function createProposals({ db, columns, tableEnd }: MigrationContext): Promise<void> {
  await create(
    db.schema
      .createTable('proposals')
      .addColumn('id', columns.uuid, (c) => c.notNull())
      .addColumn('programmeId', columns.uuid, (c) => c.notNull())
      .addColumn('roundId', columns.uuid, (c) => c.notNull())
      .addColumn('kind', columns.text(20), (c) => c.notNull())
      .addColumn('state', columns.text(20), (c) => c.notNull())
      .addColumn('fit', columns.int, (c) => c.notNull())
      .addColumn('reasonsJson', columns.json, (c) => c.notNull())
      .addColumn('expiresAt', columns.instant)
      .addColumn('createdAt', columns.instant, (c) => c.notNull())
      .addColumn('closedAt', columns.instant)
      .addPrimaryKeyConstraint('pk_proposals', ['id'])
      .addForeignKeyConstraint('fk_proposals_programme', ['programmeId'], 'programmes', ['id'])
      .addForeignKeyConstraint('fk_proposals_round', ['roundId'], 'rounds', ['id'])
      .addCheckConstraint('ck_proposals_kind', oneOf('kind', FIRST_PAIRING_KINDS))
      .addCheckConstraint('ck_proposals_state', oneOf('state', PROPOSAL_STATES))
      .addCheckConstraint('ck_proposals_fit', sql`fit between 0 and 1000`),
    tableEnd.wide,
  );
  await db.schema.createIndex('ix_proposals_round').on('proposals').columns(['roundId', 'id']).execute();
  await db.schema
    .createIndex('ix_proposals_programme')
    .on('proposals')
    .columns(['programmeId', 'state', 'closedAt'])
    .execute();
  await db.schema
    .createIndex('ix_proposals_open')
    .on('proposals')
    .columns(['expiresAt', 'id'])
    .where(sql<boolean>`state = 'open'`)
    .execute();
}

async function createProposalPeople({ db, columns, tableEnd }: MigrationContext): Promise<void> {
  await create(
    db.schema
      .createTable('proposalPeople')
      .addColumn('proposalId', columns.uuid, (c) => c.notNull())
      .addColumn('position', columns.int, (c) => c.notNull())
      .addColumn('personId', columns.uuid, (c) => c.notNull())
      .addColumn('role', columns.text(10), (c) => c.notNull())
      .addColumn('answer', columns.text(20))
      .addColumn('answeredAt', columns.instant)
      .addPrimaryKeyConstraint('pk_proposal_people', ['proposalId', 'position'])
      .addUniqueConstraint('uq_proposal_people_person', ['personId', 'proposalId'])
      .addForeignKeyConstraint('fk_proposal_people_proposal', ['proposalId'], 'proposals', ['id'])
      .addForeignKeyConstraint('fk_proposal_people_person', ['personId'], 'people', ['id'])
      .addCheckConstraint('ck_proposal_people_role', oneOf('role', ROLES))
      .addCheckConstraint('ck_proposal_people_answer', oneOf('answer', ANSWERS)),
    tableEnd.narrow,
  );
}
