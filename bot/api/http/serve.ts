import { randomUUID } from 'node:crypto';
import type { Request, Response, Server } from 'restify';
import type { z } from 'zod';
import type { Locale } from '../../core/person.ts';
import { Refusal } from '../../core/refusal.ts';
import { whereOf } from '../../last-resort.ts';
import { nearestLocale } from '../../words/words.ts';
import { errorAnswer } from '../errors.ts';
import { DATA_HEADERS } from './headers.ts';
import { readJson } from './request-body.ts';

/** What a route logs: ids and codes. Never a body, a token, or the words of an error, which may hold either. */
export interface HttpLog {
  info(facts: object, message: string): void;
  error(facts: object, message: string): void;
}

/** A request as handlers see it. */
export interface Asked {
  readonly params: Readonly<Record<string, string>>;
  readonly bearer: string | null;
  /** The language that the tab asked for; null where it asked for none. */
  readonly locale: Locale | null;
  /** Aborted with a Refusal 'called-off' when whoever asked has gone before the answer. */
  readonly signal: AbortSignal;
  /** @throws Refusal 'malformed' */
  query<T>(schema: z.ZodType<T>): T;
  /** @throws Refusal 'malformed', 'too-large' */
  body<T>(schema: z.ZodType<T>): Promise<T>;
}

export interface Serving {
  readonly log: HttpLog;
  /** Answers only who calls this machine by a loopback name; keeps out pages that point a name of theirs at it. */
  readonly onlyLoopback?: boolean;
}

const LOOPBACK_HOST = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?$/i;
const METHODS = { GET: 'get', POST: 'post', PUT: 'put', DELETE: 'del' } as const;

/** Serves one address, `METHOD path`: JSON out, refusals in words, faults as a reference and nothing else. */
export function serve(
  server: Server,
  address: string,
  serving: Serving,
  handle: (asked: Asked) => Promise<unknown>,
): void {
  const [method, path = ''] = address.split(' ');
  const add = METHODS[method as keyof typeof METHODS];
  server[add](path, async (request: Request, response: Response) => {
    try {
      if (serving.onlyLoopback === true && !LOOPBACK_HOST.test(request.headers.host ?? '')) {
        throw new Refusal('not-found');
      }
      send(response, 200, await handle(asked(request, response)));
    } catch (error) {
      sendError(request, response, error, { log: serving.log, address });
    }
  });
}

/** Answers what was thrown. Refusals of access are logged too, so that somebody trying doors is seen. */
export function sendError(
  request: Request,
  response: Response,
  error: unknown,
  about: { readonly log: HttpLog; readonly address: string },
): void {
  const reference = randomUUID();
  const { status, body } = errorAnswer(error, requestLocale(request) ?? 'en', reference);
  const facts = { address: about.address, reference, code: body.error.code };
  if (status >= 500) about.log.error({ ...facts, ...whereOf(error) }, 'request failed');
  else about.log.info(facts, 'request refused');
  if (status === 429) response.setHeader('retry-after', '2');
  // Whatever of the body has not been read would be taken for the next request.
  if (!request.complete) response.setHeader('connection', 'close');
  send(response, status, body);
}

function send(response: Response, status: number, body: unknown): void {
  response.sendRaw(status, JSON.stringify(body ?? null), {
    'content-type': 'application/json; charset=utf-8',
    ...DATA_HEADERS,
  });
}

function asked(request: Request, response: Response): Asked {
  const params: Record<string, string> = request.params ?? {};
  const bearer = /^Bearer ([\w.~+/=-]+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? null;
  return {
    params,
    bearer,
    locale: requestLocale(request),
    signal: goneSignal(response),
    query: (schema) => parse(schema, queryOf(request)),
    body: async (schema) => parse(schema, await readJson(request)),
  };
}

function goneSignal(response: Response): AbortSignal {
  const gone = new AbortController();
  response.once('close', () => {
    if (!response.writableEnded) gone.abort(new Refusal('called-off'));
  });
  return gone.signal;
}

function requestLocale(request: Request): Locale | null {
  const [first = ''] = (request.headers['accept-language'] ?? '').split(/[,;]/);
  return /^[a-z]/i.test(first.trim()) ? nearestLocale(first.trim()) : null;
}

/** @throws Refusal 'malformed' for a name that comes twice: which one holds would be a guess. */
function queryOf(request: Request): Readonly<Record<string, string>> {
  const pairs = [...new URLSearchParams(request.getQuery())];
  const query = new Map(pairs);
  if (query.size !== pairs.length || query.has('__proto__')) throw new Refusal('malformed');
  return Object.fromEntries(query);
}

function parse<T>(schema: z.ZodType<T>, value: unknown): T {
  const result = schema.safeParse(value);
  if (!result.success)
    throw new Refusal('malformed', { field: result.error.issues[0]?.path.join('.') ?? '' });
  return result.data;
}
