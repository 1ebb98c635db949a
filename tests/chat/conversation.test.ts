import assert from 'node:assert/strict';
import { confide } from '../../bot/core/confidential.ts';
import { EXPERIENCES } from '../../bot/core/topics/experiences.ts';
import type { Person } from '../../bot/core/person.ts';
import type { ProgrammeId } from '../../bot/core/ids.ts';
import { aPerson } from '../helpers/builders.ts';
import { buttonsOf, chatDeps, choicesOf, talker, wordsIn } from '../helpers/chat.ts';
import type { Talker } from '../helpers/chat.ts';
import { seedPeople, seedProgramme, seedTopics } from '../helpers/seed.ts';
import { openTestStore } from '../helpers/store.ts';
import type { TestStore } from '../helpers/store.ts';

const INSTALLED = { kind: 'installed' } as const;

describe('a conversation', () => {
  let store: TestStore;
  let ada: Person;
  let programme: ProgrammeId;
  let talk: Talker;

  beforeEach(async () => {
    store = await openTestStore();
    programme = (await seedProgramme(store)).id;
    await seedTopics(
      store,
      EXPERIENCES.map(({ name }) => name),
    );
    await seedTopics(store, ['Kubernetes', 'Rust', 'Go', 'Python'], 'skill');
    ada = aPerson({ displayName: 'Ada Lind', languages: ['en', 'sv'], timeZone: 'Europe/Stockholm' });
    await seedPeople(store, [ada]);
    talk = talker(chatDeps(store), ada);
  });

  afterEach(() => store.close());

  const member = () => store.reads.members.one(programme, ada.id);
  const namesOf = async (side: 'offers' | 'needs') => {
    const ids = (await member())?.[side] ?? [];
    const topics = await store.reads.topics.byIds(ids);
    return ids.map((id) => topics.get(id)?.name ?? '').sort((a, b) => a.localeCompare(b));
  };

  it('says what it is and who can see what, and changes nothing before a yes', async () => {
    const hello = await talk.send(INSTALLED);
    assert.match(wordsIn(hello), /Ada Lind/);
    assert.match(wordsIn(hello), /your manager never sees/);
    assert.deepEqual(
      buttonsOf(hello).map(({ verb }) => verb),
      ['onboarding.join', 'onboarding.how', 'onboarding.later'],
    );
    assert.equal(await member(), null);
  });

  it('brings someone in by typing, confirming what it understood', async () => {
    await talk.send(INSTALLED);
    const offers = await talk.type('yes');
    assert.equal((await member())?.state, 'joined');
    assert.match(wordsIn(offers), /What have you come through/);
    assert.match(wordsIn(offers), /Europe\/Stockholm/);

    const understood = await talk.type('kubernetes and i just moved to managing ppl');
    assert.deepEqual([...choicesOf(understood).ticked].sort(), [
      'Kubernetes',
      'Leading people for the first time',
    ]);
    assert.deepEqual(await namesOf('offers'), []);
    const needs = await talk.type('yes');
    assert.deepEqual(await namesOf('offers'), ['Kubernetes', 'Leading people for the first time']);
    assert.match(wordsIn(needs), /What are you facing/);

    await talk.type('I now face rust');
    await talk.type('yes');
    assert.match(wordsIn(await talk.type('2')), /How often/);
    assert.match(wordsIn(await talk.type('every two weeks')), /When do you work/);
    assert.match(wordsIn(await talk.type('mon-thu 8:30 to 16')), /Which languages/);
    const summary = await talk.type('english and german');
    assert.match(wordsIn(summary), /You are in[\s\S]*Rust[\s\S]*Every two weeks/);
    assert.equal(buttonsOf(summary).length, 6);

    const { hours, languages } = await store.reads.people.preferences(ada.id);
    assert.deepEqual(hours, { days: [1, 2, 3, 4], startMinute: 510, endMinute: 960 });
    assert.deepEqual(languages, ['en', 'de']);
    assert.equal((await member())?.mentorCapacity, 2);
    assert.equal((await member())?.rhythm, 'fortnightly');
    assert.deepEqual(await namesOf('needs'), ['Rust']);
  });

  it('brings someone in by tapping alone', async () => {
    const offers = await talk.press(await talk.send(INSTALLED), 'Join');
    const list = await talk.press(offers, 'Show lived experiences');
    const [first] = choicesOf(list).ids;
    const needs = await talk.press(list, 'Yes, add', { topics: first ?? '' });
    assert.equal((await member())?.offers.length, 1);
    const capacity = await talk.press(needs, 'Nothing for now');
    const rhythm = await talk.press(capacity, '3');
    const hours = await talk.press(rhythm, 'Monthly');
    const languages = await talk.press(hours, 'That is right', { days: '1,2', from: '09:00', to: '12:30' });
    const summary = await talk.press(languages, 'That is right', { languages: 'sv' });
    assert.match(wordsIn(summary), /You are in/);
    assert.equal((await member())?.mentorCapacity, 3);
    assert.deepEqual((await store.reads.people.preferences(ada.id)).hours, {
      days: [1, 2],
      startMinute: 540,
      endMinute: 750,
    });
  });

  it('goes on where someone stopped, after a restart', async () => {
    await talk.press(await talk.send(INSTALLED), 'Join');
    await talk.type('burnout');
    const later = talker(chatDeps(store), ada);
    const again = await later.type('hello');
    assert.deepEqual(choicesOf(again).ticked, ['Burnout and coming back']);
    assert.match(wordsIn(await later.type('yes')), /What are you facing/);
    assert.match(wordsIn(await talker(chatDeps(store), ada).type('hi')), /What are you facing/);
  });

  it('asks which side is meant when nothing says so, and takes what is pressed', async () => {
    await joinAndSkip();
    const card = await talk.type('python');
    assert.deepEqual(
      buttonsOf(card)
        .slice(0, 2)
        .map(({ title }) => title),
      ['I have come through this', 'I am facing this'],
    );
    await talk.press(card, 'I am facing this', { topics: choicesOf(card).ids.join(',') });
    assert.deepEqual(await namesOf('needs'), ['Python']);
  });

  it('keeps what was found before joining, and asks about it after', async () => {
    await talk.send(INSTALLED);
    const welcome = await talk.type('I came through burnout');
    assert.match(wordsIn(welcome), /Burnout and coming back/);
    assert.equal(await member(), null);
    const confirm = await talk.press(welcome, 'Join');
    assert.deepEqual(choicesOf(confirm).ticked, ['Burnout and coming back']);
    await talk.type('yes');
    assert.deepEqual(await namesOf('offers'), ['Burnout and coming back']);
  });

  it('changes any part later, by words in either language', async () => {
    await joinAndSkip();
    assert.match(wordsIn(await talk.type('change my hours')), /When do you work/);
    assert.match(wordsIn(await talk.type('10-18')), /10:00–18:00/);
    assert.match(wordsIn(await talk.type('Stunden ändern')), /When do you work/);
    assert.match(wordsIn(await talk.type('monthly')), /Monthly/);
    assert.equal((await member())?.rhythm, 'monthly');
    const topics = await talk.type('my topics');
    const offers = await talk.press(topics, 'Come through');
    assert.match(wordsIn(offers), /What have you come through/);
  });

  it('does not undo what was said after an old card', async () => {
    const offers = await talk.press(await talk.send(INSTALLED), 'Join');
    await talk.type('rust');
    await talk.type('yes');
    const old = buttonsOf(offers).find(({ verb }) => verb === 'onboarding.browse');
    assert.ok(old);
    const again = await talk.send({ kind: 'press', verb: old.verb, data: confide(old.data) });
    const choices = choicesOf(again);
    const python = choices.ids[choices.all.indexOf('Changing career')];
    await talk.press(again, 'Yes, add', { topics: python ?? '' });
    assert.deepEqual(await namesOf('offers'), ['Changing career', 'Rust']);
  });

  it('says so when nothing fits, and offers the lived experiences', async () => {
    await talk.press(await talk.send(INSTALLED), 'Join');
    const answer = await talk.type('underwater basket weaving');
    assert.match(wordsIn(answer), /did not find/);
    assert.ok(buttonsOf(answer).some(({ verb }) => verb === 'onboarding.browse'));
    assert.deepEqual(await namesOf('offers'), []);
  });

  it('does not greet a member at length twice', async () => {
    await joinAndSkip();
    const again = await talk.send(INSTALLED);
    assert.match(wordsIn(again), /Welcome back/);
    assert.doesNotMatch(wordsIn(again), /your manager never sees/);
  });

  it('speaks the language of Teams at first, and another when asked', async () => {
    const german = talker(chatDeps(store), ada, 'de-DE');
    assert.match(wordsIn(await german.send(INSTALLED)), /Hallo Ada Lind/);
    assert.match(wordsIn(await german.type('ja')), /Was hast du hinter dir/);
    assert.match(wordsIn(await german.type('ich führe jetzt ein Team')), /Zum ersten Mal Menschen führen/);
    assert.match(wordsIn(await german.type('language english')), /From now on in English/);
    assert.match(wordsIn(await german.type('hilfe')), /What I can do/);
  });

  it('takes words that JavaScript has for its own as words', async () => {
    for (const said of ['constructor', 'what is __proto__', 'toString and valueOf', 'hasOwnProperty'])
      assert.match(wordsIn(await talk.type(said)), /not sure what you mean/, said);
  });

  it('answers a long text with a sentence', async () => {
    assert.match(wordsIn(await talk.type('x'.repeat(2001))), /too long/);
  });

  it('shows whom to call at a word of danger, and keeps nothing of it', async () => {
    await talk.send(INSTALLED);
    const before = await store.reads.privacy.everythingAbout(ada.id);
    const answer = await talk.type('I want to kill myself');
    assert.match(wordsIn(answer), /Care line[\s\S]*112/);
    const after = await store.reads.privacy.everythingAbout(ada.id);
    assert.deepEqual(after['dialog'], before['dialog']);
    assert.doesNotMatch(JSON.stringify(after), /kill/);
  });

  it('meets a hard time with people to turn to, and offers no topic for it', async () => {
    await talk.send(INSTALLED);
    assert.match(
      wordsIn(await talk.type('i feel so alone here')),
      /do not have to carry this alone[\s\S]*Care line/,
    );
    await talk.type('join');
    assert.match(wordsIn(await talk.type('I feel so sad and nobody sees it')), /Care line/);
    assert.doesNotMatch(JSON.stringify(await store.reads.privacy.everythingAbout(ada.id)), /nobody sees/);
  });

  it('keeps nothing of what is typed', async () => {
    await joinAndSkip();
    await talk.type('zebra-canary-4711 rust');
    await talk.type('something zebra-canary-4711 else');
    const tables = await store.write(({ db }) => db.selectFrom('dialogs').selectAll().execute());
    const answers = await store.write(({ db }) => db.selectFrom('cardAnswers').selectAll().execute());
    assert.doesNotMatch(JSON.stringify([tables, answers]), /zebra/);
  });

  async function joinAndSkip(): Promise<void> {
    await talk.press(await talk.send(INSTALLED), 'Join');
    await talk.type('skip');
    await talk.type('skip');
    await talk.type('1');
    await talk.type('weekly');
    await talk.type('ok');
    assert.match(wordsIn(await talk.type('ok')), /You are in/);
  }
});
