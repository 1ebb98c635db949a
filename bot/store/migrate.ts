import type { Transaction } from 'kysely';
import type { Engine } from './engine.ts';
import { StoreError } from './errors.ts';
import { MIGRATIONS } from './migrations/all.ts';
import { create } from './migrations/table.ts';
import type { Migration } from './migrations/table.ts';
import type { Database } from './schema.ts';

/**
 * Brings the database up to this program: each migration with its record in one transaction. Safe to run again
 * and by several processes at once; returns the numbers that this call applied.
 * @throws StoreError 'too-new' when a newer program has been here.
 */
export async function migrate(
  engine: Engine,
  migrations: readonly Migration[] = MIGRATIONS,
): Promise<readonly number[]> {
  const applied: number[] = [];
  for (;;) {
    const number = await engine.write.transaction().execute((tx) => applyNext(engine, tx, migrations));
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
  const done = await newestApplied(engine, db);
  const newest = migrations.length;
  if (done > newest) {
    throw new StoreError(
      'too-new',
      `The database is at version ${done}, this program knows ${newest}: start a newer Alongside.`,
    );
  }
  const next = migrations[done];
  if (next === undefined) return null;
  await next.up({ db, columns: engine.columns, tableEnd: engine.tableEnd });
  await db
    .insertInto('migrations')
    .values({ number: next.number, name: next.name, appliedAt: new Date() })
    .execute();
  return next.number;
}

async function newestApplied(engine: Engine, db: Transaction<Database>): Promise<number> {
  const tables = await db.introspection.getTables();
  if (!tables.some((table) => table.name === 'migrations')) {
    await create(
      db.schema
        .createTable('migrations')
        .addColumn('number', engine.columns.int, (c) => c.notNull())
        .addColumn('name', engine.columns.text(100), (c) => c.notNull())
        .addColumn('appliedAt', engine.columns.instant, (c) => c.notNull())
        .addPrimaryKeyConstraint('pk_migrations', ['number']),
      engine.tableEnd.wide,
    );
    return 0;
  }
  const row = await db
    .selectFrom('migrations')
    .select((eb) => eb.fn.max('number').as('newest'))
    .executeTakeFirstOrThrow();
  return row.newest ?? 0;
}
