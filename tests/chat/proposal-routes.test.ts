import assert from 'node:assert/strict';
import { createRender } from '../../bot/chat/announce.ts';
import type { Occurrence, OccurrenceKind } from '../../bot/core/occurrence.ts';
import type { Person } from '../../bot/core/person.ts';
import type { Message } from '../../bot/core/ports/messaging.ts';
import { aPerson, DAY_MS, later, NOW, TENANT } from '../helpers/builders.ts';
import { cardOf, faultsOf, wordsOf } from '../helpers/card-oracle.ts';
import { aChatter } from '../helpers/chatter.ts';
import { seedOpenProposal, seedProgramme } from '../helpers/seed.ts';
import { openTestStore } from '../helpers/store.ts';
import type { TestStore } from '../helpers/store.ts';
import { newId } from '../../bot/new-id.ts';
import { asId } from '../../bot/core/ids.ts';
import type { OccurrenceId, ProgrammeId } from '../../bot/core/ids.ts';

const textOf = (message: Message): string => wordsOf(cardOf(message)).join('\n');

describe('answering a proposal in the chat', () => {
  let store: TestStore;
  let programme: ProgrammeId;
  let now = NOW;
  let ada: Person;
  let bo: Person;

  beforeEach(async () => {
    now = NOW;
    store = await openTestStore();
    ada = aPerson({ displayName: 'Ada Lovelace', level: 4 });
    bo = aPerson({ displayName: 'Bo Öz', timeZone: 'Asia/Kolkata' });
    programme = (await seedProgramme(store, { people: [ada, bo] })).id;
  });
  afterEach(() => store.close());

  function occurrence(kind: OccurrenceKind, person: Person, subjectId: string): Occurrence {
    return {
      id: asId<OccurrenceId>(newId()),
      tenantId: TENANT,
      programmeId: programme,
      personId: person.id,
      kind,
      period: newId(),
      subjectId,
      state: 'sending',
      dueAt: now,
      expiresAt: later(now, DAY_MS),
      attempts: 1,
      fence: 1,
    };
  }

  const render = (kind: OccurrenceKind, person: Person, subject: string): Promise<Message | null> =>
    createRender({ store, now: () => now })(occurrence(kind, person, subject));
  const chat = (person: Person) => aChatter(store, person, () => now);

  async function proposed() {
    const proposal = await seedOpenProposal(store, programme, [ada.id, bo.id]);
    const cards = {
      ada: await render('proposal', ada, proposal.id),
      bo: await render('proposal', bo, proposal.id),
    };
    return { proposal, cards };
  }

  it('shows each side the other, in the language and on the clock of who reads', async () => {
    await store.transaction(async (tx) => {
      const preferences = await tx.people.preferences(bo.id);
      await tx.people.setPreferences(bo.id, { ...preferences, locale: 'de' });
    });
    const { cards } = await proposed();
    const [forAda, forBo] = [cardOf(cards.ada), cardOf(cards.bo)];
    assert.deepEqual([...faultsOf(forAda), ...faultsOf(forBo)], []);
    assert.match(wordsOf(forAda).join('\n'), /Bo Öz[^]*Kolkata, 4.5 h ahead of you[^]*different departments/);
    assert.match(wordsOf(forBo).join('\n'), /Ada Lovelace[^]*Berlin, 4,5 Std\. hinter dir/);
    assert.match(wordsOf(forBo)[0] ?? '', /ein paar Schritte voraus/);
  });

  it('tells no one of the first yes, and introduces both at the second', async () => {
    const { cards } = await proposed();
    const first = await chat(ada).press(cards.ada, 'proposal.yes');
    assert.match(textOf(first), /I have told no one yet.*until Saturday,? 7 November/);
    const second = await chat(bo).press(cards.bo, 'proposal.yes');
    assert.match(textOf(second), /Bo Öz and Ada Lovelace, meet each other/);
    const [pairing] = await store.reads.pairings.currentOf(ada.id);
    assert.ok(pairing);
    const announced = await render('introduction', ada, pairing.id);
    assert.ok(announced);
    assert.match(textOf(announced), /You go first/);
    assert.match(textOf(second), /Ada Lovelace goes first/);
  });

  it('gives the same answer to the same press, however often it comes', async () => {
    const { cards } = await proposed();
    await chat(ada).press(cards.ada, 'proposal.yes');
    const once = await chat(bo).press(cards.bo, 'proposal.yes');
    now = later(NOW, 3_600_000);
    assert.deepEqual(await chat(bo).press(cards.bo, 'proposal.yes'), once);
    assert.equal((await store.reads.pairings.currentOf(bo.id)).length, 1);
  });

  it('says kindly that a no is no trouble, and never to the other side that there was one', async () => {
    const { proposal, cards } = await proposed();
    await chat(bo).press(cards.bo, 'proposal.yes');
    assert.match(
      textOf(await chat(ada).press(cards.ada, 'proposal.not-this-one')),
      /That is quite all right/,
    );
    const news = await render('proposal-moved-on', bo, proposal.id);
    assert.ok(news);
    assert.doesNotMatch(textOf(news), /Ada|declin|said no|rejected/);
    assert.equal(await render('proposal', bo, proposal.id), null);
  });

  it('shows what holds now where an old card is pressed', async () => {
    const { cards } = await proposed();
    await chat(ada).press(cards.ada, 'proposal.not-now');
    assert.match(textOf(await chat(bo).press(cards.bo, 'proposal.yes')), /This suggestion is closed/);
    assert.match(textOf(await chat(ada).press(cards.ada, 'proposal.yes')), /That is fine|is closed/);
  });

  it('answers a press of a stranger as one on nothing', async () => {
    const { proposal } = await proposed();
    const stranger = aPerson();
    await seedProgramme(store, { people: [stranger] });
    const say = async (subject: string) =>
      JSON.stringify(await chat(stranger).forge('proposal.yes', { card: { subject, version: 1 } }));
    assert.equal(await say(proposal.id), await say(newId()));
  });

  it('has nothing left to say once it is answered, over time, or the person has left', async () => {
    const { proposal, cards } = await proposed();
    await chat(ada).press(cards.ada, 'proposal.yes');
    assert.equal(await render('proposal', ada, proposal.id), null);
    now = later(NOW, 6 * DAY_MS);
    assert.equal(await render('proposal', bo, proposal.id), null);
    now = NOW;
    await store.transaction((tx) => tx.members.setState(programme, bo.id, 'left', null, NOW));
    assert.equal(await render('proposal', bo, proposal.id), null);
    assert.equal(await render('left-out', bo, newId()), null);
  });
});
