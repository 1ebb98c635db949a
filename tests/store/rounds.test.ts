import assert from 'node:assert/strict';
import type { ProposalId } from '../../bot/core/ids.ts';
import type { Answer, Proposal } from '../../bot/core/round.ts';
import { aPerson, aProposal, aRound, DAY_MS, later, NOW } from '../helpers/builders.ts';
import { seedOpenProposal, seedProgramme } from '../helpers/seed.ts';
import { onEveryEngine, refusal } from './engines.ts';

const page = { offset: 0, limit: 100 };

onEveryEngine('Rounds', ({ store }) => {
  it('keep their proposals and who was left out', async () => {
    const { id, people } = await seedProgramme(store(), { people: [aPerson(), aPerson(), aPerson()] });
    const [one, two, three] = people;
    assert.ok(one && two && three);
    const round = aRound(id, { createdBy: three.id });
    const proposal = aProposal(round, [one.id, two.id], {
      reasons: [{ kind: 'language', language: 'de', weight: 3 }],
    });
    const leftOut = {
      personId: three.id,
      causes: [{ rule: 'common-hours', count: 12 }],
      remedies: [{ rule: 'common-hours', from: 3, to: 2, count: 9 }],
    };
    await store().transaction((tx) => tx.rounds.create(round, [proposal], [leftOut]));
    const reads = store().reads.rounds;
    assert.deepEqual(await reads.byId(round.id), round);
    assert.deepEqual(await reads.proposalsOfRound(round.id, page), [proposal]);
    assert.deepEqual(await reads.leftOut(round.id, page), [leftOut]);
    assert.deepEqual(await reads.leftOutPerson(round.id, three.id), leftOut);
    assert.equal(await reads.leftOutPerson(round.id, one.id), null);
    assert.deepEqual(await reads.openProposalsOf(one.id), [], 'a draft is nobody’s yet');
  });

  it('are sent once, and their drafts opened', async () => {
    const { id, people } = await seedProgramme(store());
    const [one, two] = people;
    assert.ok(one && two);
    const proposal = await seedOpenProposal(store(), id, [one.id, two.id]);
    const reads = store().reads.rounds;
    assert.deepEqual(await reads.openProposalsOf(two.id), [proposal]);
    const again = store().transaction((tx) => tx.rounds.setState(proposal.roundId, 'previewed', 'sent', NOW));
    await assert.rejects(again, refusal('round-already-sent'));
    const [round] = await reads.ofProgramme(id, 5);
    assert.equal(round?.state, 'sent');
    assert.deepEqual(round.sentAt, NOW);
  });

  it('keep what was proven with them, where anything was', async () => {
    const { id } = await seedProgramme(store());
    const certificate = { candidates: 9, shortfall: 420, bound: 400 };
    const [proven, other] = [aRound(id), aRound(id)];
    await store().transaction(async (tx) => {
      await tx.rounds.create(proven, [], [], certificate);
      await tx.rounds.create(other, [], []);
    });
    assert.deepEqual(await store().reads.rounds.certificate(proven.id), certificate);
    assert.equal(await store().reads.rounds.certificate(other.id), null);
  });

  it('come newest first', async () => {
    const { id } = await seedProgramme(store());
    const rounds = [3, 1, 2].map((day) => aRound(id, { createdAt: later(NOW, day * DAY_MS) }));
    await store().transaction(async (tx) => {
      for (const round of rounds) await tx.rounds.create(round, [], []);
    });
    const [newest, next] = await store().reads.rounds.ofProgramme(id, 2);
    assert.deepEqual([newest?.id, next?.id], [rounds[0]?.id, rounds[2]?.id]);
  });

  it('hold thousands of proposals, read in pages', async () => {
    const people = Array.from({ length: 3000 }, () => aPerson());
    const { id } = await seedProgramme(store(), { people: people.slice(0, 2) });
    const [one, two] = people;
    assert.ok(one && two);
    const round = aRound(id);
    const proposals = Array.from({ length: 2100 }, () => aProposal(round, [one.id, two.id]));
    await store().transaction((tx) => tx.rounds.create(round, proposals, []));
    const seen: ProposalId[] = [];
    for (let offset = 0; ; offset += 1000) {
      const found = await store().reads.rounds.proposalsOfRound(round.id, { offset, limit: 1000 });
      if (found.length === 0) break;
      seen.push(...found.map((proposal) => proposal.id));
      assert.ok(found.every((proposal) => proposal.sides.length === 2));
    }
    assert.deepEqual(seen, proposals.map((proposal) => proposal.id).toSorted());
  });
});

onEveryEngine('An answer to a proposal', ({ store, another }) => {
  let proposal: Proposal;
  const answer = (side: number, what: Answer, at = NOW, on = store()) => {
    const person = proposal.sides[side];
    assert.ok(person);
    return on.transaction((tx) => tx.rounds.answer(proposal.id, person.personId, what, at));
  };
  beforeEach(async () => {
    const { id, people } = await seedProgramme(store());
    const [one, two] = people;
    assert.ok(one && two);
    proposal = await seedOpenProposal(store(), id, [one.id, two.id]);
  });

  it('is given once, and seen by the other side’s', async () => {
    const after = await answer(0, 'yes');
    assert.deepEqual(
      after.sides.map((side) => side.answer),
      ['yes', null],
    );
    await assert.rejects(answer(0, 'not-now'), refusal('already-answered'));
    const both = await answer(1, 'not-this-one');
    assert.deepEqual(
      both.sides.map((side) => side.answer),
      ['yes', 'not-this-one'],
    );
  });

  it('of both at once leaves one who sees two yes', async () => {
    const other = await another();
    const answers = await Promise.all([answer(0, 'yes'), answer(1, 'yes', NOW, other)]);
    const complete = answers.filter(({ sides }) => sides.every((side) => side.answer === 'yes'));
    assert.equal(complete.length, 1);
  });

  it('given twice at once counts once', async () => {
    const other = await another();
    const results = await Promise.allSettled([answer(0, 'yes'), answer(0, 'not-now', NOW, other)]);
    assert.deepEqual(results.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected']);
  });

  it('is refused once the proposal is closed or has expired', async () => {
    await assert.rejects(answer(0, 'yes', later(NOW, 5 * DAY_MS)), refusal('proposal-closed'));
    await store().transaction((tx) => tx.rounds.close(proposal.id, 'declined', NOW));
    await assert.rejects(answer(0, 'yes'), refusal('proposal-closed'));
    const again = store().transaction((tx) => tx.rounds.close(proposal.id, 'accepted', NOW));
    await assert.rejects(again, refusal('proposal-closed'));
    assert.equal((await store().reads.rounds.proposal(proposal.id))?.state, 'declined');
  });

  it('of somebody else finds no such proposal', async () => {
    const { people } = await seedProgramme(store(), { people: [aPerson()] });
    const stranger = people[0];
    assert.ok(stranger);
    const work = store().transaction((tx) => tx.rounds.answer(proposal.id, stranger.id, 'yes', NOW));
    await assert.rejects(work, refusal('not-found'));
  });

  it('that is overdue is found by the clock', async () => {
    const reads = store().reads.rounds;
    const expiresAt = later(NOW, 5 * DAY_MS);
    assert.deepEqual(await reads.proposalsExpiring(expiresAt, 10), []);
    assert.deepEqual(await reads.proposalsExpiring(later(expiresAt, 1), 10), [proposal]);
  });
});
