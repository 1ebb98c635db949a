import assert from 'node:assert/strict';
import { confide } from '../../bot/core/confidential.ts';
import { asId } from '../../bot/core/ids.ts';
import type { CheckInId } from '../../bot/core/ids.ts';
import type { Pairing } from '../../bot/core/round.ts';
import { newId } from '../../bot/new-id.ts';
import { DAY_MS, later, NOW } from '../helpers/builders.ts';
import { seedPairing, seedProgramme } from '../helpers/seed.ts';
import { onEveryEngine, refusal } from './engines.ts';

onEveryEngine('Check-ins', ({ store }) => {
  let pairing: Pairing;
  beforeEach(async () => {
    const { id, people } = await seedProgramme(store());
    const [one, two] = people;
    assert.ok(one && two);
    pairing = await seedPairing(store(), id, [one.id, two.id]);
  });
  const person = (side: number) => pairing.people[side]?.personId ?? asId<never>('');
  const planned = async (week: number, side = 0): Promise<CheckInId> => {
    const id = asId<CheckInId>(newId());
    const { programmeId } = pairing;
    const checkIn = { id, programmeId, pairingId: pairing.id, personId: person(side), week };
    const dueAt = later(NOW, week * 7 * DAY_MS);
    await store().transaction((tx) => tx.checkIns.plan({ ...checkIn, dueAt }));
    return id;
  };

  it('are planned once for a pairing, person and week', async () => {
    const first = await planned(1);
    const again = await planned(1);
    await planned(2);
    await planned(1, 1);
    const reads = store().reads.checkIns;
    assert.equal(await reads.byId(again), null);
    assert.deepEqual(await reads.plannedWeeks(pairing.id, person(0)), [1, 2]);
    assert.equal((await reads.nextOf(person(0), NOW))?.id, first);
    assert.equal((await reads.nextOf(person(0), later(NOW, 7 * DAY_MS)))?.week, 2);
    assert.equal(await reads.nextOf(person(0), later(NOW, 14 * DAY_MS)), null);
  });

  it('keep the three taps one by one, and change them', async () => {
    const id = await planned(1);
    await store().transaction((tx) => tx.checkIns.setMood(id, confide(2), later(NOW, 1)));
    await store().transaction((tx) => tx.checkIns.setMood(id, confide(5), later(NOW, 2)));
    await store().transaction((tx) => tx.checkIns.setConnected(id, 'planned', later(NOW, 3)));
    await store().transaction((tx) => tx.checkIns.setHelped(id, confide(1), later(NOW, 4)));
    const saved = await store().reads.checkIns.byId(id);
    assert.deepEqual(
      { ...saved, mood: saved?.mood?.reveal(), helped: saved?.helped?.reveal() },
      {
        id,
        programmeId: pairing.programmeId,
        pairingId: pairing.id,
        personId: person(0),
        week: 1,
        dueAt: later(NOW, 7 * DAY_MS),
        mood: 5,
        connected: 'planned',
        helped: 1,
        answeredAt: later(NOW, 4),
      },
    );
    const unknown = store().transaction((tx) => tx.checkIns.setMood(asId(newId()), confide(3), NOW));
    await assert.rejects(unknown, refusal('not-found'));
  });

  it('come newest first', async () => {
    for (const week of [2, 1, 3]) await planned(week);
    const own = await store().reads.checkIns.ofPerson(person(0), 2);
    assert.deepEqual(
      own.map(({ week }) => week),
      [3, 2],
    );
  });

  it('say when someone connected, and when each was asked and answered', async () => {
    const [one, two] = [await planned(1), await planned(1, 1)];
    const reads = store().reads.checkIns;
    await store().transaction((tx) => tx.checkIns.setConnected(one, 'not-yet', later(NOW, 1)));
    assert.equal(await reads.lastConnectedAt(pairing.id), null);
    await store().transaction((tx) => tx.checkIns.setConnected(two, 'yes', later(NOW, 2)));
    assert.deepEqual(await reads.lastConnectedAt(pairing.id), later(NOW, 2));
    const asked = await reads.asked(pairing.id);
    assert.deepEqual(
      new Set(asked.map(({ answeredAt }) => answeredAt?.getTime())),
      new Set([later(NOW, 1).getTime(), later(NOW, 2).getTime()]),
    );
    assert.ok(asked.every(({ week }) => week === 1));
  });

  it('do not lie open in the database, nor open for another person or row', async () => {
    const [one, two, partner] = [await planned(1), await planned(2), await planned(1, 1)];
    await store().transaction((tx) => tx.checkIns.setMood(one, confide(4), NOW));
    await store().transaction((tx) => tx.checkIns.setMood(partner, confide(4), NOW));
    for (const target of [two, partner]) {
      await store().write(async ({ db }) => {
        const { moodSealed } = await db
          .selectFrom('checkIns')
          .where('id', '=', one)
          .select('moodSealed')
          .executeTakeFirstOrThrow();
        assert.ok(moodSealed !== null && moodSealed.length === 1 + 12 + 1 + 16);
        await db.updateTable('checkIns').set({ moodSealed }).where('id', '=', target).execute();
      });
      await assert.rejects(store().reads.checkIns.byId(target));
    }
    assert.equal((await store().reads.checkIns.byId(one))?.mood?.reveal(), 4);
  });
});
