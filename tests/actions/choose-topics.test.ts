import assert from 'node:assert/strict';
import { changeCapacity } from '../../bot/actions/change-capacity.ts';
import { changePreferences } from '../../bot/actions/change-preferences.ts';
import { changeRhythm } from '../../bot/actions/change-rhythm.ts';
import { chooseTopics } from '../../bot/actions/choose-topics.ts';
import { asId } from '../../bot/core/ids.ts';
import type { PersonId, ProgrammeId, TopicId } from '../../bot/core/ids.ts';
import { LIMITS } from '../../bot/core/limits.ts';
import { DEFAULT_HOURS } from '../../bot/core/person.ts';
import type { Preferences } from '../../bot/core/person.ts';
import { Refusal } from '../../bot/core/refusal.ts';
import { newId } from '../../bot/new-id.ts';
import { aPerson, NOW } from '../helpers/builders.ts';
import { seedPeople, seedProgramme, seedTopics } from '../helpers/seed.ts';
import { openTestStore } from '../helpers/store.ts';
import type { TestStore } from '../helpers/store.ts';

const refusal = (code: string) => (error: unknown) => error instanceof Refusal && error.code === code;

describe('what a member chooses', () => {
  let store: TestStore;
  let programmeId: ProgrammeId;
  let personId: PersonId;
  const deps = () => ({ store, now: () => NOW, newId });
  const member = () => store.reads.members.one(programmeId, personId);

  const choose = (topics: readonly TopicId[]) =>
    chooseTopics(deps(), { programmeId, personId, side: 'offer', topics });

  beforeEach(async () => {
    store = await openTestStore();
    const ada = aPerson();
    programmeId = (await seedProgramme(store, { people: [ada] })).id;
    personId = ada.id;
  });

  afterEach(() => store.close());

  it('is exactly the topics that were given, each once', async () => {
    const [rust, go] = await seedTopics(store, ['Rust', 'Go'], 'skill');
    assert.ok(rust && go);
    await chooseTopics(deps(), { programmeId, personId, side: 'need', topics: [rust, go, rust] });
    assert.deepEqual(new Set((await member())?.needs), new Set([rust, go]));
    await chooseTopics(deps(), { programmeId, personId, side: 'need', topics: [] });
    assert.deepEqual((await member())?.needs, []);
  });

  it('is refused as a whole when one topic is unknown or there are too many', async () => {
    const before = await member();
    const [rust] = await seedTopics(store, ['Rust'], 'skill');
    assert.ok(rust);
    await assert.rejects(choose([rust, asId(newId())]), refusal('unknown-topic'));
    const many = Array.from({ length: LIMITS.topicsPerList + 1 }, () => asId<TopicId>(newId()));
    await assert.rejects(choose(many), refusal('too-many'));
    assert.deepEqual(await member(), before);
  });

  it('is for members only', async () => {
    const guest = aPerson();
    await seedPeople(store, [guest]);
    const as = { programmeId, personId: guest.id };
    await assert.rejects(chooseTopics(deps(), { ...as, side: 'offer', topics: [] }), refusal('not-a-member'));
    await assert.rejects(changeRhythm(deps(), { ...as, rhythm: 'weekly' }), refusal('not-a-member'));
    await assert.rejects(changeCapacity(deps(), { ...as, capacity: 1 }), refusal('not-a-member'));
  });

  it('counts people in whole numbers up to the limit', async () => {
    await changeCapacity(deps(), { programmeId, personId, capacity: LIMITS.mentorCapacity });
    for (const [capacity, code] of [
      [6, 'too-many'],
      [-1, 'malformed'],
      [1.5, 'malformed'],
      [Number.NaN, 'malformed'],
    ] as const) {
      await assert.rejects(changeCapacity(deps(), { programmeId, personId, capacity }), refusal(code));
    }
    assert.equal((await member())?.mentorCapacity, LIMITS.mentorCapacity);
  });

  it('keeps what is not named of the preferences, and refuses hours and zones that cannot be', async () => {
    const change = (to: Partial<Preferences>) => changePreferences(deps(), { personId, change: to });
    await change({ hours: { days: [2], startMinute: 600, endMinute: 660 } });
    await change({ locale: 'de' });
    const kept = await store.reads.people.preferences(personId);
    assert.deepEqual([kept.locale, kept.hours.days], ['de', [2]]);
    const bad: readonly [Partial<Preferences>, string][] = [
      [{ hours: { ...DEFAULT_HOURS, days: [] } }, 'bad-hours'],
      [{ hours: { ...DEFAULT_HOURS, startMinute: 600, endMinute: 600 } }, 'bad-hours'],
      [{ hours: { ...DEFAULT_HOURS, endMinute: 1441 } }, 'bad-hours'],
      [{ hours: { ...DEFAULT_HOURS, startMinute: 0.5 } }, 'bad-hours'],
      [{ timeZone: 'Europe/Atlantis' }, 'malformed'],
      [{ languages: [] }, 'malformed'],
      [{ languages: ['English'] }, 'malformed'],
      [{ languages: Array.from({ length: LIMITS.languagesPerPerson + 1 }, () => 'en') }, 'too-many'],
    ];
    for (const [to, code] of bad) await assert.rejects(change(to), refusal(code));
    assert.deepEqual(await store.reads.people.preferences(personId), kept);
  });
});
