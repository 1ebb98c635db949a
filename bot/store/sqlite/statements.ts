import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { SqliteDatabase, SqliteStatement } from 'kysely';
import { translate } from './errors.ts';
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
  const columns = statement.columns().map((column) => column.name);
  const conversions = columns.flatMap((name) => {
    const convert = conversionOf(name);
    return convert === null ? [] : [{ name, convert }];
  });
  const ours = (row: Record<string, unknown>): Record<string, unknown> => {
    for (const { name, convert } of conversions) row[name] = convert(row[name] as null);
    return row;
  };
  return {
    reader: columns.length > 0,
    all: (parameters) => translated(() => statement.all(...parameters.map(toSqlite)).map(ours)),
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
