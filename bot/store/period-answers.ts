import { HELPFULNESS, MOODS } from '../core/check-in.ts';
import type { PersonId, ProgrammeId } from '../core/ids.ts';
import type { PeriodAnswers } from '../core/ports/privacy.ts';
import { fiveOf } from './check-ins.ts';
import type { ReadDb } from './db.ts';
import { groupBy } from './json.ts';
import { helpedPlace, moodPlace } from './sealing/places.ts';

const NINETY_DAYS_MS = 90 * 86_400_000;

/** Every member's part in a period from `from` until before `to`. Opens what is sealed: for the release of figures only. */
export async function answersOfPeriod(
  store: ReadDb,
  programme: ProgrammeId,
  from: Date,
  to: Date,
): Promise<readonly PeriodAnswers[]> {
  const members = await store.db
    .selectFrom('members')
    .where('programmeId', '=', programme)
    .select(['personId', 'joinedAt', 'leftAt'])
    .orderBy('personId')
    .execute();
  const said = groupBy(await openedAnswers(store, programme, from, to), (row) => row.personId);
  const paired = await pairedDuring(store, programme, from, to);
  const meetings = await meetingsUntil(store, programme, to);
  return members.map(({ personId, joinedAt, leftAt }) => ({
    personId,
    moods: (said.get(personId) ?? []).flatMap((row) => row.mood ?? []),
    helped: (said.get(personId) ?? []).flatMap((row) => row.helped ?? []),
    joined: joinedAt <= from && (leftAt === null || leftAt >= to),
    paired: paired.has(personId),
    meetings: meetings.get(personId) ?? 0,
  }));
}

async function openedAnswers({ db, sealing }: ReadDb, programme: ProgrammeId, from: Date, to: Date) {
  const rows = await db
    .selectFrom('checkIns')
    .where('programmeId', '=', programme)
    .where('answeredAt', '>=', from)
    .where('answeredAt', '<', to)
    .select(['id', 'personId', 'moodSealed', 'helpedSealed'])
    .orderBy('answeredAt')
    .orderBy('id')
    .execute();
  const open = await sealing.opener(rows.map((row) => row.personId));
  return rows.map((row) => ({
    personId: row.personId,
    mood: row.moodSealed === null ? null : fiveOf(MOODS, open(moodPlace(row), row.moodSealed)),
    helped: row.helpedSealed === null ? null : fiveOf(HELPFULNESS, open(helpedPlace(row), row.helpedSealed)),
  }));
}

async function pairedDuring(
  { db }: ReadDb,
  programme: ProgrammeId,
  from: Date,
  to: Date,
): Promise<ReadonlySet<PersonId>> {
  const rows = await db
    .selectFrom('pairings')
    .innerJoin('pairingPeople', 'pairingPeople.pairingId', 'pairings.id')
    .where('pairings.programmeId', '=', programme)
    .where('pairings.startedAt', '<', to)
    .where((eb) => eb.or([eb('pairings.endedAt', 'is', null), eb('pairings.endedAt', '>=', from)]))
    .where((eb) => eb.or([eb('pairingPeople.leftAt', 'is', null), eb('pairingPeople.leftAt', '>=', from)]))
    .select('pairingPeople.personId')
    .distinct()
    .execute();
  return new Set(rows.map((row) => row.personId));
}

/** Talks told of before `to`, in the first ninety days of the pairing that they belong to. */
async function meetingsUntil(
  { db }: ReadDb,
  programme: ProgrammeId,
  to: Date,
): Promise<ReadonlyMap<PersonId, number>> {
  const rows = await db
    .selectFrom('checkIns')
    .innerJoin('pairings', 'pairings.id', 'checkIns.pairingId')
    .where('checkIns.programmeId', '=', programme)
    .where('checkIns.connected', '=', 'yes')
    .where('checkIns.answeredAt', '<', to)
    .select(['checkIns.personId', 'checkIns.answeredAt', 'pairings.startedAt'])
    .execute();
  const meetings = new Map<PersonId, number>();
  for (const { personId, answeredAt, startedAt } of rows) {
    if (answeredAt === null || answeredAt.getTime() - startedAt.getTime() >= NINETY_DAYS_MS) continue;
    meetings.set(personId, (meetings.get(personId) ?? 0) + 1);
  }
  return meetings;
}
