import { createHash, randomBytes } from 'node:crypto';
import { chmodSync, linkSync, mkdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { StoreError } from '../errors.ts';
import { decrypt, encrypt, KEY_BYTES } from './cipher.ts';
import type { WrappingKey } from './wrapping-key.ts';

const CONTEXT = 'alongside data key';

/**
 * The wrapping key of a laptop or a test: 32 random bytes in a file that only its owner may read (mode 0600),
 * made when it is not there. Two processes that start at once end with the same key.
 * @throws StoreError 'cannot-open' when the file cannot be made, read, or holds something else.
 */
export function keyFile(file: string): WrappingKey {
  let key: Uint8Array;
  try {
    key = readKey(file) ?? makeKey(file);
  } catch (cause) {
    throw new StoreError('cannot-open', `The key file ${file} cannot be read or made.`, { cause });
  }
  if (key.length !== KEY_BYTES)
    throw new StoreError('cannot-open', `${file} is not a key file of Alongside.`);
  return wrappingKeyOf(key);
}

/** A wrapping key held in memory only. */
export function wrappingKeyOf(key: Uint8Array): WrappingKey {
  const id = `file:${createHash('sha256').update(key).digest('hex').slice(0, 16)}`;
  return {
    id,
    wrap: async (plain) => encrypt(key, CONTEXT, plain),
    unwrap: async (keyId, wrapped) => {
      if (keyId !== id) throw new Error(`No wrapping key ${keyId}`);
      return decrypt(key, CONTEXT, wrapped);
    },
  };
}

function readKey(file: string): Uint8Array | null {
  try {
    return Uint8Array.from(Buffer.from(readFileSync(file, 'utf8').trim(), 'base64'));
  } catch (error) {
    if (isCode(error, 'ENOENT')) return null;
    throw error;
  }
}

/** Written whole beside its place and linked there, so that nobody ever reads half a key. */
function makeKey(file: string): Uint8Array {
  mkdirSync(path.dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
  const key = randomBytes(KEY_BYTES);
  writeFileSync(draft, `${key.toString('base64')}\n`, { mode: 0o600, flag: 'wx' });
  chmodSync(draft, 0o600);
  try {
    linkSync(draft, file);
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error;
  } finally {
    unlinkSync(draft);
  }
  return readKey(file) ?? key;
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
