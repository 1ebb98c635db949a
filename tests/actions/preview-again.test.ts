import assert from 'node:assert/strict';
import { discardRound } from '../../bot/actions/discard-round.ts';
import { leaveProgramme } from '../../bot/actions/leave-programme.ts';
import { previewRound } from '../../bot/actions/preview-round.ts';
import { asId } from '../../bot/core/ids.ts';
import type { PersonId } from '../../bot/core/ids.ts';
import type { Round } from '../../bot/core/round.ts';
import { roundDeps, seedCast } from '../helpers/rounds.ts';
import type { Cast, TestDeps } from '../helpers/rounds.ts';
import { openTestStore } from '../helpers/store.ts';
import type { TestStore } from '../helpers/store.ts';

describe('A preview computed again', () => {
  let store: TestStore;
  let deps: TestDeps;
  let cast: Cast;
  let first: Round;
  beforeEach(async () => {
    store = await openTestStore();
    deps = roundDeps(store);
    cast = await seedCast(store, { mentors: 6, mentees: 5 });
    first = await preview();
  });
  afterEach(() => store.close());

  const preview = (): Promise<Round> => previewRound(deps, { programmeId: cast.programmeId, by: null });
  const pairsOf = async ({ id }: Round): Promise<readonly string[]> => {
    const proposals = await store.reads.rounds.proposalsOfRound(id, { offset: 0, limit: 50 });
    return proposals.map(({ sides }) => sides.map((side) => side.personId).join('+')).sort();
  };
  const leave = (personId: PersonId): Promise<void> =>
    leaveProgramme(deps, { programmeId: cast.programmeId, personId });

  it('is the same where nobody came or went, and says so', async () => {
    const again = await preview();
    assert.deepEqual(await pairsOf(again), await pairsOf(first));
    assert.deepEqual(again.figures.since, { changed: 0, people: 0, parted: 0 });
    assert.equal(first.figures.since, undefined);
    assert.deepEqual((await store.reads.rounds.byId(again.id))?.figures.since, again.figures.since);
  });

  it('keeps the others when a mentor leaves, and says how many changed because of how many people', async () => {
    const before = await pairsOf(first);
    const [mentor = ''] = (before[0] ?? '').split('+');
    await leave(asId(mentor));
    const again = await preview();
    assert.equal(again.figures.peoplePaired, 5);
    const kept = (await pairsOf(again)).filter((pair) => before.includes(pair));
    assert.deepEqual(kept, before.slice(1));
    assert.deepEqual(again.figures.since, { changed: 1, people: 1, parted: 0 });
  });

  it('begins from nothing under other rules, and after the last one was discarded', async () => {
    await discardRound(deps, { roundId: first.id });
    assert.equal((await preview()).figures.since, undefined);
    const programme = await store.reads.programmes.byId(cast.programmeId);
    assert.ok(programme);
    const settings = { ...programme.settings, commonHours: 1 };
    await store.transaction((tx) => tx.programmes.changeSettings(programme.id, programme.version, settings));
    assert.equal((await preview()).figures.since, undefined);
  });
});
