import assert from 'node:assert/strict';
import type { Person } from '../../bot/core/person.ts';
import type { ProgrammeId } from '../../bot/core/ids.ts';
import { aPerson } from '../helpers/builders.ts';
import { buttonsOf, chatDeps, talker, wordsIn } from '../helpers/chat.ts';
import type { Talker } from '../helpers/chat.ts';
import { seedOpenProposal, seedPairing, seedPeople, seedProgramme } from '../helpers/seed.ts';
import { openTestStore } from '../helpers/store.ts';
import type { TestStore } from '../helpers/store.ts';

describe('commands at any moment', () => {
  let store: TestStore;
  let ada: Person;
  let bo: Person;
  let programme: ProgrammeId;
  let talk: Talker;

  beforeEach(async () => {
    store = await openTestStore();
    const seeded = await seedProgramme(store, { people: [aPerson({ displayName: 'Ada Lind' }), aPerson()] });
    programme = seeded.id;
    [ada, bo] = seeded.people as [Person, Person];
    talk = talker(chatDeps(store), ada);
    await talk.send({ kind: 'installed' });
  });

  afterEach(() => store.close());

  const member = () => store.reads.members.one(programme, ada.id);

  it('helps, however it is spelt', async () => {
    for (const said of ['help', 'Help!', 'hlep', 'hilfe', 'what can you do?']) {
      assert.match(wordsIn(await talk.type(said)), /What I can do/, said);
    }
  });

  it('pauses until a day, and comes back', async () => {
    assert.match(wordsIn(await talk.type('pause until 3 January')), /Sunday,? 3 January 2027/);
    assert.deepEqual([(await member())?.state, (await member())?.pausedUntil], ['paused', '2027-01-03']);
    assert.match(wordsIn(await talk.type('profile')), /paused until/);
    assert.match(wordsIn(await talk.type('resume')), /Good to have you back/);
    assert.equal((await member())?.state, 'joined');
  });

  it('reads German days and spans', async () => {
    await talk.type('Pause bis 3. Januar');
    assert.equal((await member())?.pausedUntil, '2027-01-03');
    await talk.type('pause 2 weeks');
    assert.equal((await member())?.pausedUntil, '2026-11-16');
  });

  it('refuses a day that has gone, in words, and changes nothing', async () => {
    assert.match(wordsIn(await talk.type('pause until 1.1.2020')), /already gone/);
    assert.equal((await member())?.state, 'joined');
  });

  it('asks how long when no day is named', async () => {
    const question = await talk.type('pause');
    await talk.press(question, 'One week');
    assert.equal((await member())?.pausedUntil, '2026-11-09');
    await talk.press(await talk.type('pause'), 'Until I come back');
    assert.deepEqual([(await member())?.state, (await member())?.pausedUntil], ['paused', null]);
  });

  it('takes the day from the clock of the person', async () => {
    const [east, west] = [
      aPerson({ timeZone: 'Pacific/Kiritimati' }),
      aPerson({ timeZone: 'Pacific/Pago_Pago' }),
    ];
    await seedProgramme(store, { people: [east, west] });
    await talker(
      chatDeps(store, () => new Date('2026-11-02T10:30:00Z')),
      east,
    ).type('pause 1 day');
    await talker(
      chatDeps(store, () => new Date('2026-11-02T10:30:00Z')),
      west,
    ).type('pause 1 day');
    const until = async (person: Person) => (await store.reads.members.ofPerson(person.id))[0]?.pausedUntil;
    assert.deepEqual([await until(east), await until(west)], ['2026-11-04', '2026-11-02']);
  });

  it('asks once before someone leaves, and ends what they have kindly', async () => {
    const pairing = await seedPairing(store, programme, [bo.id, ada.id]);
    const question = await talk.type('stop');
    assert.match(wordsIn(question), /Leave the programme/);
    assert.equal((await member())?.state, 'joined');
    assert.match(wordsIn(await talk.type('yes')), /You have left/);
    assert.equal((await member())?.state, 'left');
    assert.equal((await store.reads.pairings.byId(pairing.id))?.state, 'ended');
    const told = await store.write(({ db }) =>
      db.selectFrom('occurrences').select(['personId', 'kind', 'state']).execute(),
    );
    assert.deepEqual(
      told
        .filter(({ kind, state }) => kind === 'pairing-ended' && state === 'due')
        .map(({ personId }) => personId),
      [bo.id],
    );
  });

  it('lets go of an open proposal when someone leaves', async () => {
    const proposal = await seedOpenProposal(store, programme, [bo.id, ada.id]);
    await talk.type('stop');
    await talk.type('stop');
    assert.equal((await store.reads.rounds.proposal(proposal.id))?.state, 'declined');
  });

  it('takes a question back when something else is said', async () => {
    await talk.type('stop');
    await talk.type('help');
    assert.doesNotMatch(wordsIn(await talk.type('yes')), /You have left/);
    assert.equal((await member())?.state, 'joined');
  });

  it('takes back someone who left, with what they had chosen', async () => {
    await talk.type('stop');
    await talk.type('yes');
    await talk.type('join');
    const again = await member();
    assert.equal(again?.state, 'joined');
    assert.equal(again?.offers.length, 1);
  });

  it('shows what is kept, with a name for each kind, and the way to the export', async () => {
    const card = await talk.type('my data');
    assert.match(wordsIn(card), /Memberships\n1/);
    assert.doesNotMatch(wordsIn(card), /Other entries/);
    assert.match(JSON.stringify(card), /Action.OpenUrl/);
  });

  it('erases after asking once, also twice', async () => {
    const question = await talk.type('delete my data');
    const first = await talk.press(question, 'data.erase');
    assert.match(wordsIn(first), /It is erased/);
    assert.equal((await member())?.state, 'left');
    assert.deepEqual((await member())?.offers, []);
    assert.match(wordsIn(await talk.press(question, 'data.erase')), /It is erased/);
    const kept = await store.reads.privacy.everythingAbout(ada.id);
    assert.deepEqual(kept['dialog'], []);
  });

  it('says who can see what', async () => {
    assert.match(wordsIn(await talk.type('who can see what')), /Your manager/);
    assert.match(wordsIn(await talk.type('wer sieht was')), /Your manager/);
  });

  it('says what it can do when it does not understand', async () => {
    const answer = await talk.type('qwertz uiop');
    assert.match(wordsIn(answer), /not sure what you mean/);
    assert.doesNotMatch(wordsIn(answer), /qwertz/);
  });

  it('answers thanks in one word, and greets', async () => {
    assert.match(wordsIn(await talk.type('thanks!')), /welcome/);
    assert.match(wordsIn(await talk.type('Moin')), /Welcome back/);
  });

  it('tells a guest how to join where a command is for members', async () => {
    const guest = aPerson();
    await seedPeople(store, [guest]);
    const other = talker(chatDeps(store), guest);
    assert.match(wordsIn(await other.type('pause 2 weeks')), /for members/);
    assert.match(wordsIn(await other.type('stop')), /for members/);
    assert.ok(buttonsOf(await other.type('my topics')).some(({ verb }) => verb === 'onboarding.join'));
  });
});
