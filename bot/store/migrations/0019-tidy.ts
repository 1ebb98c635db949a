import type { Migration } from './table.ts';

/** Circles are pairings now, so their own tables go; indexes for keys that are looked up by, and none twice. */
export const tidy: Migration = {
  number: 19,
  name: 'tidy',
  async up({ db, engine }) {
    await db.schema.dropTable('circlePeople').execute();
    await db.schema.dropTable('circles').execute();
    const index = (name: string) => db.schema.createIndex(name);
    await index('ix_reflections_pairing').on('reflections').columns(['pairingId']).execute();
    await index('ix_do_not_pair_other').on('doNotPair').columns(['otherPersonId']).execute();
    // Others begin with the same columns and serve what it served.
    const redundant = db.schema.dropIndex('ix_pairings_programme');
    await (engine === 'sqlite' ? redundant : redundant.on('pairings')).execute();
  },
};
