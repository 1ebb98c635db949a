import assert from 'node:assert/strict';
import { confide } from '../../bot/core/confidential.ts';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { recordConnected } from '../../bot/actions/record-connected.ts';
import { recordHelped } from '../../bot/actions/record-helped.ts';
import { recordMood } from '../../bot/actions/record-mood.ts';
import type { Deps } from '../../bot/core/deps.ts';
import type { CheckInId } from '../../bot/core/ids.ts';
import { asId } from '../../bot/core/ids.ts';
import { newId } from '../../bot/new-id.ts';
import { aPerson, DAY_MS, later, NOW } from '../helpers/builders.ts';
import { seedPairing, seedProgramme } from '../helpers/seed.ts';
import { openTestStore } from '../helpers/store.ts';
import type { TestStore } from '../helpers/store.ts';

describe('answering a check-in', () => {
  let store: TestStore;
  const me = aPerson();
  const other = aPerson();
  const checkIn = asId<CheckInId>(newId());
  const mine = { person: me.id, checkIn };

  afterEach(() => store.close());

  function deps(days = 0): Deps {
    return { store, now: () => later(NOW, days * DAY_MS), newId };
  }

  async function seed(file?: string): Promise<void> {
    store = await openTestStore(file);
    const programme = await seedProgramme(store, { people: [me, other] });
    const pairing = await seedPairing(store, programme.id, [me.id, other.id]);
    await store.transaction((tx) =>
      tx.checkIns.plan({
        id: checkIn,
        programmeId: programme.id,
        pairingId: pairing.id,
        personId: me.id,
        week: 1,
        dueAt: NOW,
      }),
    );
  }

  it('keeps the three taps for the one who made them', async () => {
    await seed();
    await recordMood(deps(), { ...mine, mood: confide(2) });
    await recordConnected(deps(), { ...mine, connected: 'yes' });
    const { checkIn: saved, over } = await recordHelped(deps(), { ...mine, helped: confide(4) });
    assert.equal(over, false);
    assert.deepEqual([saved.mood?.reveal(), saved.connected, saved.helped?.reveal()], [2, 'yes', 4]);
    assert.deepEqual(await store.reads.checkIns.ofPerson(me.id, 5), [saved]);
  });

  it('gives the same for a second press, and takes a change of mind in the same week', async () => {
    await seed();
    const first = await recordMood(deps(), { ...mine, mood: confide(2) });
    assert.deepEqual(await recordMood(deps(), { ...mine, mood: confide(2) }), first);
    assert.equal((await recordMood(deps(6), { ...mine, mood: confide(5) })).checkIn.mood?.reveal(), 5);
  });

  it('takes a late answer for two weeks, and leaves what was said a week ago', async () => {
    await seed();
    assert.equal((await recordMood(deps(5), { ...mine, mood: confide(2) })).over, false);
    const late = await recordMood(deps(12.5), { ...mine, mood: confide(5) });
    assert.deepEqual([late.over, late.checkIn.mood?.reveal()], [true, 2]);
    assert.equal((await recordConnected(deps(13), { ...mine, connected: 'planned' })).over, false);
    assert.equal((await recordHelped(deps(14), { ...mine, helped: confide(1) })).over, true);
    assert.equal((await store.reads.checkIns.byId(checkIn))?.helped, null);
  });

  it("is refused for somebody else's check-in as for one that does not exist", async () => {
    await seed();
    const theirs = recordMood(deps(), { person: other.id, checkIn, mood: confide(3) });
    await assert.rejects(theirs, { name: 'Refusal', code: 'not-found' });
    const nobodys = recordHelped(deps(), { person: me.id, checkIn: asId(newId()), helped: confide(3) });
    await assert.rejects(nobodys, { name: 'Refusal', code: 'not-found' });
    assert.equal((await store.reads.checkIns.byId(checkIn))?.mood, null);
  });

  it('leaves nothing in the file from which a mood could be read without the key', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'alongside-'));
    try {
      await seed(join(folder, 'store.db'));
      await recordMood(deps(), { ...mine, mood: confide(1) });
      await recordHelped(deps(), { ...mine, helped: confide(5) });
      const raw = await store.engine.read.selectFrom('checkIns').selectAll().executeTakeFirstOrThrow();
      const sealed = [raw.moodSealed, raw.helpedSealed];
      for (const bytes of sealed) assert.ok(bytes !== null && bytes.length > 16, 'sealed, not a digit');
      // The same mood twice does not look the same.
      await recordMood(deps(), { ...mine, mood: confide(1) });
      const again = await store.engine.read.selectFrom('checkIns').select('moodSealed').executeTakeFirst();
      assert.notDeepEqual(again?.moodSealed, raw.moodSealed);
      const rest = JSON.stringify({ ...raw, moodSealed: null, helpedSealed: null });
      assert.doesNotMatch(rest, /mood":\s*"?1|helped":\s*"?5/i);
      for (const file of await readdir(folder)) {
        const text = (await readFile(join(folder, file))).toString('latin1');
        assert.doesNotMatch(text, /"(mood|helped)"\s*:\s*\d/);
      }
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
