import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { asId } from '../../bot/core/ids.ts';
import { newId } from '../../bot/new-id.ts';
import { NAMING } from '../../bot/store/naming.ts';
import { TABLES } from '../../bot/store/tables.ts';
import { NOW, TENANT } from '../helpers/builders.ts';
import { askedOf, everyRead } from '../store/every-read.ts';
import { everyWrite } from '../store/every-write.ts';
import { recordedStore } from '../store/mssql/recorded.ts';

/** A view: what the service may delete of the audit. */
const OLD_AUDIT = 'old_audit';
const ROLES = new URL('../../infra/database/roles.sql', import.meta.url);

/** What a role may do with each table, as the script says it. */
async function grantsOf(role: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const text = await readFile(ROLES, 'utf8');
  return new Map(
    [...text.matchAll(/^grant ([\w, ]+) on dbo\.(\w+) to (\w+);$/gm)]
      .filter(([, , , to]) => to === role)
      .map(([, verbs = '', table = '']) => [table, verbs.split(', ')]),
  );
}

/** The verb and the table of each statement that the store sends. */
async function usesOfTables(): Promise<ReadonlySet<string>> {
  const { store, queries } = recordedStore();
  const ids = {
    programme: asId<never>(newId()),
    person: asId<never>(newId()),
    manager: asId<never>(newId()),
  };
  const asked = askedOf({ ...ids, tenant: TENANT, now: NOW });
  for (const read of Object.values(everyRead(store.reads, asked))) await read();
  await store.transaction(async (tx) => {
    for (const write of Object.values(everyWrite(tx, asked))) await write();
  });
  const uses = new Set<string>();
  for (const { sql } of queries) {
    const [, change, changed] = /^\s*(insert into|update|delete from) "?(\w+)"?/.exec(sql) ?? [];
    if (change !== undefined) uses.add(`${change.split(' ')[0]} ${changed}`);
    for (const [, table] of sql.matchAll(/(?:from|join) "(\w+)"/g)) uses.add(`select ${table}`);
  }
  return uses;
}

describe('The roles of the database', () => {
  it('name every table that there is, and no other', async () => {
    const names = [...TABLES.map((table) => NAMING.columnOf(table)), OLD_AUDIT];
    assert.deepEqual(new Set((await grantsOf('alongside_app')).keys()), new Set(names));
  });

  it('let the service do all that it does', async () => {
    const grants = await grantsOf('alongside_app');
    const tables = new Set(grants.keys());
    const uses = [...(await usesOfTables())].map((use) => use.split(' '));
    const denied = uses.filter(
      ([verb = '', table = '']) => tables.has(table) && !grants.get(table)?.includes(verb),
    );
    assert.deepEqual(denied, []);
    assert.ok(uses.length > 100);
  });

  it('let the service change neither the audit, nor what was released, nor what was migrated', async () => {
    const grants = await grantsOf('alongside_app');
    assert.deepEqual(grants.get('audit'), ['select', 'insert']);
    assert.deepEqual(grants.get(OLD_AUDIT), ['select', 'delete']);
    assert.deepEqual(grants.get('released_figures'), ['select', 'insert']);
    assert.deepEqual(grants.get('migrations'), ['select']);
    const text = await readFile(ROLES, 'utf8');
    assert.doesNotMatch(text, /(db_owner|db_datareader|db_datawriter|control|alter on).*alongside_app/i);
  });

  it('let a report see released figures and nothing else', async () => {
    assert.deepEqual([...(await grantsOf('alongside_reporter'))], [['released_figures', ['select']]]);
    const text = await readFile(ROLES, 'utf8');
    assert.equal([...text.matchAll(/\balongside_reporter;/g)].length, 2, 'created once, granted once');
  });
});
