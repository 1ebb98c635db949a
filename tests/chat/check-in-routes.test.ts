import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { planCheckIns } from '../../bot/actions/plan-check-ins.ts';
import { createRender } from '../../bot/chat/announce.ts';
import { moodCard } from '../../bot/chat/cards/check-in.ts';
import { pairView } from '../../bot/chat/pair-view.ts';
import { asId } from '../../bot/core/ids.ts';
import type { OccurrenceId } from '../../bot/core/ids.ts';
import type { OccurrenceKind } from '../../bot/core/occurrence.ts';
import type { Person } from '../../bot/core/person.ts';
import type { Message } from '../../bot/core/ports/messaging.ts';
import type { Pairing } from '../../bot/core/round.ts';
import { newId } from '../../bot/new-id.ts';
import { aPerson, DAY_MS, later, NOW, TENANT } from '../helpers/builders.ts';
import { actionsOf, cardOf, wordsOf } from '../helpers/card-oracle.ts';
import { chatDeps, talker, wordsIn } from '../helpers/chat.ts';
import { aChatter } from '../helpers/chatter.ts';
import { seedPairing, seedProgramme } from '../helpers/seed.ts';
import { openTestStore } from '../helpers/store.ts';
import type { TestStore } from '../helpers/store.ts';

const textOf = (message: Message): string => wordsOf(cardOf(message)).join('\n');

