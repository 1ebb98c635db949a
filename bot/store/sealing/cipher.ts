import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

// Layout of a sealed value: version, nonce, ciphertext, tag (AES-256-GCM, NIST SP 800-38D).
const VERSION = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

export const KEY_BYTES = 32;

/** Encrypts, and binds the context: what was sealed for one context does not open for another. */
export function encrypt(key: Uint8Array, context: string, plain: Uint8Array): Uint8Array {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(Buffer.from(context, 'utf8'));
  const body = [cipher.update(plain), cipher.final()];
  return Uint8Array.from(Buffer.concat([Buffer.of(VERSION), nonce, ...body, cipher.getAuthTag()]));
}

/** @throws Error when the key or the context is another, or the value was altered. */
export function decrypt(key: Uint8Array, context: string, sealed: Uint8Array): Uint8Array {
  if (sealed.length < 1 + NONCE_BYTES + TAG_BYTES || sealed[0] !== VERSION) {
    throw new Error('Not a sealed value');
  }
  const nonce = sealed.subarray(1, 1 + NONCE_BYTES);
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(context, 'utf8'));
  decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
  const body = sealed.subarray(1 + NONCE_BYTES, -TAG_BYTES);
  return Uint8Array.from(Buffer.concat([decipher.update(body), decipher.final()]));
}
