import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { Connector } from './connector.ts';
import type { Answer } from './connector.ts';
import { ERRORS } from './errors.ts';
import type { ErrorName, TeamsError } from './errors.ts';
import { Faults } from './faults.ts';
import type { Fault } from './faults.ts';
import { Ledger } from './ledger.ts';
import { routeOf } from './routes.ts';
import type { Route } from './routes.ts';
import { end } from '../end.ts';
import { preciseNow } from '../paced-clock.ts';

export interface FakeTeamsOptions {
  /** 0, the default, takes a free one. */
  readonly port?: number;
  /** Whether Teams' rate windows hold: all of them, as they do unless told otherwise, those of a conversation, or none. */
  readonly limits?: boolean | 'conversations';
  /** The bearer token that every request must carry. */
  readonly token?: string;
  /** Names a message, so that the ledger can say how often that one was accepted. */
  readonly keyOf?: (activity: Readonly<Record<string, unknown>>) => string | null;
  /** Leave out for long runs, where a million bodies would fill the memory. */
  readonly keepBodies?: boolean;
  /** Leave out for longer runs still: then the ledger only counts. */
  readonly keepEntries?: boolean;
  /** Milliseconds, with fractions; the real clock unless told otherwise. */
  readonly now?: () => number;
}

/** Teams' connector on loopback: real HTTP, real limits, and faults on demand. Its ledger is the truth. */
export interface FakeTeams {
  /** What an activity's `serviceUrl` must say for replies to come here. */
  readonly serviceUrl: string;
  readonly port: number;
  readonly ledger: Ledger;
  readonly faults: Faults;
  /** Answers for this conversation, or for creating one with this user, as if Teams would not have it. */
  refuse(conversationOrUser: string, error: ErrorName): void;
  allow(conversationOrUser: string): void;
  /** Nobody listens: connections are refused and open ones are cut. */
  down(): Promise<void>;
  up(): Promise<void>;
  close(): Promise<void>;
}

export async function startFakeTeams(options: FakeTeamsOptions = {}): Promise<FakeTeams> {
  const connector = new Connector({ limits: options.limits ?? true, token: options.token ?? null });
  const parts: Parts = { options, connector, ledger: new Ledger(options.keepEntries), faults: new Faults() };
  const make = (): ReturnType<typeof createServer> =>
    createServer((request, response) => void serve(parts, request, response).catch(() => response.destroy()));
  let server = make();
  const listen = (port: number): Promise<void> =>
    new Promise((resolve, reject) => {
      server.once('error', reject).listen(port, '127.0.0.1', resolve);
    });
  const down = async (): Promise<void> => {
    if (!server.listening) return;
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    await closed;
  };
  await listen(options.port ?? 0);
  const { port } = server.address() as AddressInfo;
  return {
    serviceUrl: `http://127.0.0.1:${port}/teams/`,
    port,
    ledger: parts.ledger,
    faults: parts.faults,
    refuse: (conversationOrUser, error) => connector.refuse(conversationOrUser, error),
    allow: (conversationOrUser) => connector.allow(conversationOrUser),
    down,
    up: async () => {
      server = make();
      await listen(port);
    },
    close: down,
  };
}

interface Parts {
  readonly options: FakeTeamsOptions;
  readonly connector: Connector;
  readonly ledger: Ledger;
  readonly faults: Faults;
}

async function serve(parts: Parts, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const text = await textOf(request);
  const route = routeOf(request.method ?? '', (request.url ?? '').split('?')[0] ?? '');
  if (route === null) return answerError(response, ERRORS.notFound);
  const fault = parts.faults.take(route);
  const before = fault === null ? null : beforeAccepting(fault);
  const now = (parts.options.now ?? preciseNow)();
  const body = parse(text);
  const authorization = request.headers.authorization ?? '';
  const answer: Answer =
    before === null
      ? parts.connector.answer({ route, text, body, authorization, now })
      : { ok: false, error: before };
  const accepted = answer.ok;
  const told = accepted && fault !== null ? afterAccepting(fault, answer) : answer;
  note(parts, { route, now, answer, told, fault, body });
  if (fault?.kind === 'slow') await wait(fault.delayMs);
  if (fault?.kind === 'redirect') response.setHeader('Location', fault.to);
  if (told === 'hang' || fault?.kind === 'hang') return;
  if (told === 'reset' || fault?.kind === 'reset') return void request.socket.resetAndDestroy();
  if (fault?.kind === 'accept-with-broken-body')
    return end(response, 201, { headers: JSON_TYPE, body: '{"id": ' });
  if (told.ok) return answerJson(response, told.status, told.body);
  answerError(response, told.error);
}

const JSON_TYPE = { 'Content-Type': 'application/json; charset=utf-8' };
/** For faults after which the sender hears nothing. */
const SILENCE: TeamsError = { status: 0, body: null };

/** The error of a fault that keeps a message from being accepted; null for the other kinds. */
function beforeAccepting(fault: Fault): TeamsError | null {
  if (fault.kind === 'reset' || fault.kind === 'hang') return SILENCE;
  if (fault.kind === 'redirect') return { status: 307, body: null };
  if (fault.kind !== 'status') return null;
  const { error, retryAfterSeconds } = fault;
  return retryAfterSeconds === undefined ? ERRORS[error] : { ...ERRORS[error], retryAfterSeconds };
}

/** What the sender of an accepted message is told. */
function afterAccepting(fault: Fault, answer: Answer): Answer | 'hang' | 'reset' {
  if (fault.kind === 'accept-then-hang') return 'hang';
  if (fault.kind === 'accept-then-reset') return 'reset';
  return fault.kind === 'accept-then-status' ? { ok: false, error: ERRORS[fault.error] } : answer;
}

interface Noted {
  readonly route: Route;
  readonly now: number;
  readonly answer: Answer;
  readonly told: Answer | 'hang' | 'reset';
  readonly fault: Fault | null;
  readonly body: unknown;
}

function note({ options, ledger }: Parts, { route, now, answer, told, fault, body }: Noted): void {
  const activity = typeof body === 'object' && body !== null ? { ...body } : null;
  const said = typeof told === 'string' ? null : told.ok ? told.status : told.error.status;
  ledger.add({
    sequence: ledger.size,
    at: now,
    kind: route.kind,
    conversationId: route.conversationId,
    accepted: answer.ok,
    activityId: answer.ok ? answer.activityId : null,
    status: said === 0 ? null : said,
    fault: fault?.kind ?? null,
    key: activity === null ? null : (options.keyOf?.(activity) ?? null),
    activity: options.keepBodies === false ? null : activity,
  });
}

function answerJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, JSON_TYPE);
  response.end(body === undefined || body === null ? '' : JSON.stringify(body));
}

function answerError(response: ServerResponse, error: TeamsError): void {
  if (error.retryAfterSeconds !== undefined)
    response.setHeader('Retry-After', String(error.retryAfterSeconds));
  answerJson(response, error.status, error.body);
}

async function textOf(request: IncomingMessage): Promise<string> {
  request.setEncoding('utf8');
  let text = '';
  for await (const part of request) text += String(part);
  return text;
}

function parse(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return null;
  }
}
