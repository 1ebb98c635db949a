import { sql } from 'kysely';
import type { ExpressionBuilder } from 'kysely';
import type { PersonId, ProgrammeId } from '../core/ids.ts';
import type { MemberReads } from '../core/ports/members.ts';
import type { ReadDb } from './db.ts';
import { lookUp, matches } from './people-search.ts';
import { PERSON_COLUMNS, personOf } from './person-rows.ts';
import { inChunks, ofFound, paged } from './portable.ts';
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
  const page = found
    .select(PERSON_COLUMNS)
    .select(['members.state', 'members.pausedUntilOn', 'members.roundsWaited'])
    .orderBy('people.nameKey')
    .orderBy('people.id');
  const rows = await paged(engine, page, query).execute();
  const pairings = await currentPairings(
    store,
    programme,
    rows.map((row) => row.id),
  );
  return {
    members: rows.map((row) => ({
      person: personOf(row),
      state: row.state,
      pausedUntil: row.pausedUntilOn,
      activePairings: pairings.get(row.id) ?? 0,
      roundsWaited: row.roundsWaited,
    })),
    total,
  };
}

/** How many pairings each of these people is in now. */
async function currentPairings(
  { db, engine }: ReadDb,
  programme: ProgrammeId,
  people: readonly PersonId[],
): Promise<ReadonlyMap<PersonId, number>> {
  const rows = await inChunks(people, (chunk) =>
    db
      .selectFrom('pairingPeople')
      .crossJoin('pairings')
      .where('pairingPeople.personId', 'in', chunk)
      .whereRef('pairings.id', '=', 'pairingPeople.pairingId')
      .where(ofFound(engine, 'pairings.programmeId'), '=', programme)
      .where('pairings.state', '<>', 'ended')
      .where('pairingPeople.leftAt', 'is', null)
      .groupBy('pairingPeople.personId')
      .select((eb) => ['pairingPeople.personId', eb.fn.countAll<number>().as('count')])
      .execute(),
  );
  return new Map(rows.map((row) => [row.personId, row.count]));
}

function inTenantOf(eb: ExpressionBuilder<Database, 'people'>, programme: ProgrammeId) {
  return eb(
    'people.tenantId',
    '=',
    eb.selectFrom('programmes').where('programmes.id', '=', programme).select('programmes.tenantId'),
  );
}
