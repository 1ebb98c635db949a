import { asId } from '../../bot/core/ids.ts';
import type { CheckInId, PairingId, PersonId, ProgrammeId } from '../../bot/core/ids.ts';
import type { Person } from '../../bot/core/person.ts';
import { newId } from '../../bot/new-id.ts';
import { insertAll } from '../../bot/store/portable.ts';
import { aPerson, later } from '../helpers/builders.ts';
import { seedPairing, seedPeople, seedProgramme } from '../helpers/seed.ts';
import type { TestStore } from '../helpers/store.ts';

/** A check-in that somebody is going to answer. */
export interface Question {
  readonly id: CheckInId;
  readonly person: Person;
}

export interface Company {
  readonly programmeId: ProgrammeId;
  readonly people: readonly PersonId[];
  readonly questions: readonly Question[];
}

export interface CompanyOptions {
  readonly people: number;
  readonly serviceUrl: string;
  /** How many pairs are asked, each side twelve times. */
  readonly pairs: number;
}

/** Everybody is a member, works around the clock and has written to the bot. */
export async function seedCompany(store: TestStore, options: CompanyOptions): Promise<Company> {
  const { id: programmeId, people: first } = await seedProgramme(store);
  const people = Array.from({ length: options.people }, () => aPerson());
  await seedPeople(store, people);
  await seedMembers(store, programmeId, people);
  await seedConversations(store, [...first, ...people], options.serviceUrl);
  const questions = await seedQuestions(store, programmeId, people.slice(0, options.pairs * 2));
  return { programmeId, people: people.map(({ id }) => id), questions };
}

async function seedMembers(
  store: TestStore,
  programmeId: ProgrammeId,
  people: readonly Person[],
): Promise<void> {
  const at = new Date();
  await store.write(async ({ db }) => {
    const members = people.map(({ id }) => ({
      programmeId,
      personId: id,
      state: 'joined' as const,
      pausedUntilOn: null,
      rhythm: 'weekly' as const,
      mentorCapacity: 1,
      isVisibleToManager: false,
      roundsWaited: 0,
      joinedAt: at,
      leftAt: null,
      updatedAt: at,
    }));
    await insertAll(members, (chunk) => db.insertInto('members').values([...chunk]));
    const preferences = people.map(({ id }) => ({
      personId: id,
      locale: 'en' as const,
      workDays: '1234567',
      startMinute: 0,
      endMinute: 1440,
      timeZone: 'UTC',
      languages: null,
    }));
    await insertAll(preferences, (chunk) => db.insertInto('preferences').values([...chunk]));
  });
}

async function seedConversations(
  store: TestStore,
  people: readonly Person[],
  serviceUrl: string,
): Promise<void> {
  const rows = people.map(({ id }) => ({
    personId: id,
    serviceUrl,
    conversationId: `a:${id}`,
    userId: `29:${id}`,
    botId: '28:alongside',
    unreachable: null,
    updatedAt: new Date(),
    pacedUntil: null,
  }));
  await store.write(({ db }) =>
    insertAll(rows, (chunk) => db.insertInto('conversations').values([...chunk])),
  );
}

async function seedQuestions(
  store: TestStore,
  programmeId: ProgrammeId,
  people: readonly Person[],
): Promise<readonly Question[]> {
  const questions: (Question & { pairingId: PairingId; week: number })[] = [];
  for (let index = 0; index + 1 < people.length; index += 2) {
    const [one, other] = people.slice(index, index + 2);
    if (one === undefined || other === undefined) continue;
    const { id: pairingId } = await seedPairing(store, programmeId, [one.id, other.id], {
      startedAt: new Date(),
      endsAt: later(new Date(), 80 * 86_400_000),
    });
    for (const person of [one, other])
      for (let week = 1; week <= 12; week += 1)
        questions.push({ id: asId(newId()), person, pairingId, week });
  }
  const rows = questions.map(({ id, person, pairingId, week }) => ({
    id,
    programmeId,
    pairingId,
    personId: person.id,
    week,
    dueAt: new Date(),
    moodSealed: null,
    connected: null,
    helpedSealed: null,
    answeredAt: null,
  }));
  await store.write(({ db }) => insertAll(rows, (chunk) => db.insertInto('checkIns').values([...chunk])));
  // Nobody presses all of theirs at once.
  return questions.toSorted((a, b) => a.week - b.week);
}
