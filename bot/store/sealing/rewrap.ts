import type { PersonId } from '../../core/ids.ts';
import type { Engine } from '../engine.ts';
import { first } from '../portable.ts';
import type { WrappingKey } from './wrapping-key.ts';

const PAGE = 200;

/** How many data keys are now wrapped by the current key, and how many no key that we have opens. */
export interface Rewrapped {
  readonly rewrapped: number;
  readonly unreadable: number;
}

/**
 * Wraps every data key anew that an older key has wrapped. People go on reading and writing meanwhile: a data key
 * stays the same inside, and one that changes or goes away in between is left to whoever changed it.
 */
export async function rewrapDataKeys(engine: Engine, key: WrappingKey): Promise<Rewrapped> {
  const current = await key.current();
  const counts = { rewrapped: 0, unreadable: 0 };
  for (let after: PersonId | null = null; ;) {
    const rows = await olderThan(engine, current, after);
    for (const row of rows) {
      const plain = await key.unwrap(row.wrappingKeyId, row.wrappedKey).catch(() => null);
      if (plain === null) {
        counts.unreadable += 1;
        continue;
      }
      const { keyId, wrapped } = await key.wrap(plain);
      counts.rewrapped += await engine.transact(async (db) => {
        const { numUpdatedRows } = await db
          .updateTable('dataKeys')
          .set({ wrappedKey: wrapped, wrappingKeyId: keyId })
          .where('personId', '=', row.personId)
          .where('wrappedKey', '=', row.wrappedKey)
          .executeTakeFirst();
        return Number(numUpdatedRows);
      });
    }
    const last = rows.at(-1);
    if (last === undefined || rows.length < PAGE) return counts;
    after = last.personId;
  }
}

interface KeyRow {
  readonly personId: PersonId;
  readonly wrappedKey: Uint8Array;
  readonly wrappingKeyId: string;
}

async function olderThan(
  { read, name }: Engine,
  current: string,
  after: PersonId | null,
): Promise<readonly KeyRow[]> {
  const older = read
    .selectFrom('dataKeys')
    .where('wrappingKeyId', '<>', current)
    .select(['personId', 'wrappedKey', 'wrappingKeyId'])
    .orderBy('personId');
  return first(name, after === null ? older : older.where('personId', '>', after), PAGE).execute();
}
