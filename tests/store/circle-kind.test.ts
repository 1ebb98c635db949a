import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { migrate } from '../../bot/store/migrate.ts';
import { MIGRATIONS } from '../../bot/store/migrations/all.ts';
import { openSqlite } from '../../bot/store/sqlite/open-sqlite.ts';

const BEFORE = MIGRATIONS.filter(
  ({ name }) =>
    MIGRATIONS.findIndex((one) => one.name === 'circle-kind') >
    MIGRATIONS.findIndex((one) => one.name === name),
);

describe('the migration to circles', () => {
  let folder: string;
  let file: string;
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'circle-kind-'));
    file = path.join(folder, 'a.sqlite');
  });
  afterEach(() => rm(folder, { recursive: true }));

  const made = (database: DatabaseSync) =>
    database
      .prepare(
        `select type, name from sqlite_schema where tbl_name in ('proposals', 'pairings') order by type, name`,
      )
      .all();

  it('keeps rows, indexes, triggers and what is counted, and takes circles from then on', async () => {
    const early = await openSqlite(file);
    await migrate(early, BEFORE);
    await early.close();
    const database = new DatabaseSync(file, { enableForeignKeyConstraints: false });
    const add = (table: string, row: Readonly<Record<string, string | number | null>>): void => {
      const names = Object.keys(row);
      database
        .prepare(`insert into ${table} (${names.join(', ')}) values (${names.map(() => '?').join(', ')})`)
        .run(...Object.values(row));
    };
    const columns = (table: string) =>
      database.prepare(`select name, "notnull" as needed, type from pragma_table_info('${table}')`).all();
    const row = (table: string, own: Readonly<Record<string, string | number>>) =>
      Object.fromEntries(
        columns(table)
          .filter(({ needed }) => needed === 1)
          .map(({ name, type }) => [String(name), own[String(name)] ?? (type === 'INTEGER' ? 1 : 'x')]),
      );
    database.exec('pragma ignore_check_constraints = on');
    add('programmes', row('programmes', { id: 'x' }));
    add('rounds', row('rounds', { id: 'x' }));
    add('people', row('people', { id: 'p' }));
    database.exec('pragma ignore_check_constraints = off');
    add('proposals', row('proposals', { id: 'a', kind: 'trio', state: 'accepted', reasons_json: '[]' }));
    add('proposal_people', row('proposal_people', { proposal_id: 'a', person_id: 'p', role: 'peer' }));
    add(
      'pairings',
      row('pairings', { id: 'b', kind: 'trio', state: 'active', proposal_id: 'a', reasons_json: '[]' }),
    );
    const before = made(database);
    const tallies = database.prepare('select * from tallies order by 1, 2, 3').all();
    const circle = () =>
      add('proposals', row('proposals', { id: 'c', kind: 'circle', state: 'open', reasons_json: '[]' }));
    assert.throws(circle, /ck_proposals_kind/);

    const now = await openSqlite(file);
    await migrate(now, MIGRATIONS.slice(0, BEFORE.length + 1));
    await now.close();
    assert.deepEqual(made(database), before);
    assert.deepEqual(database.prepare('select * from tallies order by 1, 2, 3').all(), tallies);
    assert.equal(database.prepare('select count(*) as n from proposals').get()?.['n'], 1);
    assert.equal(database.prepare('select count(*) as n from pairings').get()?.['n'], 1);
    circle();
    assert.throws(
      () => add('proposals', row('proposals', { id: 'd', kind: 'square', state: 'open' })),
      /ck_proposals_kind/,
    );
    database.close();
  });
});
