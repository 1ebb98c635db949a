import assert from 'node:assert/strict';
import { confide } from '../../bot/core/confidential.ts';
import { keepPairing } from '../../bot/actions/keep-pairing.ts';
import { planCheckIns } from '../../bot/actions/plan-check-ins.ts';
import { planSilence } from '../../bot/actions/plan-silence.ts';
import { recordMood } from '../../bot/actions/record-mood.ts';
import type { Deps } from '../../bot/core/deps.ts';
import type { PairingId } from '../../bot/core/ids.ts';
import { newId } from '../../bot/new-id.ts';
import { aPerson, DAY_MS, later, NOW } from '../helpers/builders.ts';
import { seedPairing, seedProgramme } from '../helpers/seed.ts';
import { openTestStore } from '../helpers/store.ts';
import type { TestStore } from '../helpers/store.ts';

/** All that is planned for somebody who never answers. */
const SILENT = [
  '4 check-in',
  '9 nudge',
  '11 check-in',
  '16 nudge',
  '18 check-in', // planned while the pairing was not quiet yet; nothing is left to say when it is due
  '35 close-offer',
  '77 close-offer',
];

describe('planning what silence calls for', () => {
  let store: TestStore;
  const one = aPerson();
  const other = aPerson({ timeZone: 'America/New_York' });

  beforeEach(async () => {
    store = await openTestStore();
  });
  afterEach(() => store.close());

  function depsAt(at: Date): Deps {
    return { store, now: () => at, newId };
  }

  async function pair() {
    const programme = await seedProgramme(store, { people: [one, other] });
    const pairing = await seedPairing(store, programme.id, [one.id, other.id]);
    return { programme, pairing };
  }

  /** The clock of a service that runs: both planners, every six hours. */
  async function run(days: readonly [from: number, to: number]): Promise<void> {
    for (let day = days[0]; day < days[1]; day += 0.25) {
      await planCheckIns(depsAt(later(NOW, day * DAY_MS)));
      await planSilence(depsAt(later(NOW, day * DAY_MS)));
    }
  }

  /** What the first person was to be told, as `day kind`. */
  async function told(): Promise<readonly string[]> {
    const rows = await store.engine.read
      .selectFrom('occurrences')
      .where('personId', '=', one.id)
      .where('state', '=', 'due')
      .orderBy('dueAt')
      .select(['kind', 'dueAt'])
      .execute();
    return rows.map(({ kind, dueAt }) => `${Math.round((dueAt.getTime() - NOW.getTime()) / DAY_MS)} ${kind}`);
  }

  async function stateOf(id: PairingId) {
    return (await store.reads.pairings.byId(id))?.state;
  }

  it('nudges twice, falls quiet and asks no more, offers to close, then ends with an offer to go on', async () => {
    const { pairing } = await pair();
    await run([0, 16]);
    assert.equal(await stateOf(pairing.id), 'active');
    await run([16, 17]);
    assert.equal(await stateOf(pairing.id), 'quiet');
    await run([17, 84]);
    assert.deepEqual(await told(), SILENT);
    await run([84, 86]);
    assert.equal(await stateOf(pairing.id), 'ended');
    const left = (await told()).filter((line) => !line.endsWith('check-in'));
    assert.deepEqual(left, ['84 pairing-ended']);
  });

  it('changes nothing when it runs again', async () => {
    await pair();
    await run([0, 20]);
    const before = await told();
    assert.equal(await planSilence(depsAt(later(NOW, 19.75 * DAY_MS))), 0);
    assert.deepEqual(await told(), before);
  });

  it('says nothing while either side answers, whatever the answer', async () => {
    const { pairing } = await pair();
    for (let week = 1; week <= 6; week += 1) {
      await run([7 * (week - 1), 7 * week]);
      const [checkIn] = await store.reads.checkIns.ofPerson(other.id, 1);
      assert.ok(checkIn);
      const answering = depsAt(later(NOW, 7 * week * DAY_MS));
      await recordMood(answering, { person: other.id, checkIn: checkIn.id, mood: confide(1) });
    }
    assert.equal(await stateOf(pairing.id), 'active');
    assert.deepEqual(
      (await told()).filter((line) => !line.endsWith('check-in')),
      [],
    );
  });

  it('wakes a quiet pairing when a side answers late, or says that they go on', async () => {
    const { pairing } = await pair();
    await run([0, 17]);
    assert.equal(await stateOf(pairing.id), 'quiet');
    const [checkIn] = await store.reads.checkIns.ofPerson(one.id, 1);
    assert.ok(checkIn);
    await recordMood(depsAt(later(NOW, 17 * DAY_MS)), {
      person: one.id,
      checkIn: checkIn.id,
      mood: confide(4),
    });
    assert.equal(await stateOf(pairing.id), 'active');
    await run([17, 40]);
    assert.equal(await stateOf(pairing.id), 'quiet');
    const going = { pairingId: pairing.id, personId: other.id, connected: 'planned' } as const;
    await keepPairing(depsAt(later(NOW, 40 * DAY_MS)), going);
    await planSilence(depsAt(later(NOW, 40.1 * DAY_MS)));
    assert.equal(await stateOf(pairing.id), 'active');
  });

  it('takes no break of either side for silence', async () => {
    const { programme, pairing } = await pair();
    await run([0, 5]);
    await store.transaction((tx) => tx.members.setState(programme.id, other.id, 'paused', null, NOW));
    await run([5, 40]);
    assert.equal(await stateOf(pairing.id), 'active');
    assert.deepEqual(
      (await told()).filter((line) => !line.endsWith('check-in')),
      [],
    );
  });

  it('does not end a pairing that was renewed, and offers again before its new end', async () => {
    const { pairing } = await pair();
    const extended = later(pairing.endsAt, 12 * 7 * DAY_MS);
    await run([76, 78]);
    await store.transaction((tx) => tx.pairings.extend(pairing.id, extended));
    await planSilence(depsAt(later(NOW, 90 * DAY_MS)));
    assert.notEqual(await stateOf(pairing.id), 'ended');
    await planSilence(depsAt(later(extended, -DAY_MS)));
    assert.equal((await told()).filter((line) => line.endsWith('close-offer')).length, 2);
  });

  it('lets only a side of the pairing keep it, and none that has ended', async () => {
    const { pairing } = await pair();
    const stranger = aPerson();
    const keeping = { pairingId: pairing.id, connected: 'yes' } as const;
    await assert.rejects(keepPairing(depsAt(NOW), { ...keeping, personId: stranger.id }), {
      code: 'not-found',
    });
    await store.transaction((tx) => tx.pairings.setState(pairing.id, 'ended', NOW));
    await assert.rejects(keepPairing(depsAt(NOW), { ...keeping, personId: one.id }), { code: 'not-active' });
  });
});
