import { randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { PersonId } from '../../core/ids.ts';
import { WriteConflict } from '../errors.ts';
import { chunksOf, insertedIfAbsent, inChunks } from '../portable.ts';
import type { Database } from '../schema.ts';
import { decrypt, encrypt, KEY_BYTES } from './cipher.ts';
import type { SealedPlace, Sealing } from './sealing.ts';
import type { WrappingKey } from './wrapping-key.ts';

/** Data keys unwrapped before, by their wrapped form: so a key that is gone from the table opens nothing. */
export type Unwrapped = Map<string, Uint8Array>;
const KEPT = 20_000;
const AT_ONCE = 16;

interface KeyRow {
  readonly wrappedKey: Uint8Array;
  readonly wrappingKeyId: string;
}

/** Seals and opens over one connection, so that keys made in a transaction come and go with it. */
export function sealingOver(
  db: Kysely<Database>,
  wrappingKey: WrappingKey,
  unwrapped: Unwrapped,
  now: () => Date,
): Sealing {
  async function unwrap(row: KeyRow): Promise<Uint8Array> {
    const name = Buffer.from(row.wrappedKey).toString('base64');
    const known = unwrapped.get(name);
    if (known !== undefined) return known;
    const key = await wrappingKey.unwrap(row.wrappingKeyId, row.wrappedKey);
    const [oldest] = unwrapped.keys();
    if (unwrapped.size >= KEPT && oldest !== undefined) unwrapped.delete(oldest);
    unwrapped.set(name, key);
    return key;
  }

  async function keyOf(person: PersonId): Promise<Uint8Array | null> {
    const row = await db
      .selectFrom('dataKeys')
      .where('personId', '=', person)
      .select(['wrappedKey', 'wrappingKeyId'])
      .executeTakeFirst();
    return row === undefined ? null : unwrap(row);
  }

  async function makeKey(person: PersonId): Promise<Uint8Array> {
    const key = randomBytes(KEY_BYTES);
    const { keyId, wrapped } = await wrappingKey.wrap(key);
    const values = { personId: person, wrappedKey: wrapped, wrappingKeyId: keyId, createdAt: now() };
    if (await insertedIfAbsent(() => db.insertInto('dataKeys').values(values))) return key;
    const made = await keyOf(person);
    // Sealed with a key that is kept nowhere, it would never open again.
    if (made === null) throw new WriteConflict();
    return made;
  }

  return {
    seal: async (place, plain) =>
      encrypt(
        (await keyOf(place.personId)) ?? (await makeKey(place.personId)),
        contextOf(place),
        Buffer.from(plain, 'utf8'),
      ),
    open: async (place, sealed) => openWith(await keyOf(place.personId), place, sealed),
    opener: async (people) => {
      const keys = new Map<PersonId, Uint8Array>();
      const rows = await inChunks(people, (chunk) =>
        db
          .selectFrom('dataKeys')
          .where('personId', 'in', chunk)
          .select(['personId', 'wrappedKey', 'wrappingKeyId'])
          .execute(),
      );
      // A vault answers many at once as fast as one.
      for (const chunk of chunksOf(rows, AT_ONCE))
        await Promise.all(chunk.map(async (row) => keys.set(row.personId, await unwrap(row))));
      return (place, sealed) => openWith(keys.get(place.personId) ?? null, place, sealed);
    },
    drop: async (person) => {
      await db.deleteFrom('dataKeys').where('personId', '=', person).execute();
    },
  };
}

function openWith(key: Uint8Array | null, place: SealedPlace, sealed: Uint8Array): string {
  if (key === null) throw new Error('The data key of a sealed value is gone');
  return Buffer.from(decrypt(key, contextOf(place), sealed)).toString('utf8');
}

function contextOf({ personId, column }: SealedPlace): string {
  return `alongside/1 ${personId} ${column}`;
}
