import type { Selectable } from 'kysely';
import { HELPFULNESS, MOODS } from '../core/check-in.ts';
import type { CheckIn } from '../core/check-in.ts';
import { confide } from '../core/confidential.ts';
import type { CheckInId } from '../core/ids.ts';
import type { CheckInReads, CheckInWrites } from '../core/ports/check-ins.ts';
import { Refusal } from '../core/refusal.ts';
import type { ReadDb, WriteDb } from './db.ts';
import { first, insertedIfAbsent } from './portable.ts';
import type { CheckInsTable } from './schema/said.ts';
import { helpedPlace, moodPlace } from './sealing/places.ts';
import type { SealedPlace } from './sealing/sealing.ts';

type Row = Selectable<CheckInsTable>;
type Opener = (place: SealedPlace, sealed: Uint8Array) => string;

export function checkInReads({ db, engine, sealing }: ReadDb): CheckInReads {
  const select = () => db.selectFrom('checkIns').selectAll();
  const opened = async (rows: readonly Row[]): Promise<readonly CheckIn[]> => {
    const open = await sealing.opener(rows.map((row) => row.personId));
    return rows.map((row) => checkInOf(row, open));
  };
  const one = async (rows: readonly Row[]): Promise<CheckIn | null> => {
    const [checkIn] = await opened(rows);
    return checkIn ?? null;
  };
  return {
    byId: async (id) => one(await select().where('id', '=', id).execute()),
    ofPerson: async (person, limit) => {
      const newest = select().where('personId', '=', person).orderBy('dueAt', 'desc').orderBy('id', 'desc');
      return opened(await first(engine, newest, limit).execute());
    },
    nextOf: async (person, after) => {
      const next = select()
        .where('personId', '=', person)
        .where('dueAt', '>', after)
        .orderBy('dueAt')
        .orderBy('id');
      return one(await first(engine, next, 1).execute());
    },
    plannedWeeks: async (pairing, person) => {
      const rows = await db
        .selectFrom('checkIns')
        .where('pairingId', '=', pairing)
        .where('personId', '=', person)
        .select('week')
        .orderBy('week')
        .execute();
      return rows.map((row) => row.week);
    },
    lastConnectedAt: async (pairing) => {
      const row = await db
        .selectFrom('checkIns')
        .where('pairingId', '=', pairing)
        .where('connected', 'in', ['yes', 'planned'])
        .select((eb) => eb.fn.max('answeredAt').as('lastAt'))
        .executeTakeFirst();
      return row?.lastAt ?? null;
    },
    asked: (pairing) =>
      db
        .selectFrom('checkIns')
        .where('pairingId', '=', pairing)
        .select(['week', 'dueAt', 'answeredAt'])
        .orderBy('week')
        .orderBy('personId')
        .execute(),
  };
}

export function checkInWrites({ db, sealing }: WriteDb): CheckInWrites {
  async function ownerOf(id: CheckInId) {
    const row = await db
      .selectFrom('checkIns')
      .where('id', '=', id)
      .select(['id', 'personId'])
      .executeTakeFirst();
    if (row === undefined) throw new Refusal('not-found');
    return row;
  }
  const update = (id: CheckInId) => db.updateTable('checkIns').where('id', '=', id);
  return {
    plan: async ({ id, programmeId, pairingId, personId, week, dueAt }) => {
      await insertedIfAbsent(() =>
        db.insertInto('checkIns').values({
          id,
          programmeId,
          pairingId,
          personId,
          week,
          dueAt,
          moodSealed: null,
          connected: null,
          helpedSealed: null,
          answeredAt: null,
        }),
      );
    },
    setMood: async (id, mood, at) => {
      const moodSealed = await sealing.seal(moodPlace(await ownerOf(id)), String(mood.reveal()));
      await update(id).set({ moodSealed, answeredAt: at }).execute();
    },
    setConnected: async (id, connected, at) => {
      await ownerOf(id);
      await update(id).set({ connected, answeredAt: at }).execute();
    },
    setHelped: async (id, helped, at) => {
      const helpedSealed = await sealing.seal(helpedPlace(await ownerOf(id)), String(helped.reveal()));
      await update(id).set({ helpedSealed, answeredAt: at }).execute();
    },
  };
}

/** @throws Error when an answer holds anything but one of the five. */
export function fiveOf<T extends number>(words: readonly T[], text: string): T {
  const found = words.find((word) => String(word) === text);
  if (found === undefined) throw new Error('A sealed answer holds something else');
  return found;
}

function checkInOf(row: Row, open: Opener): CheckIn {
  const { moodSealed, helpedSealed, ...rest } = row;
  return {
    ...rest,
    mood: moodSealed === null ? null : confide(fiveOf(MOODS, open(moodPlace(row), moodSealed))),
    helped: helpedSealed === null ? null : confide(fiveOf(HELPFULNESS, open(helpedPlace(row), helpedSealed))),
  };
}
