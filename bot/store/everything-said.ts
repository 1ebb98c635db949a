import type { PersonId } from '../core/ids.ts';
import type { ReadDb } from './db.ts';
import { askPlace, helpedPlace, moodPlace, notePlace, reflectionPlace } from './sealing/places.ts';

type Tables = Readonly<Record<string, readonly unknown[]>>;

/** What the person said, opened; and the notes that others wrote to them. */
export async function ownSaid(store: ReadDb, person: PersonId): Promise<Tables> {
  return {
    checkIns: await ownCheckIns(store, person),
    asks: await ownAsks(store, person),
    notes: await ownNotes(store, person),
    reflections: await ownReflections(store, person),
  };
}

async function ownCheckIns({ db, sealing }: ReadDb, person: PersonId): Promise<readonly unknown[]> {
  const rows = await db
    .selectFrom('checkIns')
    .where('personId', '=', person)
    .select(['id', 'personId', 'week', 'dueAt', 'answeredAt', 'moodSealed', 'connected', 'helpedSealed'])
    .orderBy('dueAt')
    .execute();
  const open = await sealing.opener([person]);
  return rows.map(({ id, personId, moodSealed, helpedSealed, ...rest }) => ({
    ...rest,
    mood: moodSealed === null ? null : Number(open(moodPlace({ id, personId }), moodSealed)),
    helped: helpedSealed === null ? null : Number(open(helpedPlace({ id, personId }), helpedSealed)),
  }));
}

async function ownAsks({ db, sealing }: ReadDb, person: PersonId): Promise<readonly unknown[]> {
  const rows = await db
    .selectFrom('asks')
    .innerJoin('topics', 'topics.id', 'asks.topicId')
    .leftJoin('people', 'people.id', 'asks.acceptedBy')
    .where('asks.personId', '=', person)
    .select([
      'asks.id',
      'topics.name as topic',
      'asks.state',
      'asks.textSealed',
      'people.displayName as acceptedBy',
      'asks.createdAt',
      'asks.closedAt',
    ])
    .orderBy('asks.createdAt')
    .execute();
  const open = await sealing.opener([person]);
  return rows.map(({ id, textSealed, ...rest }) => ({
    ...rest,
    text: open(askPlace({ id, personId: person }), textSealed),
  }));
}

async function ownNotes({ db, sealing }: ReadDb, person: PersonId): Promise<readonly unknown[]> {
  const rows = await db
    .selectFrom('notes')
    .innerJoin('people as writer', 'writer.id', 'notes.fromPersonId')
    .innerJoin('people as reader', 'reader.id', 'notes.toPersonId')
    .where((eb) => eb.or([eb('notes.fromPersonId', '=', person), eb('notes.toPersonId', '=', person)]))
    .select([
      'notes.id',
      'notes.fromPersonId',
      'writer.displayName as from',
      'reader.displayName as to',
      'notes.textSealed',
      'notes.createdAt',
    ])
    .orderBy('notes.createdAt')
    .execute();
  const open = await sealing.opener(rows.map((row) => row.fromPersonId));
  return rows.map(({ id, fromPersonId, textSealed, ...rest }) => ({
    ...rest,
    text: open(notePlace({ id, personId: fromPersonId }), textSealed),
  }));
}

async function ownReflections({ db, sealing }: ReadDb, person: PersonId): Promise<readonly unknown[]> {
  const rows = await db
    .selectFrom('reflections')
    .where('personId', '=', person)
    .select(['id', 'textSealed', 'createdAt'])
    .orderBy('createdAt')
    .execute();
  const open = await sealing.opener([person]);
  return rows.map(({ id, textSealed, createdAt }) => ({
    createdAt,
    text: open(reflectionPlace({ id, personId: person }), textSealed),
  }));
}
