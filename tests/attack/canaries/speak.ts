/** People confide: each thing that they say holds a word that nobody else has ever said. */
import { KEY_FIELD } from '../../../bot/chat/cards/kit.ts';
import { asId } from '../../../bot/core/ids.ts';
import type { Person } from '../../../bot/core/person.ts';
import { newId } from '../../../bot/new-id.ts';
import { askPlace, notePlace, reflectionPlace } from '../../../bot/store/sealing/places.ts';
import type { Sealing } from '../../../bot/store/sealing/sealing.ts';
import { messageFrom, pressFrom } from '../../fakes/teams/activities.ts';
import type { Client as Talking } from '../../fakes/teams/activities.ts';
import { TENANT } from '../../helpers/builders.ts';
import type { Place } from './place.ts';

/** A word of one writer for one reader, who is the writer but for notes: `{word}{writer}{reader}{number}`. */
export type Canary = string;

export interface Speaking {
  readonly place: Place;
  readonly word: string;
  said: number;
  /** What came back over HTTP, other than 200, and what the bot answered to presses. */
  readonly answers: string[];
}

const hex = (value: number, length: number): string => value.toString(16).padStart(length, '0');

function canary(speaking: Speaking, writer: Person, reader = writer): Canary {
  const { people } = speaking.place;
  speaking.said += 1;
  const ends = [writer, reader].map((person) => hex(people.indexOf(person), 2)).join('');
  return `${speaking.word}${ends}${hex(speaking.said, 5)}`;
}

/** Each of the four once, by each of the people in turn. */
export async function confide(speaking: Speaking, times: number): Promise<void> {
  const { place } = speaking;
  const speakers = place.people.filter((person) => place.checkIns.has(person));
  for (let said = 0; said < times; said += speakers.length) {
    const now = speakers.slice(0, times - said);
    await Promise.all(now.map((person) => checkIn(speaking, person)));
    await Promise.all(now.map((person) => type(speaking, person, `I'm stuck: ${canary(speaking, person)}`)));
    await Promise.all(now.map((person) => type(speaking, person, `thanks ${canary(speaking, person)}`)));
    await Promise.all(now.map((person) => type(speaking, person, canary(speaking, person))));
    await keep(speaking, now);
    await trouble(speaking, now);
  }
  await place.bot.teams.settled();
}

const talking = ({ place }: Speaking, person: Person): Talking => ({
  tenantId: TENANT,
  objectId: person.objectId ?? '',
  userId: `29:${person.objectId}`,
  conversationId: `a:${person.objectId}`,
  serviceUrl: place.fake.serviceUrl,
});

async function post(speaking: Speaking, activity: Readonly<Record<string, unknown>>): Promise<void> {
  const { status, text } = await speaking.place.bot.post(activity);
  speaking.answers.push(`${status} ${text}`);
}

const type = (speaking: Speaking, person: Person, text: string): Promise<void> =>
  post(speaking, messageFrom(talking(speaking, person), text));

/** A real answer, beside it a comment that no card asks for, and an answer that is none. */
async function checkIn(speaking: Speaking, person: Person): Promise<void> {
  const subject = speaking.place.checkIns.get(person) ?? '';
  const word = canary(speaking, person);
  const key = { [KEY_FIELD]: { subject, version: newId() } };
  const answers = [
    { ...key, answer: 2, comment: word },
    { ...key, answer: word },
  ];
  for (const data of answers)
    await post(speaking, pressFrom(talking(speaking, person), 'check-in.mood', data));
}

/** What the store keeps of it, sealed as it seals. */
async function keep(speaking: Speaking, people: readonly Person[]): Promise<void> {
  const { store } = speaking.place;
  await store.write(async ({ db, sealing }) => {
    for (const person of people) {
      await db
        .insertInto('asks')
        .values(await ask(speaking, sealing, person))
        .execute();
      await db
        .insertInto('notes')
        .values(await note(speaking, sealing, person))
        .execute();
      await db
        .insertInto('reflections')
        .values(await reflection(speaking, sealing, person))
        .execute();
    }
  });
}

async function ask(speaking: Speaking, sealing: Sealing, { id: personId }: Person) {
  const { programme, people } = speaking.place;
  const id = newId();
  const writer = people.find((person) => person.id === personId);
  if (writer === undefined) throw new Error('Somebody of the place');
  return {
    id,
    programmeId: programme.id,
    personId,
    topicId: programme.topics[0] ?? asId<never>(''),
    state: 'open',
    textSealed: await sealing.seal(askPlace({ id, personId }), canary(speaking, writer)),
    acceptedBy: null,
    createdAt: new Date(),
    closedAt: null,
  };
}

async function note(speaking: Speaking, sealing: Sealing, writer: Person) {
  const { programme, pairings, people } = speaking.place;
  const pairing = pairings.find((one) => one.people.some((side) => side.personId === writer.id));
  const partner = pairing?.people.find((side) => side.personId !== writer.id)?.personId;
  const reader = people.find((person) => person.id === partner) ?? writer;
  const id = newId();
  return {
    id,
    programmeId: programme.id,
    fromPersonId: writer.id,
    toPersonId: reader.id,
    textSealed: await sealing.seal(notePlace({ id, personId: writer.id }), canary(speaking, writer, reader)),
    createdAt: new Date(),
  };
}

async function reflection(speaking: Speaking, sealing: Sealing, writer: Person) {
  const id = newId();
  const place = reflectionPlace({ id, personId: writer.id });
  return {
    id,
    personId: writer.id,
    pairingId: null,
    textSealed: await sealing.seal(place, canary(speaking, writer)),
    createdAt: new Date(),
  };
}

/** The same words where they do not belong: in addresses, searches, bodies and headers that are refused. */
async function trouble(speaking: Speaking, people: readonly Person[]): Promise<void> {
  const { place, answers } = speaking;
  for (const person of people.slice(0, 4)) {
    const word = (): string => canary(speaking, person);
    const token = person.objectId ?? '';
    const asked = [
      place.tab(`GET /api/rounds/${word()}`, { token }),
      place.tab(`GET /api/topics?search=${word()}`, { token }),
      place.tab(`GET /api/topics?${word()}=1`, { token }),
      place.tab(`GET /${word()}`, { token }),
      place.tab('GET /api/me', { token: word() }),
      place.tab('GET /api/me', { token, headers: { 'accept-language': word() } }),
      place.tab('PUT /api/my-space/topics', { token, body: { side: 'need', topics: [word()] } }),
      place.tab('PUT /api/my-space/topics', { token, body: { [word()]: word() } }),
      place.tab('PUT /api/my-space/preferences', { token, raw: `{"locale": ${word()}` }),
    ];
    for (const answer of asked) answers.push(await answer.then(({ status, text }) => `${status} ${text}`));
  }
}
