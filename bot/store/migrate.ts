import type { Kysely, Transaction } from 'kysely';
import type { Engine } from './engine.ts';
import { StoreError } from './errors.ts';
import { MIGRATIONS } from './migrations/all.ts';
import { create } from './migrations/table.ts';
import type { Migration } from './migrations/table.ts';
import type { Database } from './schema.ts';

/**
 * Brings the database up to this program: each migration with its record in one transaction. Safe to run again
 * and by several processes at once; returns the numbers that this call applied. Where nothing is missing it only
 * reads, so that a sign-in that may not change tables can start the program.
 * @throws StoreError 'too-new' when a newer program has been here, 'too-old' when something is missing and this
 * sign-in may not add it.
 */
export async function migrate(
  engine: Engine,
  migrations: readonly Migration[] = MIGRATIONS,
): Promise<readonly number[]> {
  await engine.prepare();
  if ((await version(engine, engine.read, migrations)) === migrations.length) return [];
  const applied: number[] = [];
  for (;;) {
    const number = await engine.write
      .transaction()
      .setIsolationLevel('read committed')
      .execute((tx) => applyNext(engine, tx, migrations));
    if (number === null) return applied;
    applied.push(number);
  }
}

/** What has been applied is asked under the lock, each time, as another process may be doing the same. */
async function applyNext(
  engine: Engine,
  db: Transaction<Database>,
  migrations: readonly Migration[],
): Promise<number | null> {
  await engine.lockMigrations(db);
  const done = await version(engine, db, migrations);
  if (done === null) await createMigrations(engine, db);
  const next = migrations[done ?? 0];
  if (next === undefined) return null;
  await next.up({ db, engine: engine.name, columns: engine.columns, tableEnd: engine.tableEnd });
  await db
    .insertInto('migrations')
    .values({ number: next.number, name: next.name, appliedAt: new Date() })
    .execute();
  return next.number;
}

/** The number of the newest migration that has been applied; null before the first. @throws StoreError 'too-new' */
async function version(
  engine: Engine,
  db: Kysely<Database>,
  migrations: readonly Migration[],
): Promise<number | null> {
  if (!(await engine.hasTable(db, 'migrations'))) return null;
  const { newest } = await db
    .selectFrom('migrations')
    .select((eb) => eb.fn.max('number').as('newest'))
    .executeTakeFirstOrThrow();
  const done = newest ?? 0;
  if (done <= migrations.length) return done;
  throw new StoreError(
    'too-new',
    `The database is at version ${done}, this program knows ${migrations.length}: start a newer Alongside.`,
  );
}

/** The table that says what has been applied. */
export async function createMigrations(
  { columns, tableEnd }: Pick<Engine, 'columns' | 'tableEnd'>,
  db: Kysely<Database>,
): Promise<void> {
  await create(
    db.schema
      .createTable('migrations')
      .addColumn('number', columns.int, (c) => c.notNull())
      .addColumn('name', columns.text(100), (c) => c.notNull())
      .addColumn('appliedAt', columns.instant, (c) => c.notNull())
      .addPrimaryKeyConstraint('pk_migrations', ['number']),
    tableEnd.wide,
  );
}