describe('answering a check-in in the chat', () => {
  let folder: string;
  let store: TestStore;
  let pairing: Pairing;
  let ada: Person;
  let bo: Person;
  let now = NOW;
  let card: Message | null;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'alongside-'));
    store = await openTestStore(join(folder, 'store.db'));
    ada = aPerson({ displayName: 'Ada Lovelace' });
    bo = aPerson({ displayName: 'Bo Öz' });
    const programme = await seedProgramme(store, { people: [ada, bo] });
    pairing = await seedPairing(store, programme.id, [ada.id, bo.id]);
    now = later(NOW, 3 * DAY_MS);
    await planCheckIns({ store, now: () => now, newId });
    now = later(NOW, 5 * DAY_MS);
    card = await render(ada);
  });
  afterEach(async () => {
    await store.close();
    await rm(folder, { recursive: true });
  });

  async function render(person: Person): Promise<Message | null> {
    const worker = { worker: 'w', now, leaseUntil: later(now, 60_000), limit: 10 };
    const claimed = await store.transaction((tx) => tx.occurrences.claim(worker));
    const mine = claimed.find(({ personId }) => personId === person.id);
    assert.ok(mine, 'a check-in is due');
    return createRender({ store, now: () => now })(mine);
  }

  const chat = (person: Person) => aChatter(store, person, () => now);
  const own = async () => (await store.reads.checkIns.ofPerson(ada.id, 1))[0];

  it('asks how somebody is first, and says that only they see it', () => {
    assert.ok(card !== null && 'summary' in card);
    assert.equal(card.summary, 'Alongside has a short question for you');
    assert.match(textOf(card), /How are you today\?[^]*Only you see this answer[^]*Week 1 with Bo Öz/);
  });

  it('names what they may have missed, until something has been sent since', async () => {
    const missed = async (kind: OccurrenceKind, to: 'unknown' | 'sent', at: Date) => {
      const id = asId<OccurrenceId>(newId());
      const { programmeId } = pairing;
      const [period, subjectId] = [newId(), newId()];
      await store.transaction(async (tx) => {
        const expiresAt = later(now, DAY_MS);
        const one = { id, tenantId: TENANT, programmeId, personId: bo.id, kind, period, subjectId };
        await tx.occurrences.plan([{ ...one, dueAt: at, expiresAt }]);
        await tx.occurrences.claim({ worker: id, now: at, leaseUntil: at, limit: 1 });
        await tx.occurrences.startSending([{ id, fence: 1 }], at);
        assert.ok(await tx.occurrences.move(id, 1, 'sending', { to, at }));
      });
    };
    const before = later(NOW, DAY_MS);
    await missed('proposal-moved-on', 'unknown', before);
    await missed('nudge', 'unknown', later(before, 1));
    await missed('nudge', 'unknown', later(before, 2));
    const line = /You may have missed this from me: a suggestion that has closed and a friendly reminder\./;
    now = later(now, 120_000);
    await store.transaction((tx) => tx.occurrences.recover(now));
    const message = await render(bo);
    assert.ok(message);
    assert.match(textOf(message), line);
    assert.doesNotMatch(textOf(card ?? message), /may have missed/, 'it is of somebody else');
    await missed('welcome-back', 'sent', later(before, 3));
    now = later(now, 120_000);
    await store.transaction((tx) => tx.occurrences.recover(now));
    assert.doesNotMatch(textOf((await render(bo)) ?? message), /may have missed/);
    // Whoever asks is told all the same, as long as it can matter to them; nobody else is.
    const asks = async (who: Person, words: string) =>
      wordsIn(
        await talker(
          chatDeps(store, () => now),
          who,
        ).type(words),
      );
    assert.match(await asks(bo, 'Did I miss something?'), line);
    assert.match(await asks(ada, 'Did I miss something?'), /Nothing that I know of/);
    await asks(bo, 'sprache deutsch');
    assert.match(await asks(bo, 'Habe ich was verpasst?'), /Vorschlag, der sich erledigt hat und eine fr/);
    now = later(now, 2 * DAY_MS);
    assert.match(await asks(bo, 'etwas verpasst?'), /Nichts, von dem ich weiß/);
  });

  it('leads through three taps and ends kindly', async () => {
    const second = await chat(ada).press(card, 'check-in.mood', 4);
    assert.match(textOf(second), /Good to hear[^]*Have you and Bo Öz talked\?/);
    const third = await chat(ada).press(second, 'check-in.connected', 'yes');
    assert.match(textOf(third), /Did it help you\?/);
    assert.match(textOf(await chat(ada).press(third, 'check-in.helped', 5)), /I am glad you two talked/);
    const saved = await own();
    assert.deepEqual([saved?.mood?.reveal(), saved?.connected, saved?.helped?.reveal()], [4, 'yes', 5]);
  });

  it('stops at a hard day, offers help without alarm, and goes on only when the person does', async () => {
    const hard = await chat(ada).press(card, 'check-in.mood', 1);
    assert.match(textOf(hard), /hard day, and it is all right[^]*Nothing for now/);
    const care = await chat(ada).press(hard, 'care.call');
    assert.match(textOf(care), /Care line[^]*call 112 now[^]*nobody reads this chat live/);
    const breath = await chat(ada).press(care, 'care.breath');
    assert.match(textOf(breath), /Breathe out slowly/);
    const second = await chat(ada).press(breath, 'check-in.go-on');
    assert.match(textOf(second), /Have you and Bo Öz talked\?/);
  });

  it('tells nobody of a hard day', async () => {
    const before = await store.engine.read.selectFrom('occurrences').selectAll().execute();
    await chat(ada).press(card, 'check-in.mood', 1);
    const after = await store.engine.read.selectFrom('occurrences').selectAll().execute();
    assert.equal(after.length, before.length);
  });

  it('takes another mood from the same card, and the same press gives the same answer', async () => {
    const once = await chat(ada).press(card, 'check-in.mood', 2);
    assert.deepEqual(await chat(ada).press(card, 'check-in.mood', 2), once);
    const changed = await chat(ada).press(card, 'check-in.mood', 5);
    assert.match(textOf(changed), /lovely to hear/);
    const again = await chat(ada).press(changed, 'check-in.change');
    await chat(ada).press(again, 'check-in.mood', 3);
    assert.equal((await own())?.mood?.reveal(), 3);
  });

  it('can be skipped, and answered late', async () => {
    now = later(NOW, 15 * DAY_MS);
    const second = await chat(ada).press(card, 'check-in.skip');
    const done = await chat(ada).press(second, 'check-in.connected', 'planned');
    assert.match(textOf(done), /Good that there is a date/);
    assert.deepEqual([(await own())?.mood, (await own())?.connected], [null, 'planned']);
    now = later(NOW, 30 * DAY_MS);
    assert.match(
      textOf(await chat(ada).press(second, 'check-in.connected', 'not-yet')),
      /That week is closed/,
    );
  });

  it('hands the first step to two who have not met', async () => {
    const second = await chat(ada).press(card, 'check-in.mood', 3);
    const done = cardOf(await chat(ada).press(second, 'check-in.connected', 'not-yet'));
    const links = actionsOf(done).flatMap(({ url }) => (url === undefined ? [] : [new URL(url).pathname]));
    assert.deepEqual(links, ['/l/chat/0/0', '/l/meeting/new']);
  });

  it('lets somebody who would rather not end it kindly, without a reason', async () => {
    const second = await chat(ada).press(card, 'check-in.skip');
    const ways = await chat(ada).press(second, 'check-in.connected', 'rather-not');
    assert.match(textOf(ways), /End it kindly[^]*Talk to the coordinator[^]*Go on after all/);
    assert.match(
      textOf(await chat(ada).press(ways, 'pairing.coordinator')),
      /no coordinator that I can name/,
    );
    assert.match(textOf(await chat(ada).press(ways, 'pairing.end')), /hears only that the pairing has ended/);
    assert.equal((await store.reads.pairings.byId(pairing.id))?.state, 'ended');
    // A second press, or the other side's, finds it done.
    assert.match(textOf(await chat(ada).press(ways, 'pairing.end')), /This pairing has ended/);
    const told = await store.engine.read
      .selectFrom('occurrences')
      .where('kind', '=', 'pairing-ended')
      .select('personId')
      .execute();
    assert.deepEqual(told, [{ personId: bo.id }]);
  });

  it("answers a press on somebody else's check-in as one on nothing, and changes nothing", async () => {
    const theirs = await own();
    assert.ok(theirs);
    for (const [verb, answer] of [
      ['check-in.mood', 5],
      ['check-in.connected', 'yes'],
      ['check-in.helped', 1],
      ['check-in.change', null],
      ['check-in.fit', null],
    ] as const) {
      const press = async (subject: string) =>
        JSON.stringify(await chat(bo).forge(verb, { card: { subject, version: 1 }, answer }));
      assert.equal(await press(theirs.id), await press(newId()), verb);
    }
    assert.deepEqual(await own(), theirs);
  });

  it('refuses answers that are none', async () => {
    const mine = await own();
    for (const answer of [0, 6, 2.5, '3', null, [], {}]) {
      const said = await chat(ada).forge('check-in.mood', {
        card: { subject: mine?.id ?? '', version: 1 },
        answer,
      });
      assert.ok(said.replacement !== null && 'text' in said.replacement);
    }
    assert.equal((await own())?.mood, null);
  });

  it('leaves no trace of a hard day in the file of the store', async () => {
    const hard = await chat(ada).press(card, 'check-in.mood', 1);
    await chat(ada).press(hard, 'care.call');
    await store.close();
    const files = await readdir(folder);
    assert.ok(files.includes('store.db'));
    for (const file of files) {
      const text = (await readFile(join(folder, file))).toString('latin1');
      // The control: what may be there is there.
      if (file === 'store.db') assert.match(text, /Ada Lovelace/);
      assert.doesNotMatch(text, /hard day|check-in\.mood|care\.call|"mood"|Breathe/);
    }
    store = await openTestStore();
  });

  it('has nothing left to say when the pairing has ended or is quiet', async () => {
    for (const state of ['quiet', 'ended'] as const) {
      await store.transaction((tx) => tx.pairings.setState(pairing.id, state, now));
      now = later(now, 120_000);
      await store.transaction((tx) => tx.occurrences.recover(now));
      assert.equal(await render(ada), null);
    }
  });

  it('still answers somebody whose partner has left the company', async () => {
    await store.write((write) =>
      write.db.updateTable('people').set({ leftAt: now }).where('id', '=', bo.id).execute(),
    );
    const mine = await own();
    const view = await pairView(store.reads, pairing, { person: ada.id, locale: 'en', at: now });
    assert.ok(mine && view);
    const hard = await chat(ada).press(moodCard({ ...view, checkIn: mine }), 'check-in.mood', 1);
    assert.match(textOf(hard), /Whom I can call/);
    assert.match(textOf(await chat(ada).press(hard, 'check-in.go-on')), /your colleague/);
  });
});
