import { sql } from 'kysely';
import type { ProgrammeId } from '../core/ids.ts';
import type { MemberReads } from '../core/ports/members.ts';
import type { ReadDb } from './db.ts';
import { matches } from './people.ts';
import { PERSON_COLUMNS, personOf } from './person-rows.ts';
import { paged } from './portable.ts';

type MemberPage = Awaited<ReturnType<MemberReads['page']>>;

/** One page of a programme's people by name, those who left aside, with how many pairings each is in now. */
export async function memberPage(
  { db, engine }: ReadDb,
  programme: ProgrammeId,
  query: { search: string; offset: number; limit: number },
): Promise<MemberPage> {
  const found = db
    .selectFrom('members')
    .innerJoin('people', 'people.id', 'members.personId')
    .where('members.programmeId', '=', programme)
    .where('members.state', '<>', 'left')
    .where(matches(query.search));
  const { total } = await found.select(sql<number>`count(*)`.as('total')).executeTakeFirstOrThrow();
  const rows = await paged(
    engine,
    found
      .select(PERSON_COLUMNS)
      .select(['members.state', 'members.pausedUntilOn', 'members.roundsWaited'])
      .select((eb) =>
        eb
          .selectFrom('pairingPeople')
          .innerJoin('pairings', 'pairings.id', 'pairingPeople.pairingId')
          .whereRef('pairingPeople.personId', '=', 'members.personId')
          .where('pairings.programmeId', '=', programme)
          .where('pairings.state', '<>', 'ended')
          .select((inner) => inner.fn.countAll<number>().as('count'))
          .as('activePairings'),
      )
      .orderBy('people.nameKey')
      .orderBy('people.id'),
    query,
  ).execute();
  return {
    members: rows.map((row) => ({
      person: personOf(row),
      state: row.state,
      pausedUntil: row.pausedUntilOn,
      activePairings: row.activePairings ?? 0,
      roundsWaited: row.roundsWaited,
    })),
    total: total,
  };
}
