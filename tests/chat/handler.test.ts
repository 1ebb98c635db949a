import assert from 'node:assert/strict';
import { confide } from '../../bot/core/confidential.ts';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROUTES } from '../../bot/chat/routes.ts';
import type { Person } from '../../bot/core/person.ts';
import type { ProgrammeId } from '../../bot/core/ids.ts';
import { newId } from '../../bot/new-id.ts';
import { aPerson } from '../helpers/builders.ts';
import { buttonsOf, chatDeps, talker, wordsIn } from '../helpers/chat.ts';
import type { Talker } from '../helpers/chat.ts';
import { seedPeople, seedProgramme } from '../helpers/seed.ts';
import { openTestStore } from '../helpers/store.ts';
import type { TestStore } from '../helpers/store.ts';

describe('a turn', () => {
  let store: TestStore;
  let ada: Person;
  let programme: ProgrammeId;
  let talk: Talker;

  beforeEach(async () => {
    store = await openTestStore();
    programme = (await seedProgramme(store)).id;
    ada = aPerson({ displayName: 'Ada Lind' });
    await seedPeople(store, [ada]);
    talk = talker(chatDeps(store), ada);
  });

  afterEach(() => store.close());

  const member = () => store.reads.members.one(programme, ada.id);
  const dump = () =>
    store.write(async ({ db }) => ({
      members: await db.selectFrom('members').selectAll().execute(),
      dialogs: await db.selectFrom('dialogs').selectAll().execute(),
      answers: await db.selectFrom('cardAnswers').selectAll().execute(),
    }));

  it('tells someone whom the directory does not know what to do, and keeps nothing', async () => {
    const stranger = talker(chatDeps(store), aPerson(), 'de');
    assert.match(wordsIn(await stranger.type('hallo')), /Verzeichnis/);
    const kept = await store.write(({ db }) => db.selectFrom('conversations').selectAll().execute());
    assert.deepEqual(kept, []);
  });

  it('gives a second press of the same card the same answer, and does it once', async () => {
    const hello = await talk.send({ kind: 'installed' });
    const first = await talk.press(hello, 'Join');
    const joinedAt = (await member())?.joinedAt;
    const second = await talk.press(hello, 'Join');
    assert.deepEqual(second, first);
    assert.deepEqual((await member())?.joinedAt, joinedAt);
  });

  it('does it once also when both presses come at the same moment', async () => {
    const hello = await talk.send({ kind: 'installed' });
    const answers = await Promise.all([1, 2, 3, 4].map(() => talk.press(hello, 'Join')));
    for (const answer of answers) assert.deepEqual(answer, answers[0]);
    assert.equal((await store.reads.members.ofPerson(ada.id)).length, 1);
  });

  it('keeps one person’s press apart from another’s on the same card', async () => {
    const bo = aPerson();
    await seedPeople(store, [bo]);
    const hello = await talk.send({ kind: 'installed' });
    await talk.press(hello, 'Join');
    await talker(chatDeps(store), bo).press(hello, 'Join');
    assert.equal((await store.reads.members.one(programme, bo.id))?.state, 'joined');
  });

  it('says nothing to a message that it has answered already', async () => {
    const id = newId();
    assert.equal((await talk.type('hello', id)).messages.length, 1);
    assert.deepEqual(await talk.type('hello', id), { messages: [], replacement: null });
  });

  it('refuses a press that it cannot read, in words, and changes nothing', async () => {
    const [join] = buttonsOf(await talk.send({ kind: 'installed' }));
    assert.ok(join);
    await talk.press(await talk.send({ kind: 'installed' }), 'Join');
    const before = await dump();
    const key = join.data['key'];
    const bad: readonly [string, Record<string, unknown>][] = [
      ['no.such', { key }],
      ['constructor', { key }],
      ['onboarding.rhythm', {}],
      ['onboarding.rhythm', { card: 7, rhythm: 'weekly' }],
      ['onboarding.rhythm', { key, rhythm: 'daily' }],
      ['onboarding.rhythm', { card: { subject: 'x'.repeat(5000), version: 1 }, rhythm: 'weekly' }],
      ['onboarding.capacity', { key, capacity: '3; drop table members' }],
      ['onboarding.capacity', { key, capacity: 99 }],
      ['onboarding.choose', { key, side: 'offer', shown: [], topics: 'not-a-topic' }],
      ['onboarding.choose', { key, side: 'both', shown: [], topics: '' }],
      ['onboarding.hours', { key, days: '1', from: '17:00', to: '09:00' }],
      ['onboarding.hours', { key, days: '9', from: '09:00', to: '17:00' }],
      ['onboarding.hours', { key, days: '1', from: '9am', to: '17:00' }],
      ['onboarding.languages', { key, languages: 'english!' }],
      ['onboarding.languages', { key, languages: '' }],
      ['member.pause', { key, length: 'for ever' }],
      ['member.speak', { key, locale: 'xx' }],
    ];
    for (const [verb, data] of bad) {
      const answer = await talk.send({ kind: 'press', verb, data: confide(data) });
      assert.ok(answer.replacement !== null && 'text' in answer.replacement, verb);
      assert.ok(answer.replacement.text.length > 10, verb);
    }
    assert.deepEqual(await dump(), before);
  });

  it('answers every verb of its own cards with data of any kind without a fault', async () => {
    await talk.press(await talk.send({ kind: 'installed' }), 'Join');
    const junk = [
      {},
      { card: null },
      { card: { subject: 'a', version: 'b' } },
      { card: { subject: 'a', version: 1 }, topics: 5, side: 'x' },
    ];
    for (const verb of Object.keys(ROUTES)) {
      if (verb === 'data.erase' || verb === 'member.leave') continue;
      for (const data of junk)
        assert.ok((await talk.send({ kind: 'press', verb, data: confide(data) })).replacement, verb);
    }
  });

  it('remembers the newest way to someone, and that they have gone', async () => {
    await talk.type('hello');
    assert.equal((await store.reads.conversations.reference(ada.id))?.userId, `29:${ada.objectId}`);
    assert.deepEqual(await talk.send({ kind: 'removed' }), { messages: [], replacement: null });
    assert.equal(await store.reads.conversations.unreachable(ada.id), 'not-installed');
    await talk.send({ kind: 'installed' });
    assert.equal(await store.reads.conversations.unreachable(ada.id), null);
  });

  it('says kindly that no programme runs', async () => {
    await store.transaction((tx) => tx.programmes.setState(programme, 'closed', new Date()));
    assert.match(wordsIn(await talk.send({ kind: 'installed' })), /not running a programme/);
    assert.match(wordsIn(await talk.type('join')), /not running a programme/);
    assert.match(wordsIn(await talk.type('help')), /What I can do/);
    assert.match(wordsIn(await talk.type('my data')), /What is kept/);
  });

  it('goes on in another process over the same file', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'alongside-'));
    const file = join(folder, 'store.sqlite');
    const bo = aPerson();
    const before = await openTestStore(file);
    await seedProgramme(before);
    await seedPeople(before, [bo]);
    const hello = await talker(chatDeps(before), bo).send({ kind: 'installed' });
    await talker(chatDeps(before), bo).press(hello, 'Join');
    await talker(chatDeps(before), bo).type('changing career');
    await before.close();
    const after = await openTestStore(file);
    const confirmed = await talker(chatDeps(after), bo).type('yes');
    assert.match(wordsIn(confirmed), /What are you facing/);
    await after.close();
    rmSync(folder, { recursive: true });
  });
});
