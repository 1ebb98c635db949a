import { sql } from 'kysely';
import { create } from './table.ts';
import type { Migration } from './table.ts';

/** What Microsoft Graph has told of people until a whole round of it is there, and what lets the audit's oldest entries go. */
export const directory: Migration = {
  number: 16,
  name: 'directory',
  async up({ db, engine, columns, tableEnd }) {
    await create(
      db.schema
        .createTable('directoryChanges')
        .addColumn('tenantId', columns.uuid, (c) => c.notNull())
        .addColumn('objectId', columns.uuid, (c) => c.notNull())
        .addColumn('changeJson', columns.json, (c) => c.notNull())
        .addPrimaryKeyConstraint('pk_directory_changes', ['tenantId', 'objectId']),
      tableEnd.wide,
    );
    if (engine === 'sqlite') return;
    // The service may add to the audit and not take from it; through this view it can delete what is a year old.
    await sql`create view old_audit as
      select programme_id, sequence, at from audit where at < dateadd(month, -12, sysutcdatetime())`.execute(
      db,
    );
  },
};
