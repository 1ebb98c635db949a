import type { PersonId, ProgrammeId } from '../core/ids.ts';
import { REPLIES } from '../core/occurrence.ts';
import { DEFAULT_HOURS } from '../core/person.ts';
import type { Recipient } from '../core/recipient.ts';
import type { ReadDb } from './db.ts';
import { groupBy } from './json.ts';
import { daysOf } from './people.ts';
import { inChunks } from './portable.ts';

type Asked = { readonly programmeId: ProgrammeId; readonly personId: PersonId };

/** What decides about each of these people, in the order asked; null for somebody who is not there. */
export async function recipientsOf(
  store: ReadDb,
  asked: readonly Asked[],
): Promise<readonly (Recipient | null)[]> {
  const lastAt = await lastProactive(
    store,
    asked.map((one) => one.personId),
  );
  const found = new Map<string, Recipient>();
  for (const [programmeId, group] of groupBy(asked, (one) => one.programmeId)) {
    const rows = await inChunks(
      group.map((one) => one.personId),
      (people) => rowsOf(store, programmeId, people),
    );
    for (const row of rows)
      found.set(`${programmeId}${row.id}`, recipientOf(row, lastAt.get(row.id) ?? null));
  }
  return asked.map(({ programmeId, personId }) => found.get(`${programmeId}${personId}`) ?? null);
}

/** The newest of each person's sending, sent and unknown ones whose kind is not among REPLIES. */
export async function lastProactive(
  { db }: ReadDb,
  people: readonly PersonId[],
): Promise<ReadonlyMap<PersonId, Date | null>> {
  const rows = await inChunks(people, (chunk) =>
    db
      .selectFrom('occurrences')
      .where('personId', 'in', chunk)
      .where('state', 'in', ['sending', 'sent', 'unknown'])
      .where('kind', 'not in', [...REPLIES])
      .groupBy('personId')
      .select((eb) => ['personId', eb.fn.max('sentAt').as('lastAt')])
      .execute(),
  );
  return new Map(rows.map((row) => [row.personId, row.lastAt]));
}

function rowsOf({ db }: ReadDb, programmeId: ProgrammeId, people: readonly PersonId[]) {
  return db
    .selectFrom('people')
    .leftJoin('preferences', 'preferences.personId', 'people.id')
    .leftJoin('conversations', 'conversations.personId', 'people.id')
    .leftJoin('members', (join) =>
      join.onRef('members.personId', '=', 'people.id').on('members.programmeId', '=', programmeId),
    )
    .where('people.id', 'in', people)
    .select([
      'people.id',
      'people.leftAt',
      'people.timeZone as homeZone',
      'preferences.timeZone as ownZone',
      'preferences.workDays',
      'preferences.startMinute',
      'preferences.endMinute',
      'members.state',
      'members.pausedUntilOn',
      'conversations.serviceUrl',
      'conversations.conversationId',
      'conversations.userId',
      'conversations.botId',
      'conversations.unreachable',
      'conversations.pacedUntil',
    ])
    .execute();
}

type Row = Awaited<ReturnType<typeof rowsOf>>[number];

function recipientOf(row: Row, lastProactiveAt: Date | null): Recipient {
  const {
    id: personId,
    workDays,
    startMinute,
    endMinute,
    state,
    serviceUrl,
    conversationId,
    userId,
    botId,
  } = row;
  const hours =
    workDays !== null && startMinute !== null && endMinute !== null
      ? { days: daysOf(workDays), startMinute, endMinute }
      : DEFAULT_HOURS;
  const reached = serviceUrl !== null && conversationId !== null && userId !== null && botId !== null;
  return {
    clock: { hours, timeZone: row.ownZone ?? row.homeZone },
    leftAt: row.leftAt,
    member: state === null ? null : { state, pausedUntil: row.pausedUntilOn },
    lastProactiveAt,
    reference: reached ? { personId, serviceUrl, conversationId, userId, botId } : null,
    unreachable: row.unreachable,
    pacedUntil: row.pacedUntil,
  };
}
