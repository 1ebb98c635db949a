import mssql from 'mssql';
import type { ISqlType } from 'mssql';
import { kindOf } from '../column-kind.ts';
import type { ColumnKind } from '../column-kind.ts';

/** A value with the type under which it goes to the server. */
export class Parameter {
  readonly type: ISqlType;
  readonly value: unknown;

  constructor(type: ISqlType, value: unknown) {
    this.type = type;
    this.value = value;
  }
}

const { NVarChar, DateTime2, UniqueIdentifier, Bit, VarBinary, Int, BigInt: Big, Float, MAX } = mssql;
/** Longer text goes as `nvarchar(max)`; all shorter texts share one type, and so one plan. */
const LONGEST = 4000;
const INT = 2 ** 31;
const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export const isGuid = (value: unknown): value is string => typeof value === 'string' && GUID.test(value);

/** A type for each kind, which a NULL needs too: the server turns no text NULL into a binary one. */
const TYPE_OF: Readonly<Record<ColumnKind, ISqlType>> = {
  uuid: UniqueIdentifier(),
  instant: DateTime2(3),
  day: mssql.Date(),
  bool: Bit(),
  bytes: VarBinary(MAX),
  other: NVarChar(LONGEST),
};

/**
 * A value as SQL Server takes it: text as `nvarchar`, instants as `datetime2(3)` in UTC, ids as `uniqueidentifier`.
 * `column` is where it goes, or what it is compared with; null where that is no single column.
 * @throws TypeError for what no column can hold, `undefined` first of all: the driver would make it NULL.
 */
export function parameterOf(value: unknown, column: string | null): Parameter {
  const kind = column === null ? 'other' : kindOf(column);
  if (value === null) return new Parameter(TYPE_OF[kind], null);
  if (typeof value === 'string') return textParameter(value, kind);
  if (typeof value === 'boolean') return new Parameter(TYPE_OF.bool, value);
  if (typeof value === 'bigint') return new Parameter(Big(), value.toString());
  if (typeof value === 'number') return numberParameter(value);
  if (value instanceof Date && !Number.isNaN(value.getTime())) return new Parameter(TYPE_OF.instant, value);
  if (value instanceof Uint8Array) return new Parameter(TYPE_OF.bytes, Buffer.from(value));
  throw new TypeError(`SQL Server cannot hold a value of type ${typeof value}`);
}

function textParameter(value: string, kind: ColumnKind): Parameter {
  if (kind === 'uuid') {
    if (!isGuid(value)) throw new TypeError('An id column holds ids only');
    return new Parameter(TYPE_OF.uuid, value);
  }
  if (kind === 'day') return new Parameter(TYPE_OF.day, new Date(`${value}T00:00:00Z`));
  return new Parameter(value.length > LONGEST ? NVarChar(MAX) : TYPE_OF.other, textOf(value));
}

/** Half of a pair of surrogates becomes the sign for what cannot be read, as on the other engine. */
export const textOf = (value: string): string => value.toWellFormed();

function numberParameter(value: number): Parameter {
  if (!Number.isFinite(value)) throw new TypeError('SQL Server cannot hold a number that is not finite');
  if (!Number.isInteger(value)) return new Parameter(Float(), value);
  return new Parameter(Math.abs(value) < INT ? Int() : Big(), value);
}

/** What makes a value of the driver ours again: days as text, bytes without a pool behind them. */
export function fromMssql(value: unknown, isDay: boolean): unknown {
  if (value instanceof Date) return isDay ? value.toISOString().slice(0, 10) : new Date(value.getTime());
  if (value instanceof Uint8Array) return Uint8Array.from(value);
  return value ?? null;
}
