import { Refusal } from '../../core/refusal.ts';
import { ForeignKeyViolation, UniqueViolation, WriteConflict } from '../errors.ts';

// Numbers: learn.microsoft.com, "Database engine events and errors" and "Troubleshoot transient connection errors".
const UNIQUE: readonly number[] = [2627, 2601];
const CONSTRAINT = 547;
/** Deadlock, update conflict under snapshot isolation, and the engine asking to run the transaction again. */
const CONFLICT: readonly number[] = [1205, 3960, 3961, 41302, 41305, 41325, 41839];
const LOCK_TIMEOUT = 1222;
/** Azure moves, throttles or fails over a database; a server starts or stops. */
const TRANSIENT: readonly number[] = [
  40197, 40501, 40540, 40613, 49918, 49919, 49920, 4060, 4221, 10928, 10929, 10936, 233, 615, 921, 922, 926,
  3906, 6005, 17142, 983, 976, 35250, 596,
];
const MISSING_RIGHTS: readonly number[] = [229, 230, 262, 300, 1088, 2760, 3701, 4902, 15151, 15247];
/** Faults of our own statements: their text names tables and columns, never values. */
const OUR_FAULT: readonly number[] = [
  102,
  105,
  156,
  207,
  208,
  209,
  1785,
  1913,
  2714,
  2812,
  4104,
  8120,
  ...MISSING_RIGHTS,
];

/** Codes of the driver for a connection that is not there, went away, or could not be had in time. */
const LOST: readonly string[] = [
  'ESOCKET',
  'ECONNCLOSED',
  'ECONNRESET',
  'ENOTOPEN',
  'ENOCONN',
  'EINVALIDSTATE',
  'ENOTBEGUN',
];
const SLOW: readonly string[] = ['ETIMEOUT', 'ECANCEL'];
/** What a pool says that had nothing free for too long; it has neither a code nor a name of its own. */
const NOTHING_FREE = /Failed to acquire a connection from the pool: operation timed out/;

/** Nothing came of it since the connection was lost or refused. Before the commit, the whole transaction may run again. */
export class ConnectionLost extends Refusal {
  constructor() {
    super('try-again');
  }
}

/** The connection went while the commit was on its way: it may have been saved or not, so nothing runs it again. */
export class CommitUnknown extends ConnectionLost {}

/** SQL Server's own refusal of a statement. Its text may repeat values, so it stays out unless the fault is ours. */
export class SqlServerError extends Error {
  override readonly name = 'SqlServerError';
  readonly number: number | null;

  constructor(number: number | null, text: string) {
    super(text);
    this.number = number;
  }
}

interface Facts {
  readonly numbers: readonly number[];
  readonly codes: readonly string[];
  readonly text: string;
}

/** The one place where errors of the driver become ours. */
export function translate(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof Refusal || error instanceof TypeError) return error;
  const { numbers, codes, text } = factsOf(error);
  const has = (list: readonly number[]): boolean => numbers.some((number) => list.includes(number));
  if (has(CONFLICT) || codes.includes('EABORT')) return new WriteConflict();
  if (has(UNIQUE)) return new UniqueViolation(constraintIn(text));
  if (has([CONSTRAINT]) && /foreign key|reference/i.test(text))
    return new ForeignKeyViolation(constraintIn(text));
  if (has([LOCK_TIMEOUT]) || codes.some((code) => SLOW.includes(code)) || NOTHING_FREE.test(text))
    return new Refusal('try-again');
  if (has(TRANSIENT) || codes.some((code) => LOST.includes(code)) || isLost(error))
    return new ConnectionLost();
  const [number] = numbers;
  if (number === undefined)
    return new SqlServerError(null, `The database driver failed (${codes.join(', ')})`);
  return new SqlServerError(
    number,
    OUR_FAULT.includes(number) ? text : `SQL Server refused a statement (error ${number})`,
  );
}

/** The driver wraps errors in errors, and lists those that came before. */
function factsOf(error: Error): Facts {
  const numbers: number[] = [];
  const codes: string[] = [];
  const texts: string[] = [];
  const seen = new Set<unknown>();
  const visit = (one: unknown): void => {
    if (!(one instanceof Error) || seen.has(one)) return;
    seen.add(one);
    texts.push(one.message);
    const fields = new Map<string, unknown>(Object.entries(one));
    const { number, code } = { number: fields.get('number'), code: fields.get('code') };
    if (typeof number === 'number') numbers.push(number);
    if (typeof code === 'string') codes.push(code);
    visit(fields.get('originalError'));
    visit(one.cause);
    for (const list of [fields.get('precedingErrors'), fields.get('errors')])
      if (Array.isArray(list)) for (const inner of list) visit(inner);
  };
  visit(error);
  return { numbers, codes, text: texts.join('\n') };
}

/** A transaction whose connection went. */
function isLost(error: Error): boolean {
  return error.name === 'ConnectionError' || /LoggedIn state|socket hang up/.test(error.message);
}

function constraintIn(text: string): string {
  const [, name] = /(?:constraint|index) ["']([^"']+)["']/i.exec(text) ?? [];
  return name === undefined ? 'a constraint' : `constraint ${name.toLowerCase()}`;
}
