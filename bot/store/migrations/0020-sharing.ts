import type { Migration } from './table.ts';

/** Who has a topic, for those who are paired one at a time while a round is out. */
export const sharing: Migration = {
  number: 20,
  name: 'sharing',
  async up({ db }) {
    await db.schema
      .createIndex('ix_member_topics_topic')
      .on('memberTopics')
      .columns(['topicId', 'side', 'personId', 'programmeId'])
      .execute();
  },
};
