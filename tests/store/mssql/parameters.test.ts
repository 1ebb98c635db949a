import assert from 'node:assert/strict';
import { sql } from 'kysely';
import mssql from 'mssql';
import { kindOf } from '../../../bot/store/column-kind.ts';
import { MIGRATIONS } from '../../../bot/store/migrations/all.ts';
import { recorder } from '../../../bot/store/mssql/recorder.ts';
import { statementsOf } from '../../../bot/store/mssql/script.ts';
import { fromMssql, Parameter, parameterOf } from '../../../bot/store/mssql/values.ts';

const ID = '0198f0c4-1f6a-7cc3-8f54-0123456789ab';
const lengthOf = (text: string): unknown =>
  Object.entries(parameterOf(text, 'name').type).find(([name]) => name === 'length')?.[1];
const typeOf = (value: unknown, column: string | null): unknown => parameterOf(value, column).type.type;

describe('A parameter of SQL Server', () => {
  it('has the type of the column that it goes to, a NULL too', () => {
    for (const value of [ID, null]) assert.equal(typeOf(value, 'person_id'), mssql.UniqueIdentifier);
    for (const value of [new Date(0), null]) assert.equal(typeOf(value, 'due_at'), mssql.DateTime2);
    for (const value of [new Uint8Array(1), null])
      assert.equal(typeOf(value, 'mood_sealed'), mssql.VarBinary);
    for (const value of ['2026-11-02', null]) assert.equal(typeOf(value, 'paused_until_on'), mssql.Date);
    for (const value of [true, null]) assert.equal(typeOf(value, 'is_complete'), mssql.Bit);
    for (const value of [ID, null]) assert.equal(typeOf(value, 'directory_id'), mssql.NVarChar);
  });

  it('keeps an instant to the millisecond, never as legacy datetime', () => {
    const { type } = parameterOf(new Date('2026-02-28T23:59:59.999Z'), null);
    assert.deepEqual(
      [type.type, Object.entries(type).find(([name]) => name === 'scale')?.[1]],
      [mssql.DateTime2, 3],
    );
  });

  it('shares one type among all texts that are not very long', () => {
    assert.deepEqual(['', 'a', 'é'.repeat(4000)].map(lengthOf), [4000, 4000, 4000]);
    assert.equal(lengthOf('a'.repeat(4001)), mssql.MAX);
  });

  it('is whole numbers as integers, large ones as bigint, others as float', () => {
    assert.deepEqual(
      [7, 2 ** 31, 0.5].map((value) => typeOf(value, 'fit')),
      [mssql.Int, mssql.BigInt, mssql.Float],
    );
  });

  it('is never undefined, not a number, no time, or an id that is none', () => {
    for (const value of [undefined, Number.NaN, new Date('never'), {}, Symbol('no')])
      assert.throws(() => parameterOf(value, null), TypeError);
    assert.throws(() => parameterOf('not-an-id', 'person_id'), TypeError);
  });

  it('comes back as it was: days as text, instants as plain dates', () => {
    assert.equal(fromMssql(new Date('2026-11-02T00:00:00Z'), true), '2026-11-02');
    assert.deepEqual(fromMssql(new Date(5), false), new Date(5));
    assert.equal(fromMssql(undefined, false), null);
  });
});

/** What a question would send. */
const sent = async (ask: (db: ReturnType<typeof recorder>['db']) => Promise<unknown>) => {
  const { db, queries } = recorder();
  await ask(db);
  const [query] = queries;
  assert.ok(query);
  return {
    text: query.sql,
    values: query.parameters.map((one) => (one instanceof Parameter ? one.value : one)),
    types: query.parameters.map((one) => (one instanceof Parameter ? one.type.type : null)),
  };
};

describe('A statement of SQL Server', () => {
  it('takes a list of ids as one parameter, whatever its length', async () => {
    const ids = Array.from({ length: 5000 }, () => ID);
    const { text, values } = await sent((db) =>
      db
        .selectFrom('people')
        .where('id', 'in', ids as never)
        .select('id')
        .execute(),
    );
    assert.match(text, /in \(select \[value\] from openjson\(@1\)/);
    assert.deepEqual(values, [JSON.stringify(ids)]);
  });

  it('finds nothing for an id that is none, instead of failing', async () => {
    const { values } = await sent((db) =>
      db
        .selectFrom('people')
        .where('id', '=', 'x' as never)
        .select('id')
        .execute(),
    );
    assert.deepEqual(values, [null]);
  });

  it('types each value of a row by its own column', async () => {
    const row = {
      personId: ID as never,
      programmeId: null,
      stateJson: '{}',
      version: 1,
      updatedAt: new Date(0),
    };
    const { types } = await sent((db) => db.insertInto('dialogs').values([row, row]).execute());
    const one = [mssql.UniqueIdentifier, mssql.UniqueIdentifier, mssql.NVarChar, mssql.Int, mssql.DateTime2];
    assert.deepEqual(types, [...one, ...one]);
  });

  it('types what a column is set to, and forgets the column inside another question', async () => {
    const { types } = await sent((db) =>
      db
        .updateTable('checkIns')
        .set({ moodSealed: null, answeredAt: null })
        .where('id', 'in', (eb) => eb.selectFrom('checkIns').where('connected', '=', 'yes').select('id'))
        .execute(),
    );
    assert.deepEqual(types, [mssql.VarBinary, mssql.DateTime2, mssql.NVarChar]);
  });

  it('refuses what is undefined', async () => {
    const { db } = recorder();
    const missing = JSON.parse('{}').id as never;
    await assert.rejects(db.selectFrom('people').where('id', '=', missing).select('id').execute(), TypeError);
    await assert.rejects(sql`select ${missing}`.execute(db), TypeError);
    await assert.rejects(
      db.selectFrom('people').where('id', 'in', [missing]).select('id').execute(),
      TypeError,
    );
  });
});

describe('The names of columns', () => {
  it('tell what SQL Server keeps in each of them', async () => {
    const declared: Readonly<Record<string, string>> = {
      uuid: 'uniqueidentifier',
      instant: 'datetime2(3)',
      day: 'date',
      bool: 'bit',
      bytes: 'varbinary(max)',
    };
    let columns = 0;
    for (const migration of MIGRATIONS)
      for (const statement of await statementsOf(migration))
        for (const [, name = '', type = ''] of statement.matchAll(
          /"(\w+)" (uniqueidentifier|datetime2\(3\)|date|bit|varbinary\(max\)|nvarchar|integer)/g,
        )) {
          columns += 1;
          assert.equal(
            declared[kindOf(name)] ?? 'text or number',
            Object.values(declared).includes(type) ? type : 'text or number',
            name,
          );
        }
    assert.ok(columns > 200);
  });
});
