import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { migrate } from '../../bot/store/migrate.ts';
import { MIGRATIONS } from '../../bot/store/migrations/all.ts';
import type { Migration } from '../../bot/store/migrations/table.ts';
import { openStore } from '../../bot/store/open.ts';
import { wrappingKeyOf } from '../../bot/store/sealing/key-file.ts';
import { openSqlite } from '../../bot/store/sqlite/open-sqlite.ts';

const run = promisify(execFile);
const CHILD = fileURLToPath(new URL('migrate-child.ts', import.meta.url));
const wrappingKey = wrappingKeyOf(new Uint8Array(32));
const NUMBERS = MIGRATIONS.map((migration) => migration.number);

describe('Migrations', () => {
  let folder: string;
  let file: string;
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'alongside-migrate-'));
    file = path.join(folder, 'store.db');
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const tables = (): readonly unknown[] => {
    const database = new DatabaseSync(file);
    const rows = database.prepare(`select name, sql from sqlite_schema order by name`).all();
    database.close();
    return rows;
  };

  it('count from 1 without gaps', () => {
    assert.deepEqual(
      NUMBERS,
      NUMBERS.map((_, index) => index + 1),
    );
  });

  it('are each applied once, and not again by a second start', async () => {
    const engine = await openSqlite(file);
    assert.deepEqual(await migrate(engine), NUMBERS);
    const before = tables();
    assert.deepEqual(await migrate(engine), []);
    await engine.close();
    assert.deepEqual(tables(), before);
  });

  it('are each applied once when several processes start together', async () => {
    const starts = await Promise.all([1, 2, 3].map(() => run(process.execPath, [CHILD, file])));
    const applied = starts.flatMap(({ stdout }) => JSON.parse(stdout) as number[]);
    assert.deepEqual(
      applied.toSorted((a, b) => a - b),
      NUMBERS,
    );
  });

  it('leave nothing of one that fails, and go on from there', async () => {
    const engine = await openSqlite(file);
    const broken: Migration = {
      number: MIGRATIONS.length + 1,
      name: 'broken',
      up: async ({ db }) => {
        await db.schema.createTable('half').addColumn('id', 'integer').execute();
        throw new Error('power cut');
      },
    };
    await assert.rejects(migrate(engine, [...MIGRATIONS, broken]), /power cut/);
    assert.ok(!JSON.stringify(tables()).includes('half'));
    assert.deepEqual(await migrate(engine), []);
    await engine.close();
  });

  it('refuse a database that a newer program has been at, and leave it as it is', async () => {
    await (await openStore({ sqliteFile: file, wrappingKey })).close();
    const database = new DatabaseSync(file);
    database.exec(`insert into migrations values (${MIGRATIONS.length + 1}, 'future', '2030-01-01')`);
    database.close();
    const before = tables();
    await assert.rejects(openStore({ sqliteFile: file, wrappingKey }), {
      name: 'StoreError',
      code: 'too-new',
      message: /start a newer Alongside/,
    });
    assert.deepEqual(tables(), before);
  });
});

describe('Opening a store', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'alongside-open-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('refuses a file that is no database, and leaves it as it is', async () => {
    const file = path.join(folder, 'letter.txt');
    await writeFile(file, 'Dear Sir or Madam, '.repeat(1000));
    await assert.rejects(openStore({ sqliteFile: file, wrappingKey }), {
      name: 'StoreError',
      code: 'not-a-database',
    });
  });

  it('refuses a place that cannot be written', async () => {
    const file = path.join(folder, 'a-file');
    await writeFile(file, '');
    const inside = path.join(file, 'store.db');
    await assert.rejects(openStore({ sqliteFile: inside, wrappingKey }), { code: 'cannot-open' });
    await assert.rejects(openStore({ sqliteFile: folder, wrappingKey }), { code: 'cannot-open' });
  });

  it('makes the folders on the way', async () => {
    const file = path.join(folder, 'deep', 'down', 'store.db');
    const store = await openStore({ sqliteFile: file, wrappingKey });
    assert.deepEqual(await store.reads.programmes.running(), []);
    await store.close();
  });

  it('keeps foreign keys, the write-ahead log and strict types', async () => {
    const file = path.join(folder, 'store.db');
    await (await openStore({ sqliteFile: file, wrappingKey })).close();
    const database = new DatabaseSync(file);
    const loose = database
      .prepare(
        `select name from pragma_table_list where type = 'table' and strict = 0 and name not like 'sqlite%'`,
      )
      .all();
    assert.deepEqual(loose, []);
    assert.deepEqual({ ...database.prepare('pragma journal_mode').get() }, { journal_mode: 'wal' });
    database.close();
  });
});
