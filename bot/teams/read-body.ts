import { Buffer } from 'node:buffer';
import type { IncomingMessage } from 'node:http';
import { readBytes } from '../read-bytes.ts';

/** A request as node:http and restify hand it over; `body` where a parser has been there before us. */
export type TeamsRequest = IncomingMessage & { body?: unknown };

export type Body =
  | { readonly kind: 'json'; readonly value: unknown }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'malformed' };

/** Reads a body of at most `limit` bytes as JSON. Stops reading at the limit. */
export async function readBody(request: TeamsRequest, limit: number): Promise<Body> {
  const declared = Number(request.headers['content-length'] ?? 0);
  if (declared > limit) return { kind: 'too-large' };
  const { body } = request;
  if (body !== undefined && typeof body !== 'string' && !Buffer.isBuffer(body))
    return { kind: 'json', value: body };
  const bytes = body === undefined ? await readBytes(request, limit) : Buffer.from(body);
  if (bytes === 'cut') return { kind: 'malformed' };
  if (bytes === 'too-large' || bytes.length > limit) return { kind: 'too-large' };
  try {
    const value: unknown = JSON.parse(bytes.toString('utf8'));
    return { kind: 'json', value };
  } catch {
    return { kind: 'malformed' };
  }
}
