import assert from 'node:assert/strict';
import { confide } from '../../bot/core/confidential.ts';
import { enforceRetention } from '../../bot/actions/enforce-retention.ts';
import { asId } from '../../bot/core/ids.ts';
import type { CheckInId } from '../../bot/core/ids.ts';
import { newId } from '../../bot/new-id.ts';
import { aPerson, DAY_MS, later, NOW } from '../helpers/builders.ts';
import { seedPairing, seedProgramme } from '../helpers/seed.ts';
import { openTestStore } from '../helpers/store.ts';
import type { TestStore } from '../helpers/store.ts';

describe('enforcing retention', () => {
  const ada = aPerson();
  const bo = aPerson();
  let store: TestStore;
  let old: CheckInId;
  let recent: CheckInId;

  before(async () => {
    store = await openTestStore();
    const programme = await seedProgramme(store, { people: [ada, bo] });
    const pairing = await seedPairing(store, programme.id, [ada.id, bo.id], {});
    const about = { programmeId: programme.id, pairingId: pairing.id, personId: ada.id };
    [old, recent] = [asId<CheckInId>(newId()), asId<CheckInId>(newId())];
    await store.transaction(async (tx) => {
      await tx.checkIns.plan({ ...about, id: old, week: 1, dueAt: later(NOW, -91 * DAY_MS) });
      await tx.checkIns.plan({ ...about, id: recent, week: 2, dueAt: later(NOW, -89 * DAY_MS) });
      for (const id of [old, recent]) {
        await tx.checkIns.setMood(id, confide(2), NOW);
        await tx.checkIns.setConnected(id, 'yes', NOW);
      }
      await tx.conversations.saveAnswer(`${ada.id}|old`, {}, later(NOW, -31 * DAY_MS));
      await tx.conversations.saveAnswer(`${ada.id}|recent`, {}, later(NOW, -29 * DAY_MS));
      await tx.conversations.receive('a:chat', 'old', later(NOW, -31 * DAY_MS));
    });
  });
  after(() => store.close());

  it('deletes moods after 90 days and presses after 30, and says how many', async () => {
    const deps = { store, now: () => NOW, newId };
    assert.deepEqual(await enforceRetention(deps), { moods: 1, presses: 2 });
    assert.deepEqual(await enforceRetention(deps), { moods: 0, presses: 0 });
  });

  it('keeps what its time is not over for, and what is no mood', async () => {
    assert.equal((await store.reads.checkIns.byId(old))?.mood, null);
    assert.equal((await store.reads.checkIns.byId(old))?.connected, 'yes');
    assert.equal((await store.reads.checkIns.byId(recent))?.mood?.reveal(), 2);
    assert.equal(await store.reads.conversations.answered(`${ada.id}|old`), null);
    assert.notEqual(await store.reads.conversations.answered(`${ada.id}|recent`), null);
  });
});
