import type { SQLInputValue, SQLOutputValue } from 'node:sqlite';
import { kindOf } from '../column-kind.ts';

/** A value as SQLite keeps it: instants as ISO 8601 text with milliseconds, booleans as 0 and 1. */
export function toSqlite(value: unknown): SQLInputValue {
  if (value === null || typeof value === 'string' || typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Uint8Array || typeof value === 'bigint') return value;
  // `undefined` would quietly become NULL in other drivers; here it is a fault.
  throw new TypeError(`SQLite cannot hold a value of type ${typeof value}`);
}

type Convert = (value: SQLOutputValue) => unknown;

const toDate: Convert = (value) => (typeof value === 'string' ? new Date(value) : value);
const toBoolean: Convert = (value) => (value === null ? null : value === 1);

/** What makes a column's value ours again, by its name; null where it is ours already. */
export function conversionOf(column: string): Convert | null {
  const kind = kindOf(column);
  if (kind === 'instant') return toDate;
  return kind === 'bool' ? toBoolean : null;
}
