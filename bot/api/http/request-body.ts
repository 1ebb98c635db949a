import type { IncomingMessage } from 'node:http';
import { LIMITS } from '../../core/limits.ts';
import { Refusal } from '../../core/refusal.ts';
import { readBytes } from '../../read-bytes.ts';

/**
 * The JSON of a request. Names that reach an object's prototype are refused wherever they stand.
 * @throws Refusal 'malformed' for another type, an encoding or broken JSON, 'too-large' above the limit.
 */
export async function readJson(request: IncomingMessage): Promise<unknown> {
  const [type = ''] = (request.headers['content-type'] ?? '').split(';');
  if (type.trim().toLowerCase() !== 'application/json') throw new Refusal('malformed');
  if (request.headers['content-encoding'] !== undefined) throw new Refusal('malformed');
  const bytes = await readBytes(request, LIMITS.requestBytes);
  if (bytes === 'too-large') throw new Refusal('too-large', { bytes: LIMITS.requestBytes });
  if (bytes === 'cut') throw new Refusal('malformed');
  try {
    return JSON.parse(bytes.toString('utf8'), withoutPrototypes);
  } catch {
    throw new Refusal('malformed');
  }
}

function withoutPrototypes(key: string, value: unknown): unknown {
  if (key === '__proto__' || key === 'constructor' || key === 'prototype') throw new Refusal('malformed');
  return value;
}
