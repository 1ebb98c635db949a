import type { Request, Response, Server } from 'restify';
import { Refusal } from '../../core/refusal.ts';
import { sendError } from './serve.ts';
import type { HttpLog } from './serve.ts';

/**
 * Makes the server's own errors look like all others: restify would quote addresses and the messages of errors.
 * An address that is not served, and one that is with another method only, are both simply not there.
 */
export function answerErrorsPlainly(server: Server, log: HttpLog): void {
  const answer = (request: Request, response: Response, error: unknown, done: () => void): void => {
    const known = isAboutAddress(error) ? new Refusal('not-found') : error;
    if (!response.headersSent) sendError(request, response, known, { log, address: 'unrouted' });
    done();
  };
  server.on('restifyError', answer);
}

const isAboutAddress = (error: unknown): boolean =>
  error instanceof Error &&
  /^(ResourceNotFound|MethodNotAllowed|VersionNotAllowed|BadRequest)/.test(error.name);
