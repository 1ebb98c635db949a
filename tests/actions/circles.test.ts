import assert from 'node:assert/strict';
import { answerProposal } from '../../bot/actions/answer-proposal.ts';
import { previewRound } from '../../bot/actions/preview-round.ts';
import { sendRound } from '../../bot/actions/send-round.ts';
import type { PersonId, ProgrammeId } from '../../bot/core/ids.ts';
import { openOf, partnersOf, roundDeps, seedCast, toldTo } from '../helpers/rounds.ts';
import type { TestDeps } from '../helpers/rounds.ts';
import { openTestStore } from '../helpers/store.ts';
import type { TestStore } from '../helpers/store.ts';

describe('a programme of circles', () => {
  let store: TestStore;
  let deps: TestDeps;
  let programmeId: ProgrammeId;
  let everyone: readonly PersonId[];

  beforeEach(async () => {
    store = await openTestStore();
    deps = roundDeps(store);
    const cast = await seedCast(store, { mentors: 2, mentees: 2 });
    programmeId = cast.programmeId;
    everyone = [...cast.mentors, ...cast.mentees].map(({ id }) => id);
    const programme = await store.reads.programmes.byId(programmeId);
    assert.ok(programme !== null);
    await store.transaction((tx) =>
      tx.programmes.changeSettings(programmeId, programme.version, {
        ...programme.settings,
        mode: 'circles',
      }),
    );
    const round = await previewRound(deps, { programmeId, by: null });
    assert.deepEqual([round.figures.proposals, round.figures.brokenRules], [1, 0]);
    await sendRound(deps, { roundId: round.id });
  });
  afterEach(() => store.close());

  const proposalOf = async (person: PersonId) => {
    const [proposal] = await openOf(store, person);
    assert.ok(proposal !== undefined);
    return proposal;
  };

  it('introduces a circle once everybody has said yes', async () => {
    const [first] = everyone;
    assert.ok(first !== undefined);
    const { id, kind, sides } = await proposalOf(first);
    assert.equal(kind, 'circle');
    assert.equal(sides.length, 4);
    for (const [at, personId] of everyone.entries()) {
      const { pairing } = await answerProposal(deps, { proposalId: id, personId, answer: 'yes' });
      assert.equal(pairing === null, at < 3);
    }
    const [pairing] = await store.reads.pairings.currentOf(first);
    assert.equal(pairing?.kind, 'circle');
    assert.equal(pairing?.people.length, 4);
    assert.deepEqual(await toldTo(store, first), ['introduction', 'proposal']);
  });

  it('asks the three who remain again when one says no', async () => {
    const [first, second, ...others] = everyone;
    assert.ok(first !== undefined && second !== undefined);
    const { id } = await proposalOf(first);
    await answerProposal(deps, { proposalId: id, personId: first, answer: 'not-this-one' });
    assert.deepEqual(await openOf(store, first), []);
    const smaller = await proposalOf(second);
    assert.deepEqual(new Set(partnersOf(smaller, second)), new Set(others));
    await answerProposal(deps, { proposalId: smaller.id, personId: second, answer: 'not-now' });
    for (const person of everyone) assert.deepEqual(await openOf(store, person), []);
  });
});
