import assert from 'node:assert/strict';
import { createRender } from '../../bot/chat/announce.ts';
import type { OccurrenceId, ProgrammeId, RoundId } from '../../bot/core/ids.ts';
import { asId } from '../../bot/core/ids.ts';
import type { Occurrence } from '../../bot/core/occurrence.ts';
import type { Person } from '../../bot/core/person.ts';
import type { Message } from '../../bot/core/ports/messaging.ts';
import type { Pairing } from '../../bot/core/round.ts';
import { newId } from '../../bot/new-id.ts';
import { aPerson, aRound, DAY_MS, later, NOW, TENANT } from '../helpers/builders.ts';
import { cardOf, faultsOf, wordsOf } from '../helpers/card-oracle.ts';
import { aChatter } from '../helpers/chatter.ts';
import { seedPairing, seedProgramme } from '../helpers/seed.ts';
import { openTestStore } from '../helpers/store.ts';
import type { TestStore } from '../helpers/store.ts';

const textOf = (message: Message | null): string => wordsOf(cardOf(message)).join('\n');

describe('what the bot says about a pairing by itself', () => {
  let store: TestStore;
  let programme: ProgrammeId;
  let pairing: Pairing;
  let ada: Person;
  let bo: Person;
  let now = NOW;

  beforeEach(async () => {
    now = later(NOW, 12 * DAY_MS);
    store = await openTestStore();
    ada = aPerson({ displayName: 'Ada Lovelace' });
    bo = aPerson({ displayName: 'Bo Öz' });
    programme = (await seedProgramme(store, { people: [ada, bo] })).id;
    pairing = await seedPairing(store, programme, [ada.id, bo.id]);
    for (const { id: personId } of [ada, bo]) {
      await store.transaction((tx) =>
        tx.checkIns.plan({
          id: asId(newId()),
          programmeId: programme,
          pairingId: pairing.id,
          personId,
          week: 1,
          dueAt: later(NOW, DAY_MS),
        }),
      );
    }
  });
  afterEach(() => store.close());

  async function render(about: Pick<Occurrence, 'kind' | 'subjectId'> & Partial<Occurrence>) {
    const occurrence: Occurrence = {
      id: asId<OccurrenceId>(newId()),
      tenantId: TENANT,
      programmeId: programme,
      personId: ada.id,
      period: newId(),
      state: 'sending',
      dueAt: now,
      expiresAt: later(now, DAY_MS),
      attempts: 1,
      fence: 1,
      ...about,
    };
    const said = await createRender({ store, now: () => now })(occurrence);
    if (said !== null) assert.deepEqual(faultsOf(cardOf(said)), []);
    return said;
  }
  const chat = (person: Person) => aChatter(store, person, () => now);
  const about = (kind: Occurrence['kind'], period = newId()) =>
    render({ kind, subjectId: pairing.id, period });
  const stateNow = async () => (await store.reads.pairings.byId(pairing.id))?.state;

  it('reminds lightly, and takes "we talked" for an answer', async () => {
    const nudge = await about('nudge');
    assert.match(textOf(nudge), /not heard from you and Bo Öz for a while\. No harm done/);
    await store.transaction((tx) => tx.pairings.setState(pairing.id, 'quiet', now));
    assert.match(textOf(await chat(ada).press(nudge, 'pairing.keep', 'yes')), /Glad to hear/);
    assert.equal(await stateNow(), 'active');
    assert.equal((await store.reads.checkIns.ofPerson(ada.id, 1))[0]?.connected, 'yes');
  });

  it('says nothing of silence once somebody was heard', async () => {
    const nudge = await about('nudge');
    await chat(bo).press(nudge, 'pairing.keep', 'planned');
    assert.equal(await about('nudge'), null);
    assert.equal(await about('close-offer'), null);
  });

  it('offers to let it rest after long silence, and ends it at one tap', async () => {
    const offer = await about('close-offer');
    assert.match(textOf(offer), /Shall we leave it here\?[^]*nobody is to blame/);
    assert.match(textOf(await chat(ada).press(offer, 'pairing.end')), /no reason/);
    assert.equal(await stateNow(), 'ended');
    for (const kind of ['nudge', 'close-offer', 'introduction'] as const) {
      assert.equal(await about(kind), null, kind);
    }
    assert.match(textOf(await about('pairing-ended')), /This pairing has ended/);
  });

  it('offers to go on in the last week, once for both', async () => {
    now = later(pairing.endsAt, -3 * DAY_MS);
    const period = `${pairing.id}:end:2027-01-25`;
    const offer = await about('close-offer', period);
    assert.match(textOf(offer), /coming to an end[^]*another 12 weeks/);
    assert.match(textOf(await chat(ada).press(offer, 'pairing.renew')), /now runs until Monday,? 19 April/);
    await chat(bo).press(offer, 'pairing.renew');
    const renewed = await store.reads.pairings.byId(pairing.id);
    assert.deepEqual(renewed?.endsAt, later(pairing.endsAt, 84 * DAY_MS));
    assert.equal(await about('close-offer', period), null);
  });

  it('lets nobody end, keep or renew what is not theirs', async () => {
    const stranger = aPerson();
    await seedProgramme(store, { people: [stranger] });
    for (const verb of [
      'pairing.end',
      'pairing.fit',
      'pairing.renew',
      'pairing.coordinator',
      'pairing.keep',
    ]) {
      const press = async (subject: string) =>
        JSON.stringify(await chat(stranger).forge(verb, { card: { subject, version: 1 }, connected: 'yes' }));
      assert.equal(await press(pairing.id), await press(newId()), verb);
    }
    assert.equal(await stateNow(), 'active');
  });

  it('names the coordinators with a chat that the person begins', async () => {
    const coordinator = aPerson({ displayName: 'Cleo', email: 'cleo@example.com' });
    await seedProgramme(store, { people: [coordinator] });
    await store.transaction((tx) => tx.programmes.addCoordinator(programme, coordinator.id, null, NOW));
    const offer = await about('nudge');
    const ways = await chat(ada).press(offer, 'pairing.fit');
    assert.match(textOf(await chat(ada).press(ways, 'pairing.coordinator')), /Write to Cleo/);
  });

  it('says why there was nobody, to who has nobody still', async () => {
    const alone = aPerson();
    await seedProgramme(store, { people: [alone] });
    await store.transaction((tx) =>
      tx.members.join({
        programmeId: programme,
        personId: alone.id,
        rhythm: 'weekly',
        mentorCapacity: 0,
        at: NOW,
      }),
    );
    const round = aRound(programme);
    const leftOut = [alone, ada].map(({ id: personId }) => ({
      personId,
      causes: [{ rule: 'common-hours', count: 3 }],
      remedies: [],
    }));
    await store.transaction((tx) => tx.rounds.create(round, [], leftOut));
    const subjectId: RoundId = round.id;
    const said = await render({ kind: 'left-out', subjectId, personId: alone.id });
    assert.match(textOf(said), /Nobody yet this time[^]*What stood in the way\n- /);
    assert.equal(await render({ kind: 'left-out', subjectId, personId: ada.id }), null);
  });

  it('welcomes back who is back, and not who has paused again', async () => {
    const back = { kind: 'welcome-back', subjectId: programme } as const;
    assert.match(textOf(await render(back)), /Good to have you back/);
    await store.transaction((tx) => tx.members.setState(programme, ada.id, 'paused', null, now));
    assert.equal(await render(back), null);
  });

  it('says nothing to who has left the company', async () => {
    await store.write((write) =>
      write.db.updateTable('people').set({ leftAt: now }).where('id', '=', ada.id).execute(),
    );
    assert.equal(await about('pairing-ended'), null);
  });
});
