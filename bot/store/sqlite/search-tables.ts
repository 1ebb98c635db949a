import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import type { Database } from '../schema.ts';

/**
 * Begins the words that say where somebody belongs. No word that can be searched for holds it (fold.ts), so that
 * nobody finds those words by typing.
 */
export const BELONGS = '§';

/**
 * An index of the words of everyone's name, title and department, with one more word for their company while they are
 * there and one for each programme that they are in. SQLite's full-text index keeps the numbers of people only,
 * so each person gets one, which stays whatever is done to the file.
 */
export async function createSearch(db: Kysely<Database>): Promise<void> {
  const statements = [
    `create table searched_people (number integer primary key, person_id text not null unique) strict`,
    // Words are parted by spaces already, and hold letters and digits of every script.
    `create virtual table people_search using fts5(
       words, content = '', contentless_delete = 1, detail = 'none', prefix = '1 2 3', tokenize = 'ascii')`,
    `create view searched_words as
     select searched_people.number, people.id as person_id,
       people.search_text
       || case when people.left_at is null then ' ${BELONGS}t' || replace(people.tenant_id, '-', '') else '' end
       || coalesce((
         select group_concat(' ${BELONGS}p' || replace(members.programme_id, '-', ''), '') from members
         where members.person_id = people.id and members.state <> 'left'), '') as words
     from people join searched_people on searched_people.person_id = people.id`,
    `insert into searched_people (person_id) select id from people`,
    `insert into people_search (rowid, words) select number, words from searched_words`,
    ...TRIGGERS,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const numberOf = (person: string): string =>
  `(select number from searched_people where person_id = ${person})`;
const forget = (person: string): string => `delete from people_search where rowid = ${numberOf(person)};`;
const learn = (person: string): string =>
  `insert into people_search (rowid, words) select number, words from searched_words where person_id = ${person};`;

const TRIGGERS: readonly string[] = [
  `create trigger tr_people_search_insert after insert on people
   begin insert into searched_people (person_id) values (new.id); ${learn('new.id')} end`,
  `create trigger tr_people_search_update after update of search_text, left_at, tenant_id on people
   when old.search_text <> new.search_text or (old.left_at is null) <> (new.left_at is null)
     or old.tenant_id <> new.tenant_id
   begin ${forget('new.id')} ${learn('new.id')} end`,
  `create trigger tr_people_search_delete before delete on people
   begin ${forget('old.id')} delete from searched_people where person_id = old.id; end`,
  `create trigger tr_members_search_insert after insert on members
   begin ${forget('new.person_id')} ${learn('new.person_id')} end`,
  `create trigger tr_members_search_update after update of state on members
   when (old.state = 'left') <> (new.state = 'left')
   begin ${forget('new.person_id')} ${learn('new.person_id')} end`,
  `create trigger tr_members_search_delete after delete on members
   begin ${forget('old.person_id')} ${learn('old.person_id')} end`,
];
