import type { OutgoingHttpHeaders, ServerResponse } from 'node:http';

/**
 * Ends a response of a fake. Not by `writeHead(...).end(...)`: restify, loaded into the same process by a test,
 * replaces `writeHead` for every server, and its own returns nothing.
 */
export function end(
  response: ServerResponse,
  status: number,
  { headers = {}, body = '' }: { headers?: OutgoingHttpHeaders; body?: string | Uint8Array } = {},
): void {
  response.writeHead(status, headers);
  response.end(body);
}
