import assert from 'node:assert/strict';
import { enforceRetention } from '../../bot/actions/enforce-retention.ts';
import { seeOffLeavers } from '../../bot/actions/see-off-leavers.ts';
import { createRender } from '../../bot/chat/announce.ts';
import type { ProgrammeId } from '../../bot/core/ids.ts';
import { newId } from '../../bot/new-id.ts';
import { aPerson, DAY_MS, later, NOW } from '../helpers/builders.ts';
import { seedPairing, seedProgramme } from '../helpers/seed.ts';
import { openTestStore } from '../helpers/store.ts';
import type { TestStore } from '../helpers/store.ts';

describe('people who leave the company', () => {
  const leaver = aPerson({ displayName: 'Lea Leaver', email: 'lea@example.com' });
  const partner = aPerson({ displayName: 'Pia Partner' });
  const waiting = aPerson();
  let store: TestStore;
  let programme: ProgrammeId;
  const deps = (at = NOW) => ({ store, now: () => at, newId });
  const waited = async (person: { id: typeof partner.id }) =>
    (await store.reads.members.one(programme, person.id))?.roundsWaited;
  const leave = (at: Date | null) =>
    store.write(({ db }) =>
      db.updateTable('people').set({ leftAt: at }).where('id', '=', leaver.id).execute(),
    );

  beforeEach(async () => {
    store = await openTestStore();
    ({ id: programme } = await seedProgramme(store, { people: [leaver, partner, waiting] }));
    await seedPairing(store, programme, [leaver.id, partner.id]);
    await store.transaction((tx) => tx.members.countWaiting(programme, [waiting.id], []));
    await leave(NOW);
  });
  afterEach(() => store.close());

  it('have their pairings ended, and their partner comes first in the next round', async () => {
    assert.equal(await seeOffLeavers(deps()), 1);
    assert.deepEqual(await store.reads.pairings.currentOf(partner.id), []);
    assert.equal((await store.reads.members.one(programme, leaver.id))?.state, 'left');
    assert.deepEqual([await waited(partner), await waited(waiting)], [2, 1]);
    assert.equal(await seeOffLeavers(deps()), 0);
    assert.equal(await waited(partner), 2);
  });

  for (const [locale, words] of [
    ['en', /Lea Leaver is no longer with the company.*You come first in the next round/s],
    ['de', /Lea Leaver ist nicht mehr im Unternehmen.*kommst du zuerst dran/s],
  ] as const)
    it(`are spoken of kindly to their partner, in ${locale}`, async () => {
      const { hours } = await store.reads.people.preferences(partner.id);
      await store.transaction((tx) =>
        tx.people.setPreferences(partner.id, { locale, hours, timeZone: null, languages: null }),
      );
      await seeOffLeavers(deps());
      const rows = await store.engine.read
        .selectFrom('occurrences')
        .where('personId', '=', partner.id)
        .where('kind', '=', 'pairing-ended')
        .select('id')
        .execute();
      assert.equal(rows.length, 1);
      const [row] = rows;
      const occurrence = row && (await store.reads.occurrences.byId(row.id));
      assert.ok(occurrence);
      const message = await createRender(deps())(occurrence);
      assert.ok(message);
      assert.match(JSON.stringify(message), words);
    });

  it('are not seen off when they are back before it comes to that', async () => {
    await leave(null);
    assert.equal(await seeOffLeavers(deps()), 0);
    assert.equal((await store.reads.pairings.currentOf(partner.id)).length, 1);
  });

  it('are erased after 30 days, and not before; even the directory’s facts', async () => {
    await seeOffLeavers(deps());
    const dayBefore = later(NOW, 30 * DAY_MS);
    assert.equal((await enforceRetention(deps(dayBefore))).leavers, 0);
    assert.equal((await store.reads.people.byId(leaver.id))?.displayName, 'Lea Leaver');
    const dayAfter = later(NOW, 31 * DAY_MS);
    assert.equal((await enforceRetention(deps(dayAfter))).leavers, 1);
    const { objectId, displayName, email, directoryId } = (await store.reads.people.byId(leaver.id)) ?? {};
    assert.deepEqual([objectId, displayName, email, directoryId], [null, '–', '-', leaver.id]);
    const rows = await store.engine.read.selectFrom('people').selectAll().execute();
    assert.doesNotMatch(JSON.stringify(rows), /Lea|lea@example/);
    assert.equal((await enforceRetention(deps(dayAfter))).leavers, 0);
  });

  it('are erased even when nothing saw them off before', async () => {
    assert.equal((await enforceRetention(deps(later(NOW, 31 * DAY_MS)))).leavers, 1);
    assert.deepEqual(await store.reads.pairings.currentOf(partner.id), []);
  });
});
