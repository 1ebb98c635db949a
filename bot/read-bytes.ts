import { Buffer } from 'node:buffer';
import type { IncomingMessage } from 'node:http';

/**
 * The bytes of a request, at most `limit` of them; `cut` where the client went away half-way. What is beyond the limit
 * is dropped and the request lives on, so that the refusal still goes out over its connection.
 */
export async function readBytes(
  request: IncomingMessage,
  limit: number,
): Promise<Buffer | 'too-large' | 'cut'> {
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of request.iterator({ destroyOnReturn: false })) {
      const bytes = Buffer.from(chunk);
      length += bytes.length;
      if (length > limit) {
        request.resume();
        return 'too-large';
      }
      chunks.push(bytes);
    }
  } catch {
    return 'cut';
  }
  return Buffer.concat(chunks);
}
