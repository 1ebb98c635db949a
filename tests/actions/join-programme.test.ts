import assert from 'node:assert/strict';
import { eraseMyData } from '../../bot/actions/erase-my-data.ts';
import { joinProgramme } from '../../bot/actions/join-programme.ts';
import { leaveProgramme } from '../../bot/actions/leave-programme.ts';
import { pauseMembership } from '../../bot/actions/pause-membership.ts';
import { resumeMembership } from '../../bot/actions/resume-membership.ts';
import { asId } from '../../bot/core/ids.ts';
import { Refusal } from '../../bot/core/refusal.ts';
import { newId } from '../../bot/new-id.ts';
import { aPerson, NOW } from '../helpers/builders.ts';
import { seedOpenProposal, seedPairing, seedPeople, seedProgramme } from '../helpers/seed.ts';
import { openTestStore } from '../helpers/store.ts';
import type { TestStore } from '../helpers/store.ts';

const refusal = (code: string) => (error: unknown) => error instanceof Refusal && error.code === code;

describe('joining, pausing and leaving a programme', () => {
  let store: TestStore;
  const deps = () => ({ store, now: () => NOW, newId });

  beforeEach(async () => {
    store = await openTestStore();
  });

  afterEach(() => store.close());

  it('refuses a second joining, a programme that does not run, and what does not exist', async () => {
    const running = await seedProgramme(store);
    const draft = await seedProgramme(store, { state: 'draft', people: [] });
    const [member] = running.people;
    const newcomer = aPerson();
    const stranger = aPerson({ tenantId: asId(newId()) });
    const leaver = aPerson({ leftAt: NOW });
    await seedPeople(store, [newcomer, stranger, leaver]);
    const join = (programmeId: typeof running.id, personId: typeof newcomer.id) =>
      joinProgramme(deps(), { programmeId, personId });
    await join(running.id, newcomer.id);
    await assert.rejects(join(running.id, newcomer.id), refusal('already-a-member'));
    await assert.rejects(join(running.id, member?.id ?? asId('')), refusal('already-a-member'));
    await assert.rejects(join(draft.id, newcomer.id), refusal('programme-not-running'));
    await assert.rejects(join(asId(newId()), newcomer.id), refusal('not-found'));
    await assert.rejects(join(running.id, stranger.id), refusal('not-found'));
    await assert.rejects(join(running.id, leaver.id), refusal('not-found'));
  });

  it('lets go of proposals when somebody pauses, and takes a second pause as the newest word', async () => {
    const { id: programmeId, people } = await seedProgramme(store);
    const [ada, bo] = people;
    assert.ok(ada && bo);
    const proposal = await seedOpenProposal(store, programmeId, [ada.id, bo.id]);
    const member = { programmeId, personId: ada.id };
    await pauseMembership(deps(), { ...member, until: '2026-12-01' });
    assert.equal((await store.reads.rounds.proposal(proposal.id))?.state, 'declined');
    await pauseMembership(deps(), { ...member, until: null });
    assert.equal((await store.reads.members.one(programmeId, ada.id))?.pausedUntil, null);
    await assert.rejects(
      pauseMembership(deps(), { ...member, until: '2026-11-02' }),
      refusal('date-in-past'),
    );
    await resumeMembership(deps(), member);
    await resumeMembership(deps(), member);
    assert.equal((await store.reads.members.one(programmeId, ada.id))?.state, 'joined');
  });

  it('says nothing more to who has left, and a kind word to who stays', async () => {
    const { id: programmeId, people } = await seedProgramme(store);
    const [ada, bo] = people;
    assert.ok(ada && bo);
    await seedPairing(store, programmeId, [ada.id, bo.id]);
    await leaveProgramme(deps(), { programmeId, personId: ada.id });
    const due = await store.write(({ db }) =>
      db.selectFrom('occurrences').where('state', '=', 'due').select(['personId', 'kind']).execute(),
    );
    assert.deepEqual(due, [{ personId: bo.id, kind: 'pairing-ended' }]);
    await assert.rejects(leaveProgramme(deps(), { programmeId, personId: ada.id }), refusal('not-a-member'));
  });

  it('erases what was chosen and ends the membership, also twice', async () => {
    const ada = aPerson();
    const one = await seedProgramme(store, { people: [ada] });
    await eraseMyData(deps(), { personId: ada.id });
    const member = await store.reads.members.one(one.id, ada.id);
    assert.deepEqual([member?.state, member?.offers, member?.needs], ['left', [], []]);
    await eraseMyData(deps(), { personId: ada.id });
  });
});
