import { sql } from 'kysely';
import type { ExpressionBuilder, RawBuilder } from 'kysely';
import type { ProgrammeId, TenantId } from '../core/ids.ts';
import type { ReadDb } from './db.ts';
import { wordsOf } from './fold.ts';
import type { Database } from './schema.ts';
import { BELONGS } from './sqlite/search-tables.ts';

/** Whom a search looks among: those who are in a company, or the members of a programme. */
export type Among = { readonly tenant: TenantId } | { readonly programme: ProgrammeId };

/** Up to so many are put in order once found; of more, a page is found soon enough by going through all in order. */
const FEW = 2000;

/** How many a search finds, and where there are few of them, what finds just these; null where the engine has no index of words. */
export async function lookUp(
  { db, engine }: Pick<ReadDb, 'db' | 'engine'>,
  among: Among,
  search: string,
): Promise<{ readonly total: number; readonly few: RawBuilder<boolean> | null } | null> {
  if (engine !== 'sqlite') return null;
  const asked = matchOf(among, search);
  const found = sql<{ total: number }>`
    select count(*) as total from people_search where people_search match ${asked}`;
  const { rows } = await (wordsOf(search).length === 0 ? everybody(among) : found).execute(db);
  const total = rows[0]?.total ?? 0;
  return {
    total,
    few:
      total > FEW
        ? null
        : sql<boolean>`people.id in (select person_id from searched_people where number in (
            select rowid from people_search where people_search match ${asked}))`,
  };
}

/** Everybody is counted already. */
function everybody(among: Among): RawBuilder<{ total: number }> {
  const where =
    'tenant' in among
      ? sql`of_table = 'people' and programme_id = ${among.tenant}`
      : sql`of_table = 'members' and programme_id = ${among.programme} and state <> 'left'`;
  return sql`select coalesce(sum(count), 0) as total from tallies where ${where}`;
}

/** In the language of FTS5: belongs there, and has a word that begins with each word of the search. */
function matchOf(among: Among, search: string): string {
  const place = 'tenant' in among ? `t${among.tenant}` : `p${among.programme}`;
  const belongs = `"${BELONGS}${place.replaceAll('-', '')}"`;
  return [belongs, ...wordsOf(search).map((word) => `"${word}"*`)].join(' AND ');
}

/** Matches people of whom some word begins with each word of the search, one after the other. */
export function matches(search: string) {
  return (eb: ExpressionBuilder<Database, 'people'>) =>
    eb.and(wordsOf(search).map((word) => eb('people.searchText', 'like', `% ${word}%`)));
}
