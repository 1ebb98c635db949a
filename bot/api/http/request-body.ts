import { Buffer } from 'node:buffer';
import type { IncomingMessage } from 'node:http';
import { LIMITS } from '../../core/limits.ts';
import { Refusal } from '../../core/refusal.ts';

/**
 * The JSON of a request. Names that reach an object's prototype are refused wherever they stand.
 * @throws Refusal 'malformed' for another type, an encoding or broken JSON, 'too-large' above the limit.
 */
export async function readJson(request: IncomingMessage): Promise<unknown> {
  const [type = ''] = (request.headers['content-type'] ?? '').split(';');
  if (type.trim().toLowerCase() !== 'application/json') throw new Refusal('malformed');
  if (request.headers['content-encoding'] !== undefined) throw new Refusal('malformed');
  const text = (await readBytes(request, LIMITS.requestBytes)).toString('utf8');
  try {
    return JSON.parse(text, withoutPrototypes);
  } catch {
    throw new Refusal('malformed');
  }
}

function withoutPrototypes(key: string, value: unknown): unknown {
  if (key === '__proto__' || key === 'constructor' || key === 'prototype') throw new Refusal('malformed');
  return value;
}

/** Reads to the limit and drops the rest, so that the answer can still be written to the same connection. */
function readBytes(request: IncomingMessage, limit: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    request.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length > limit) reject(new Refusal('too-large', { bytes: limit }));
      else chunks.push(chunk);
    });
    request.on('end', () => resolve(Buffer.concat(chunks)));
    request.on('error', () => reject(new Refusal('malformed')));
    request.on('close', () => reject(new Refusal('malformed')));
  });
}
