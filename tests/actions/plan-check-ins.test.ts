import assert from 'node:assert/strict';
import { planCheckIns } from '../../bot/actions/plan-check-ins.ts';
import type { Deps } from '../../bot/core/deps.ts';
import type { PersonId } from '../../bot/core/ids.ts';
import { newId } from '../../bot/new-id.ts';
import { aPerson, DAY_MS, later, NOW } from '../helpers/builders.ts';
import { seedPairing, seedProgramme } from '../helpers/seed.ts';
import { openTestStore } from '../helpers/store.ts';
import type { TestStore } from '../helpers/store.ts';

const WEEK_MS = 7 * DAY_MS;

/** Runs the planner every six hours from one instant to another, as the clock would. */
async function planThrough(store: TestStore, from: Date, to: Date): Promise<void> {
  for (let at = from.getTime(); at <= to.getTime(); at += DAY_MS / 4) {
    await planCheckIns(at === from.getTime() ? depsAt(store, from) : depsAt(store, new Date(at)));
  }
}

function depsAt(store: TestStore, at: Date): Deps {
  return { store, now: () => at, newId };
}

async function duesOf(store: TestStore, person: PersonId): Promise<readonly string[]> {
  const all = await store.reads.checkIns.ofPerson(person, 50);
  return all.map(({ week, dueAt }) => `${week} ${dueAt.toISOString().slice(0, 16)}`).toReversed();
}

async function occurrences(store: TestStore) {
  return store.engine.read.selectFrom('occurrences').selectAll().orderBy('dueAt').execute();
}

describe('planning check-ins', () => {
  let store: TestStore;
  const berlin = aPerson();
  const kolkata = aPerson({ timeZone: 'Asia/Kolkata' });

  beforeEach(async () => {
    store = await openTestStore();
  });
  afterEach(() => store.close());

  async function pair(startedAt = NOW) {
    const programme = await seedProgramme(store, { people: [berlin, kolkata] });
    const endsAt = later(startedAt, 12 * WEEK_MS);
    const pairing = await seedPairing(store, programme.id, [berlin.id, kolkata.id], { startedAt, endsAt });
    return { programme, pairing };
  }

  it('asks each side nine times in twelve weeks, on their own clock, over the end of summer time', async () => {
    const { pairing } = await pair(new Date('2026-10-14T08:00:00Z'));
    await planThrough(store, pairing.startedAt, later(pairing.endsAt, WEEK_MS));
    assert.deepEqual(await duesOf(store, berlin.id), [
      '1 2026-10-20T12:15',
      '2 2026-10-27T13:15',
      '3 2026-11-03T13:15',
      '4 2026-11-10T13:15',
      '5 2026-11-17T13:15',
      '6 2026-11-24T13:15',
      '8 2026-12-08T13:15',
      '10 2026-12-22T13:15',
      '12 2027-01-05T13:15',
    ]);
    assert.equal((await duesOf(store, kolkata.id))[1], '2 2026-10-27T08:45');
  });

  it('plans what is to be said with each, to expire two days later', async () => {
    await pair();
    const planned = await planCheckIns(depsAt(store, later(NOW, 3 * DAY_MS)));
    const said = await occurrences(store);
    assert.equal(planned, 2);
    assert.equal(said.length, 2);
    const [checkIn] = await store.reads.checkIns.ofPerson(berlin.id, 1);
    const mine = said.find(({ personId }) => personId === berlin.id);
    assert.equal(mine?.subjectId, checkIn?.id);
    assert.equal(mine?.kind, 'check-in');
    assert.equal((mine?.expiresAt.getTime() ?? 0) - (mine?.dueAt.getTime() ?? 0), 2 * DAY_MS);
  });

  it('changes nothing when it runs again, or twice at the same time', async () => {
    await pair();
    const at = later(NOW, 3 * DAY_MS);
    await Promise.all([planCheckIns(depsAt(store, at)), planCheckIns(depsAt(store, at))]);
    const before = await occurrences(store);
    assert.equal(await planCheckIns(depsAt(store, at)), 0);
    assert.deepEqual(await occurrences(store), before);
    assert.equal(before.length, 2);
  });

  it('asks nobody who takes a break, and asks again after it', async () => {
    const { programme } = await pair();
    await store.transaction((tx) =>
      tx.members.setState(programme.id, berlin.id, 'paused', '2026-11-16', NOW),
    );
    await planThrough(store, NOW, later(NOW, 3 * WEEK_MS));
    assert.deepEqual(await duesOf(store, berlin.id), ['3 2026-11-20T13:15']);
    assert.equal((await duesOf(store, kolkata.id)).length, 3);
  });

  it('asks nobody in a pairing that is quiet or has ended, or in a programme that is closed', async () => {
    const { programme, pairing } = await pair();
    const at = later(NOW, 3 * DAY_MS);
    for (const state of ['quiet', 'ended'] as const) {
      await store.transaction((tx) => tx.pairings.setState(pairing.id, state, NOW));
      assert.equal(await planCheckIns(depsAt(store, at)), 0);
    }
    await store.transaction(async (tx) => {
      await tx.pairings.setState(pairing.id, 'active', NOW);
      await tx.programmes.setState(programme.id, 'closed', NOW);
    });
    assert.equal(await planCheckIns(depsAt(store, at)), 0);
  });

  it('leaves out weeks that went by while nobody planned', async () => {
    await pair();
    await planCheckIns(depsAt(store, later(NOW, 2 * WEEK_MS)));
    assert.deepEqual(await duesOf(store, berlin.id), []);
    await planCheckIns(depsAt(store, later(NOW, 2 * WEEK_MS + 2 * DAY_MS)));
    assert.deepEqual(await duesOf(store, berlin.id), ['3 2026-11-20T13:15']);
  });
});
