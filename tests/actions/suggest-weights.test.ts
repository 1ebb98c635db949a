import assert from 'node:assert/strict';
import { learnWeights, suggestWeights } from '../../bot/actions/suggest-weights.ts';
import { confide } from '../../bot/core/confidential.ts';
import { asId } from '../../bot/core/ids.ts';
import type { CheckInId, PersonId } from '../../bot/core/ids.ts';
import { DEFAULT_SETTINGS } from '../../bot/core/programme.ts';
import type { Pairing, Reason } from '../../bot/core/round.ts';
import { newId } from '../../bot/new-id.ts';
import { aPairing, aPerson, aProposal, aRound, NOW } from '../helpers/builders.ts';
import { roundDeps } from '../helpers/rounds.ts';
import type { TestDeps } from '../helpers/rounds.ts';
import { seedProgramme } from '../helpers/seed.ts';
import type { SeededProgramme } from '../helpers/seed.ts';
import { openTestStore } from '../helpers/store.ts';
import type { TestStore } from '../helpers/store.ts';

/** Answered in October; looked at in November. */
const ANSWERED = new Date('2026-10-20T10:00:00Z');

describe('What answers suggest for the weights', function () {
  this.timeout(60_000);
  let store: TestStore;
  let deps: TestDeps;
  let programme: SeededProgramme;
  beforeEach(async () => {
    store = await openTestStore();
    deps = roundDeps(store);
  });
  afterEach(() => store.close());

  const wanted = async (learning: boolean): Promise<void> => {
    const { id } = programme;
    const version = (await store.reads.programmes.byId(id))?.version ?? 0;
    await store.transaction((tx) =>
      tx.programmes.changeSettings(id, version, { ...DEFAULT_SETTINGS, learning }),
    );
  };
  /** Pairs of two with many hours in common are helped, those with few are not. */
  const seed = async (pairs: number, at = ANSWERED): Promise<void> => {
    const people = Array.from({ length: 2 * pairs }, () => aPerson());
    programme = await seedProgramme(store, { people, mentorCapacity: 3 });
    const round = aRound(programme.id);
    const proposals = Array.from({ length: pairs }, (_none, pair) =>
      aProposal(round, [people[2 * pair]?.id, people[2 * pair + 1]?.id] as [PersonId, PersonId]),
    );
    await store.transaction(async (tx) => {
      await tx.rounds.create(round, proposals, []);
      for (const [pair, proposal] of proposals.entries()) {
        const many = pair % 2;
        const reasons: Reason[] = [{ kind: 'hours', minutesPerDay: 180 + 180 * many, weight: 1 }];
        const pairing = { ...aPairing(proposal), reasons };
        await tx.pairings.start(pairing, proposal.id);
        for (const [side, { personId }] of pairing.people.entries()) {
          await answer(tx, pairing, personId, many === 1 ? (side === 0 ? 4 : 5) : side === 0 ? 2 : 3, at);
        }
      }
    });
  };
  const answer = async (
    tx: Parameters<Parameters<TestStore['transaction']>[0]>[0],
    pairing: Pairing,
    personId: PersonId,
    helped: 2 | 3 | 4 | 5,
    at: Date,
  ): Promise<void> => {
    const id = asId<CheckInId>(newId());
    const { programmeId, id: pairingId } = pairing;
    await tx.checkIns.plan({ id, programmeId, pairingId, personId, week: 1, dueAt: at });
    await tx.checkIns.setConnected(id, 'yes', at);
    await tx.checkIns.setHelped(id, confide(helped), at);
  };
  const shown = () => suggestWeights(deps, { programmeId: programme.id });
  const suggested = async () => {
    const current = await store.reads.programmes.byId(programme.id);
    assert.ok(current);
    await learnWeights(deps, current);
    return shown();
  };

  it('is off until somebody wants it', async () => {
    await seed(1);
    assert.deepEqual(await suggested(), { state: 'off' });
  });

  it('waits for the clock: a look works out nothing, and shows what was worked out last', async () => {
    await seed(110);
    await wanted(true);
    assert.deepEqual(await shown(), { state: 'waiting' });
    assert.deepEqual(await store.reads.privacy.released(programme.id, null), []);
    const first = await suggested();
    assert.equal(first.state, 'ready');
    deps.at = new Date('2026-12-05T10:00:00Z');
    assert.deepEqual(await shown(), first);
  });

  it('reads all pairings, a page after the other', async () => {
    await seed(230);
    const until = new Date('2026-11-01T00:00:00Z');
    const pages = [];
    for (let after = null, more = true; more;) {
      const page: Awaited<ReturnType<typeof store.reads.privacy.heardOfPairings>> =
        await store.reads.privacy.heardOfPairings(programme.id, until, { after, limit: 100 });
      pages.push(page.heard.length);
      [after, more] = [page.last, page.last !== null] as [null, boolean];
    }
    assert.deepEqual(pages, [200, 200, 60]);
  });

  it('needs the answers of two hundred people, and does not tell how many there are', async () => {
    await seed(99);
    await wanted(true);
    assert.deepEqual(await suggested(), { state: 'few', fewest: 200 });
  });

  it('leaves out the answers of this month, and those of whoever may look', async () => {
    await seed(100, NOW);
    await wanted(true);
    assert.equal((await suggested()).state, 'few');
    await store.close();
    store = await openTestStore();
    deps = roundDeps(store);
    await seed(100);
    await wanted(true);
    const [coordinator] = programme.people;
    assert.ok(coordinator);
    await store.transaction((tx) => tx.programmes.addCoordinator(programme.id, coordinator.id, null, NOW));
    assert.equal((await suggested()).state, 'few');
  });

  it('speaks once a month: what is answered or erased later changes nothing of it, and nothing is applied', async () => {
    await seed(110);
    await wanted(true);
    const before = await store.reads.programmes.byId(programme.id);
    const first = await suggested();
    assert.equal(first.state, 'ready');
    const weights = first.state === 'ready' ? first.weights : [];
    assert.ok((weights.find((one) => one.weight === 'hours')?.suggested ?? 0) > 100);
    assert.deepEqual(await store.reads.programmes.byId(programme.id), before);
    for (const { id } of programme.people.slice(0, 40)) {
      await store.transaction((tx) => tx.privacy.erase(id, NOW));
    }
    assert.deepEqual(await suggested(), first);
    // The next month is another question: too few are left to be asked about.
    deps.at = new Date('2026-12-05T10:00:00Z');
    assert.equal((await suggested()).state, 'few');
  });
});
