import { createMigrations } from '../migrate.ts';
import type { Migration } from '../migrations/table.ts';
import { COLUMNS } from './columns.ts';
import { ROW_VERSIONS } from './prepare.ts';
import { recorder } from './recorder.ts';

const LAYOUT = { columns: COLUMNS, tableEnd: { wide: null, narrow: null } } as const;

/** The statements of one migration, in order. */
export async function statementsOf(migration: Migration): Promise<readonly string[]> {
  const { db, queries } = recorder();
  await migration.up({ db, engine: 'mssql', ...LAYOUT });
  return queries.map(({ sql }) => sql);
}

/**
 * All migrations as one T-SQL script for an administrator to read and run by hand, in any tool that knows `go`.
 * Safe to run twice and beside a program that starts: each migration takes the same lock, and leaves its record.
 */
export async function migrationScript(migrations: readonly Migration[]): Promise<string> {
  const { db, queries } = recorder();
  await createMigrations(LAYOUT, db);
  const parts = [
    head(migrations),
    ...ROW_VERSIONS.map(({ isOff, turnOn }) => batch(`${isOff}\n  ${turnOn}`)),
  ];
  parts.push(
    inTransaction(
      `if object_id('migrations') is null`,
      queries.map(({ sql }) => sql),
    ),
    tooNew(migrations.length),
  );
  for (const migration of migrations) {
    const { number, name } = migration;
    const record = `insert into "migrations" ("number", "name", "applied_at") values (${number}, '${name}', sysutcdatetime())`;
    const statements = [...(await statementsOf(migration)), record];
    parts.push(
      `-- ${number}: ${name}\n`,
      // After the one before it and no other: a tool that goes on after an error must leave no gap.
      inTransaction(`if (select coalesce(max("number"), 0) from "migrations") = ${number - 1}`, statements),
    );
  }
  return parts.join('');
}

function head(migrations: readonly Migration[]): string {
  return `-- The tables of Alongside, up to version ${migrations.length}, for SQL Server 2019 or later and Azure SQL.
-- Run it in the database itself, signed in as its owner; later ones also as a member of alongside_migrator.
-- Safe to run twice.
set quoted_identifier on;
set ansi_nulls on;
set ansi_padding on;
set ansi_warnings on;
set arithabort on;
set concat_null_yields_null on;
set ansi_null_dflt_on on;
set numeric_roundabort off;
set xact_abort on;
if schema_name() <> 'dbo' throw 50000, 'The tables belong into dbo: run this as a user whose default schema that is.', 1;
go
`;
}

/** Below, nothing is done to such a database; here somebody is told. */
function tooNew(known: number): string {
  return batch(`if (select max("number") from "migrations") > ${known}
  throw 50000, 'A newer Alongside has been at this database: take its script.', 1`);
}

const batch = (statement: string): string => `${statement};\ngo\n`;

function inTransaction(condition: string, statements: readonly string[]): string {
  return `begin transaction;
declare @lock integer;
exec @lock = sp_getapplock @Resource = 'alongside_migrations', @LockMode = 'Exclusive',
  @LockOwner = 'Transaction', @LockTimeout = 120000;
if @lock < 0 throw 50000, 'Another process has been changing the tables for two minutes.', 1;
${condition}
begin
${statements.map((statement) => `  ${deferred(statement)};\n`).join('')}end;
commit transaction;
go
`;
}

/** The server checks the columns of tables that exist before it runs the batch that adds them: those wait as text. */
function deferred(statement: string): string {
  return /^(create table|alter table)/.test(statement)
    ? statement
    : `exec sp_executesql N'${statement.replaceAll("'", "''")}'`;
}
