import { Refusal } from '../../core/refusal.ts';
import { ForeignKeyViolation, UniqueViolation } from '../errors.ts';

// Result codes of https://www.sqlite.org/rescode.html; the low byte is the primary code.
const BUSY = 5;
const LOCKED = 6;
const CONSTRAINT_FOREIGNKEY = 787;
/** A primary key, a unique constraint or index, a row id. */
const UNIQUE: readonly number[] = [1555, 2067, 2579];

/** The extended result code of an error of SQLite; null for any other error. */
export function resultCode(error: unknown): number | null {
  return error instanceof Error && 'errcode' in error && typeof error.errcode === 'number'
    ? error.errcode
    : null;
}

export function isBusy(error: unknown): boolean {
  const code = resultCode(error);
  return code !== null && ((code & 0xff) === BUSY || (code & 0xff) === LOCKED);
}

/** The one place where errors of the driver become ours. SQLite's own text names columns, never values. */
export function translate(error: unknown): unknown {
  if (isBusy(error)) return new Refusal('try-again');
  const text = error instanceof Error ? error.message : '';
  const code = resultCode(error);
  if (code === null) return error;
  if (UNIQUE.includes(code)) return new UniqueViolation(text, { cause: error });
  if (code === CONSTRAINT_FOREIGNKEY) return new ForeignKeyViolation(text, { cause: error });
  return error;
}
