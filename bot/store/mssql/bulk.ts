import mssql from 'mssql';
import type { ISqlType, Request } from 'mssql';
import { NAMING } from '../naming.ts';
import type { BulkRows } from './bulk-rows.ts';
import { textOf } from './values.ts';

interface Column {
  readonly name: string;
  readonly type: ISqlType;
  readonly nullable: boolean;
}

/** Streams the rows to their table. The names of a row's fields are the columns'. */
export async function loadBulk(request: () => Request, { table, rows }: BulkRows): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const name = NAMING.columnOf(table);
  const known = await columnsOf(request(), name);
  const target = new mssql.Table(name);
  const fields = Object.keys(first);
  for (const field of fields) {
    const column = known.get(NAMING.columnOf(field));
    if (column === undefined) throw new TypeError(`${table} has no column ${field}`);
    target.columns.add(column.name, column.type, { nullable: column.nullable });
  }
  for (const row of rows) {
    const values = new Map<string, unknown>(Object.entries(row));
    target.rows.add(...fields.map((field) => bulkValue(values.get(field))));
  }
  // Without it the server would take rows that break a key, trust the constraint no longer, and ask for more rights.
  await request().bulk(target, { checkConstraints: true, keepNulls: true });
}

function bulkValue(value: unknown): string | number | boolean | Date | Buffer | null {
  if (typeof value === 'string') return textOf(value);
  if (value === null || typeof value === 'number' || typeof value === 'boolean') return value;
  if (value instanceof Date) return value;
  if (value instanceof Uint8Array) return Buffer.from(value);
  throw new TypeError(`SQL Server cannot hold a value of type ${typeof value}`);
}

/** The server wants each column under exactly its type. */
async function columnsOf(request: Request, table: string): Promise<ReadonlyMap<string, Column>> {
  request.input('table', mssql.NVarChar(128), table);
  const { recordset } = await request.query<readonly unknown[]>(
    `select COLUMN_NAME, DATA_TYPE, CHARACTER_MAXIMUM_LENGTH, IS_NULLABLE
     from INFORMATION_SCHEMA.COLUMNS where TABLE_SCHEMA = schema_name() and TABLE_NAME = @table`,
  );
  return new Map(
    recordset.map(([name, type, length, nullable]) => [
      String(name),
      {
        name: String(name),
        type: typeOf(String(type), Number(length)),
        nullable: String(nullable).toUpperCase() === 'YES',
      },
    ]),
  );
}

function typeOf(type: string, length: number): ISqlType {
  const sized = length < 0 ? mssql.MAX : length;
  if (type === 'nvarchar') return mssql.NVarChar(sized);
  if (type === 'varbinary') return mssql.VarBinary(sized);
  if (type === 'uniqueidentifier') return mssql.UniqueIdentifier();
  if (type === 'datetime2') return mssql.DateTime2(3);
  if (type === 'bit') return mssql.Bit();
  if (type === 'int') return mssql.Int();
  if (type === 'date') return mssql.Date();
  throw new TypeError(`A bulk insert knows no ${type}`);
}
