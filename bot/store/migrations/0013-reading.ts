import { sql } from 'kysely';
import { createSearch } from '../sqlite/search-tables.ts';
import { createTallies, createTallyTable } from '../sqlite/tally-tables.ts';
import type { Migration, MigrationContext } from './table.ts';

/** What lets pages, counts and searches be answered at once with hundreds of thousands of people. */
export const reading: Migration = {
  number: 13,
  name: 'reading',
  async up(context) {
    await createIndexes(context);
    if (context.engine !== 'sqlite') return;
    // SQL Server counts by its indexes, many rows at a time; here counts and words are kept as rows change.
    await createTallyTable(context.db);
    await createTallies(context.db, ['members', 'occurrences']);
    await createSearch(context.db);
  },
};

async function createIndexes({ db }: MigrationContext): Promise<void> {
  const index = (name: string) => db.schema.createIndex(name);
  await index('ix_people_present')
    .on('people')
    .columns(['tenantId'])
    .where(sql<boolean>`left_at is null`)
    .execute();
  await index('ix_members_state').on('members').columns(['programmeId', 'state']).execute();
  await index('ix_pairings_newest').on('pairings').columns(['programmeId', 'startedAt', 'id']).execute();
  await index('ix_pairings_newest_of_state')
    .on('pairings')
    .columns(['programmeId', 'state', 'startedAt', 'id'])
    .execute();
  await index('ix_occurrences_programme_due')
    .on('occurrences')
    .columns(['programmeId', 'dueAt'])
    .where(sql<boolean>`state = 'due'`)
    .execute();
}
