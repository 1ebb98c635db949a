import { sql } from 'kysely';
import { createTallies, tallyPeople } from '../sqlite/tally-tables.ts';
import type { Migration } from './table.ts';

/** Pairings that go on, in the order of their ids; who reports to whom without a look at each person; more that is counted. */
export const current: Migration = {
  number: 14,
  name: 'current',
  async up({ db, engine }) {
    const index = (name: string) => db.schema.createIndex(name);
    await index('ix_pairings_current')
      .on('pairings')
      .columns(['programmeId', 'id'])
      .where(sql<boolean>`state <> 'ended'`)
      .execute();
    await index('ix_people_reports').on('people').columns(['managerId', 'id', 'leftAt']).execute();
    const former = db.schema.dropIndex('ix_people_manager');
    // In T-SQL an index is named within its table.
    await (engine === 'sqlite' ? former : former.on('people')).execute();
    if (engine !== 'sqlite') return;
    await createTallies(db, ['pairings']);
    await tallyPeople(db);
  },
};
