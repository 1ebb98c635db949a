import { sql } from 'kysely';
import type { ExpressionBuilder } from 'kysely';
import type { ProgrammeId } from '../core/ids.ts';
import type { MemberReads } from '../core/ports/members.ts';
import type { ReadDb } from './db.ts';
import { lookUp, matches } from './people-search.ts';
import { PERSON_COLUMNS, personOf } from './person-rows.ts';
import { paged } from './portable.ts';
import type { Database } from './schema.ts';

type MemberPage = Awaited<ReturnType<MemberReads['page']>>;

/** One page of a programme's people by name, those who left aside, with how many pairings each is in now. */
export async function memberPage(
  store: ReadDb,
  programme: ProgrammeId,
  query: { search: string; offset: number; limit: number },
): Promise<MemberPage> {
  const { db, engine } = store;
  const search = await lookUp(store, { programme }, query.search);
  // A cross join keeps its order in SQLite: people by name, and whether each is a member, never the other way round.
  const found = db
    .selectFrom('people')
    .crossJoin('members')
    .where('members.programmeId', '=', programme)
    .whereRef('members.personId', '=', 'people.id')
    .where('members.state', '<>', 'left')
    .where((eb) => search?.few ?? eb.and([inTenantOf(eb, programme), matches(query.search)(eb)]));
  const count = found.select(sql<number>`count(*)`.as('total'));
  const total = search?.total ?? (await count.executeTakeFirstOrThrow()).total;
  const rows = await paged(
    engine,
    found
      .select(PERSON_COLUMNS)
      .select(['members.state', 'members.pausedUntilOn', 'members.roundsWaited'])
      .select((eb) =>
        eb
          .selectFrom('pairingPeople')
          .innerJoin('pairings', 'pairings.id', 'pairingPeople.pairingId')
          .whereRef('pairingPeople.personId', '=', 'people.id')
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
    total,
  };
}

function inTenantOf(eb: ExpressionBuilder<Database, 'people'>, programme: ProgrammeId) {
  return eb(
    'people.tenantId',
    '=',
    eb.selectFrom('programmes').where('programmes.id', '=', programme).select('programmes.tenantId'),
  );
}
