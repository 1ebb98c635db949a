import type { Migration } from './table.ts';

/** What "my data" looks for by person alone. */
export const ownData: Migration = {
  number: 9,
  name: 'own-data',
  async up({ db }) {
    await db.schema.createIndex('ix_member_topics_person').on('memberTopics').columns(['personId']).execute();
    await db.schema.createIndex('ix_audit_actor').on('audit').columns(['actorId', 'at']).execute();
  },
};
