import assert from 'node:assert/strict';
import { answerProposal } from '../../bot/actions/answer-proposal.ts';
import { endPairing } from '../../bot/actions/end-pairing.ts';
import { previewRound } from '../../bot/actions/preview-round.ts';
import { sendRound } from '../../bot/actions/send-round.ts';
import { createRender } from '../../bot/chat/announce.ts';
import type { PersonId, ProgrammeId } from '../../bot/core/ids.ts';
import { NOW } from '../helpers/builders.ts';
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

  it('goes on without one who leaves while three remain, and tells the others without a name', async () => {
    const [first, second, third, fourth] = everyone;
    assert.ok(first && second && third && fourth);
    const { id } = await proposalOf(first);
    for (const personId of everyone) await answerProposal(deps, { proposalId: id, personId, answer: 'yes' });
    const [pairing] = await store.reads.pairings.currentOf(first);
    assert.ok(pairing);
    await endPairing(deps, { pairingId: pairing.id, personId: first });
    const now = await store.reads.pairings.byId(pairing.id);
    assert.deepEqual([now?.state, now?.kind], ['active', 'circle']);
    assert.deepEqual(now?.people.map((side) => side.personId).toSorted(), [second, third, fourth].toSorted());
    assert.deepEqual(await store.reads.pairings.currentOf(first), []);
    assert.ok(!(await toldTo(store, first)).includes('pairing-ended'));
    assert.ok((await toldTo(store, second)).includes('pairing-ended'));
    const render = createRender({ store, now: deps.now });
    const due = await store.engine.read
      .selectFrom('occurrences')
      .where('personId', '=', second)
      .where('kind', '=', 'pairing-ended')
      .selectAll()
      .executeTakeFirstOrThrow();
    const said = JSON.stringify(await render(due));
    const people = await store.reads.people.byIds(everyone);
    const isNamed = (person: PersonId): boolean => said.includes(people.get(person)?.displayName ?? '?');
    assert.deepEqual([first, second, third, fourth].map(isNamed), [false, false, true, true]);
    const pool = await store.reads.rounds.pool(programmeId, {
      day: '2026-11-02',
      cooldownSince: NOW,
      guidedSince: NOW,
    });
    const free = pool.members.filter((member) => member.freeAsMentee > 0).map((member) => member.personId);
    assert.deepEqual(free, [first]);
    await assert.rejects(endPairing(deps, { pairingId: pairing.id, personId: first }));
    await endPairing(deps, { pairingId: pairing.id, personId: second });
    assert.equal((await store.reads.pairings.byId(pairing.id))?.state, 'ended');
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
