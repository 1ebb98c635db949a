import { createServer } from 'restify';
import type { Request, Response, Server } from 'restify';
import { Refusal } from '../../core/refusal.ts';
import { sendError } from './serve.ts';
import type { HttpLog } from './serve.ts';

/**
 * An HTTP server whose own errors look like all others: restify would quote addresses and errors' messages.
 * An address that is not served, and one served with another method only, are both simply not there.
 */
export function createHttpServer(log: HttpLog): Server {
  const server = createServer({ name: 'alongside', maxParamLength: 200 });
  // restify leaves its listener untyped; it calls `done` when the answer has been written.
  const answer = (request: Request, response: Response, error: unknown, done: () => void): void => {
    const known = isRoutingError(error) ? new Refusal('not-found') : error;
    if (!response.headersSent) sendError(request, response, known, { log, address: 'unrouted' });
    done();
  };
  server.on('restifyError', answer);
  return server;
}

const isRoutingError = (error: unknown): boolean =>
  error instanceof Error &&
  /^(ResourceNotFound|MethodNotAllowed|VersionNotAllowed|BadRequest)/.test(error.name);
