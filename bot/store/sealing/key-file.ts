import { createHash, randomBytes } from 'node:crypto';
import { chmodSync, linkSync, mkdirSync, readFileSync, renameSync, unlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { StoreError } from '../errors.ts';
import { decrypt, encrypt, KEY_BYTES } from './cipher.ts';
import type { WrappingKey } from './wrapping-key.ts';

const CONTEXT = 'alongside data key';
const PREFIX = 'file:';

/** Whether a key file wrapped this. */
export const isOfFile = (keyId: string): boolean => keyId.startsWith(PREFIX);

/**
 * The wrapping key of a laptop or a test: 32 random bytes on the first line of a file that only its owner may read
 * (mode 0600), made when it is not there; further lines are older keys, which open and wrap no more. The file is read
 * again when it may have changed, so that a rotation needs no restart. Two processes that start at once end with the
 * same key. @throws StoreError 'cannot-open' when the file cannot be made, read, or holds something else.
 */
export function keyFile(file: string): WrappingKey {
  const read = (): readonly Uint8Array[] => {
    let keys: readonly Uint8Array[];
    try {
      keys = readKeys(file) ?? makeKey(file);
    } catch (cause) {
      throw new StoreError('cannot-open', `The key file ${file} cannot be read or made.`, { cause });
    }
    if (keys.length === 0 || keys.some((key) => key.length !== KEY_BYTES))
      throw new StoreError('cannot-open', `${file} is not a key file of Alongside.`);
    return keys;
  };
  let known = wrappingKeyOf(...read());
  const again = (): WrappingKey => (known = wrappingKeyOf(...read()));
  return {
    current: async () => again().current(),
    wrap: async (plain) => again().wrap(plain),
    unwrap: async (keyId, wrapped) => {
      try {
        return await known.unwrap(keyId, wrapped);
      } catch {
        // Another process may have wrapped it with a key that came since.
        return again().unwrap(keyId, wrapped);
      }
    },
  };
}

/** Puts a new key before those of the file; what older ones wrapped still opens. @throws StoreError 'cannot-open' */
export async function addKey(file: string): Promise<void> {
  // Makes it where there is none, and refuses what is no key file.
  await keyFile(file).current();
  const before = readFileSync(file, 'utf8');
  const draft = draftOf(file, `${randomBytes(KEY_BYTES).toString('base64')}\n${before}`);
  renameSync(draft, file);
}

/** Wrapping keys held in memory only, the current one first. */
export function wrappingKeyOf(...keys: readonly Uint8Array[]): WrappingKey {
  const byId = new Map(keys.map((key) => [idOf(key), key]));
  const [currentId = ''] = byId.keys();
  const keyCalled = (keyId: string): Uint8Array => {
    const key = byId.get(keyId);
    if (key === undefined) throw new Error(`No wrapping key ${keyId}`);
    return key;
  };
  return {
    current: async () => currentId,
    wrap: async (plain) => ({ keyId: currentId, wrapped: encrypt(keyCalled(currentId), CONTEXT, plain) }),
    unwrap: async (keyId, wrapped) => decrypt(keyCalled(keyId), CONTEXT, wrapped),
  };
}

const idOf = (key: Uint8Array): string =>
  `${PREFIX}${createHash('sha256').update(key).digest('hex').slice(0, 16)}`;

function readKeys(file: string): readonly Uint8Array[] | null {
  try {
    const lines = readFileSync(file, 'utf8').trim().split('\n');
    return lines.map((line) => Uint8Array.from(Buffer.from(line.trim(), 'base64')));
  } catch (error) {
    if (isCode(error, 'ENOENT')) return null;
    throw error;
  }
}

/** Written whole beside its place and linked there, so that nobody ever reads half a key. */
function makeKey(file: string): readonly Uint8Array[] {
  mkdirSync(path.dirname(file), { recursive: true });
  const key = randomBytes(KEY_BYTES);
  const draft = draftOf(file, `${key.toString('base64')}\n`);
  try {
    linkSync(draft, file);
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error;
  } finally {
    unlinkSync(draft);
  }
  return readKeys(file) ?? [key];
}

function draftOf(file: string, content: string): string {
  const draft = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
  writeFileSync(draft, content, { mode: 0o600, flag: 'wx' });
  chmodSync(draft, 0o600);
  return draft;
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
