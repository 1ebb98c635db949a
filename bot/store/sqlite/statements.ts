import type { DatabaseSync, SQLOutputValue, StatementSync } from 'node:sqlite';
import type { SqliteDatabase, SqliteStatement } from 'kysely';
import { translate } from './errors.ts';
import { NAMING } from '../naming.ts';
import { conversionOf, toSqlite } from './values.ts';

/** Statements kept prepared; beyond this the one unused for longest goes. */
const KEPT = 400;

/** `node:sqlite` in the shape that Kysely's dialect asks for, with values converted and errors translated. */
export function statementsOf(database: DatabaseSync): SqliteDatabase {
  const kept = new Map<string, SqliteStatement>();
  return {
    close: () => {
      kept.clear();
      database.close();
    },
    prepare: (text) => {
      const known = kept.get(text);
      if (known !== undefined) {
        kept.delete(text);
        kept.set(text, known);
        return known;
      }
      const statement = translated(() => statementOf(database.prepare(text)));
      kept.set(text, statement);
      const [oldest] = kept.keys();
      if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
      return statement;
    },
  };
}

function statementOf(statement: StatementSync): SqliteStatement {
  const columns = statement.columns().map(({ name }) => ({
    name: NAMING.nameOf(name),
    convert: conversionOf(name),
  }));
  statement.setReturnArrays(true);
  const rowOf = (values: readonly SQLOutputValue[]): Record<string, unknown> => {
    const row: Record<string, unknown> = {};
    for (const [index, { name, convert }] of columns.entries()) {
      const value = values[index] ?? null;
      row[name] = convert === null ? value : convert(value);
    }
    return row;
  };
  const all = (parameters: readonly unknown[]): readonly unknown[] =>
    statement.all(...parameters.map(toSqlite));
  return {
    reader: columns.length > 0,
    // With `setReturnArrays` rows are arrays, which the types of Node do not say.
    all: (parameters) =>
      translated(() => all(parameters).map((values) => rowOf(values as readonly SQLOutputValue[]))),
    run: (parameters) => translated(() => statement.run(...parameters.map(toSqlite))),
    iterate: () => {
      throw new Error('Rows are read in pages, not streamed');
    },
  };
}

function translated<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw translate(error);
  }
}
