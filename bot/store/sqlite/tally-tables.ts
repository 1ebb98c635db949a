import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import type { Database } from '../schema.ts';

/** Tables whose rows are counted by programme and state. Their names are the same in SQL. */
export type Tallied = 'members' | 'occurrences' | 'pairings';

/**
 * Keeps how many rows of each state a programme has: with a million rows, counting them would take a tenth of a
 * second each time. Triggers see every change, and cost next to nothing where one connection writes at a time.
 */
export async function createTallyTable(db: Kysely<Database>): Promise<void> {
  await sql`
    create table tallies (
      of_table text not null, programme_id text not null, state text not null, count integer not null,
      constraint pk_tallies primary key (of_table, programme_id, state)
    ) strict, without rowid`.execute(db);
}

export async function createTallies(db: Kysely<Database>, tables: readonly Tallied[]): Promise<void> {
  for (const table of tables) {
    await sql`
      insert into tallies (of_table, programme_id, state, count)
      select ${sql.lit(table)}, programme_id, state, count(*)
      from ${sql.table(table)} group by programme_id, state`.execute(db);
    for (const statement of triggersOf(table)) await sql.raw(statement).execute(db);
  }
}

const personStep = (row: 'new' | 'old', by: '+ 1' | '- 1'): string => `
  insert or ignore into tallies select 'people', ${row}.tenant_id, 'present', 0 where ${row}.left_at is null;
  update tallies set count = count ${by}
  where of_table = 'people' and programme_id = ${row}.tenant_id and state = 'present' and ${row}.left_at is null;`;

/** Those who are with a company; their tallies stand under the tenant. */
export async function tallyPeople(db: Kysely<Database>): Promise<void> {
  const statements = [
    `insert into tallies (of_table, programme_id, state, count)
     select 'people', tenant_id, 'present', count(*) from people where left_at is null group by tenant_id`,
    `create trigger tr_people_tally_insert after insert on people begin ${personStep('new', '+ 1')} end`,
    `create trigger tr_people_tally_delete after delete on people begin ${personStep('old', '- 1')} end`,
    `create trigger tr_people_tally_update after update of left_at, tenant_id on people
     begin ${personStep('old', '- 1')} ${personStep('new', '+ 1')} end`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}

function triggersOf(table: Tallied): readonly string[] {
  const step = (row: 'new' | 'old', by: '+ 1' | '- 1'): string => `
    insert or ignore into tallies values ('${table}', ${row}.programme_id, ${row}.state, 0);
    update tallies set count = count ${by}
    where of_table = '${table}' and programme_id = ${row}.programme_id and state = ${row}.state;`;
  return [
    `create trigger tr_${table}_tally_insert after insert on ${table} begin ${step('new', '+ 1')} end`,
    `create trigger tr_${table}_tally_delete after delete on ${table} begin ${step('old', '- 1')} end`,
    `create trigger tr_${table}_tally_update after update of state, programme_id on ${table}
     when old.state <> new.state or old.programme_id <> new.programme_id
     begin ${step('old', '- 1')} ${step('new', '+ 1')} end`,
  ];
}
