import { sql } from 'kysely';
import type { RoundId } from '../core/ids.ts';
import type { RoundHistory } from '../core/ports/rounds.ts';
import type { ReadDb, WriteDb } from './db.ts';
import { fromJson, toJson } from './json.ts';
import { inChunks, ofFound } from './portable.ts';

export async function keptHistories(
  { db }: ReadDb,
  rounds: readonly RoundId[],
): Promise<ReadonlyMap<RoundId, RoundHistory>> {
  const rows = await inChunks(rounds, (ids) =>
    db.selectFrom('rounds').where('id', 'in', ids).select(['id', 'historyJson']).execute(),
  );
  return new Map(
    rows.flatMap(({ id, historyJson }) =>
      historyJson === null ? [] : [[id, fromJson<RoundHistory>(historyJson)]],
    ),
  );
}

export async function keepHistory({ db }: WriteDb, round: RoundId, history: RoundHistory): Promise<void> {
  await db
    .updateTable('rounds')
    .set({ historyJson: toJson(history) })
    .where('id', '=', round)
    .execute();
}

/** What one round did with those whom earlier rounds had left out, paired and asked: counted over all of them. */
export async function roundHistory(
  store: ReadDb,
  round: RoundId,
  earlier: { readonly last: RoundId | null; readonly cooldown: readonly RoundId[] },
): Promise<RoundHistory> {
  const { last, cooldown } = earlier;
  return {
    waitedAgain: last === null ? 0 : await leftOutInBoth(store, round, last),
    waitedAndFound: last === null ? 0 : await foundAfter(store, round, last),
    repeats: cooldown.length === 0 ? 0 : await repeated(store, round, cooldown),
    ...(await mentorsOf(store, round)),
    mentorsAgain: last === null ? 0 : await mentorsInBoth(store, round, last),
  };
}

const counted = (row: { readonly count: number } | undefined): number => row?.count ?? 0;

// Rounds that are joined to rows which others have found already are only compared: looked up by, all proposals of the
// one would meet all of the other.
async function leftOutInBoth({ db }: ReadDb, round: RoundId, last: RoundId): Promise<number> {
  const row = await db
    .selectFrom('leftOut as now')
    .innerJoin('leftOut as before', 'before.personId', 'now.personId')
    .where('now.roundId', '=', round)
    .where('before.roundId', '=', last)
    .select(sql<number>`count(*)`.as('count'))
    .executeTakeFirst();
  return counted(row);
}

async function foundAfter({ db, engine }: ReadDb, round: RoundId, last: RoundId): Promise<number> {
  const row = await db
    .selectFrom('leftOut as before')
    .innerJoin('proposalPeople as now', 'now.personId', 'before.personId')
    .innerJoin('proposals', 'proposals.id', 'now.proposalId')
    .where('before.roundId', '=', last)
    .where(ofFound(engine, 'proposals.roundId'), '=', round)
    .where('proposals.state', '<>', 'draft')
    .where('now.role', '<>', 'mentor')
    .select(sql<number>`count(distinct before.person_id)`.as('count'))
    .executeTakeFirst();
  return counted(row);
}

/** Those that were never sent, or were taken back before, brought nobody together. */
const NEVER_MET = ['draft', 'withdrawn'] as const;

async function repeated(
  { db, engine }: ReadDb,
  round: RoundId,
  earlier: readonly RoundId[],
): Promise<number> {
  const row = await db
    .selectFrom('proposals as now')
    .innerJoin('proposalPeople as a', 'a.proposalId', 'now.id')
    .innerJoin('proposalPeople as b', 'b.proposalId', 'now.id')
    .innerJoin('proposalPeople as a2', 'a2.personId', 'a.personId')
    .innerJoin('proposalPeople as b2', (join) =>
      join.onRef('b2.personId', '=', 'b.personId').onRef('b2.proposalId', '=', 'a2.proposalId'),
    )
    .innerJoin('proposals as before', 'before.id', 'a2.proposalId')
    .whereRef('a.position', '<', 'b.position')
    .where('now.roundId', '=', round)
    .where('now.state', 'not in', NEVER_MET)
    .where(ofFound(engine, 'before.roundId'), 'in', earlier)
    .where('before.state', 'not in', NEVER_MET)
    .select(sql<number>`count(distinct now.id)`.as('count'))
    .executeTakeFirst();
  return counted(row);
}

async function mentorsOf(
  { db }: ReadDb,
  round: RoundId,
): Promise<Pick<RoundHistory, 'mentors' | 'mostOfOne'>> {
  const each = db
    .selectFrom('proposals')
    .innerJoin('proposalPeople', 'proposalPeople.proposalId', 'proposals.id')
    .where('proposals.roundId', '=', round)
    .where('proposals.state', '<>', 'draft')
    .where('proposalPeople.role', '=', 'mentor')
    .groupBy('proposalPeople.personId')
    .select(['proposalPeople.personId', sql<number>`count(*)`.as('places')])
    .as('each');
  const row = await db
    .selectFrom(each)
    .select([sql<number>`count(*)`.as('mentors'), sql<number | null>`max(places)`.as('mostOfOne')])
    .executeTakeFirst();
  return { mentors: row?.mentors ?? 0, mostOfOne: row?.mostOfOne ?? 0 };
}

async function mentorsInBoth({ db, engine }: ReadDb, round: RoundId, last: RoundId): Promise<number> {
  const row = await db
    .selectFrom('proposals as now')
    .innerJoin('proposalPeople as side', 'side.proposalId', 'now.id')
    .innerJoin('proposalPeople as earlier', 'earlier.personId', 'side.personId')
    .innerJoin('proposals as before', 'before.id', 'earlier.proposalId')
    .where('now.roundId', '=', round)
    .where(ofFound(engine, 'before.roundId'), '=', last)
    .where('side.role', '=', 'mentor')
    .where('earlier.role', '=', 'mentor')
    .select(sql<number>`count(distinct side.person_id)`.as('count'))
    .executeTakeFirst();
  return counted(row);
}
