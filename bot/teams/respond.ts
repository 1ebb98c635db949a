import type { ServerResponse } from 'node:http';

/** Ends a response with JSON, or with nothing. A response that has been closed by the other side is left alone. */
export function respond(response: ServerResponse, status: number, body?: unknown): void {
  if (response.writableEnded || response.destroyed) return;
  response.statusCode = status;
  response.setHeader('Cache-Control', 'no-store');
  response.setHeader('X-Content-Type-Options', 'nosniff');
  if (body === undefined) {
    response.end();
    return;
  }
  response.setHeader('Content-Type', 'application/json; charset=utf-8');
  response.end(JSON.stringify(body));
}

/** Every refusal of this route looks alike and holds a code only. */
export function refuse(response: ServerResponse, status: number, code: string): void {
  // Whatever is left of a body that was too large is not read.
  if (status === 413) response.setHeader('Connection', 'close');
  respond(response, status, { error: { code } });
}
