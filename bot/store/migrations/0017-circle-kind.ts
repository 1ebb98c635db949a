import { sql } from 'kysely';
import { remake } from '../sqlite/remake.ts';
import { FIRST_PAIRING_KINDS, oneOf } from './table.ts';
import type { Migration } from './table.ts';

const KINDS = [...FIRST_PAIRING_KINDS, 'circle'];
const listed = (kinds: readonly string[]): string => kinds.map((kind) => `'${kind}'`).join(', ');

/** Proposals and pairings may be circles. */
export const circleKind: Migration = {
  number: 17,
  name: 'circle-kind',
  async up({ db, engine }) {
    for (const table of ['proposals', 'pairings'] as const) {
      if (engine === 'sqlite') {
        await remake(db, table, (made) => made.replace(listed(FIRST_PAIRING_KINDS), listed(KINDS)));
        continue;
      }
      const check = sql.ref(`ck_${table}_kind`);
      await sql`alter table ${sql.table(table)} drop constraint ${check}`.execute(db);
      await sql`alter table ${sql.table(table)} add constraint ${check} check (${oneOf('kind', KINDS)})`.execute(
        db,
      );
    }
  },
};
