import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { json as readJson } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { ROUTES } from '../../../bot/api/contract.ts';
import type { ErrorAnswer, RouteName } from '../../../bot/api/contract.ts';
import { ANSWERS } from './answers.ts';
import { Refused } from './refused.ts';
import { CAST } from './people.ts';
import { newWorld } from './world.ts';
import type { World } from './world.ts';
import { end } from '../end.ts';

const ROOT = join(import.meta.dirname, '../../..');
const FILES: readonly (readonly [prefix: string, folder: string])[] = [
  ['/tab/', 'dist/tab/'],
  ['/demo/', 'bot/demo/pages/'],
];
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};

/** What to do to a route instead of answering it: break, wait, never answer, or give something else. */
export type Twist = 'fault' | 'busy' | 'away' | 'slow' | 'unanswered' | { readonly give: unknown };

/** The tab's server without the server: the contract's routes over one made-up world, and the demonstration's sign-in. */
export interface FakeApi {
  readonly url: string;
  world: World;
  readonly twists: Map<RouteName, Twist>;
  /** Every request of the contract so far, as `METHOD path`. */
  readonly asked: string[];
  /** Language of the last request. */
  language: string;
  demo: boolean;
  /** How long a sign-in lasts, in seconds. */
  signInSeconds: number;
  signIns: number;
  reset(): void;
  close(): Promise<void>;
}

export async function startFakeApi(port = 0): Promise<FakeApi> {
  const server = createServer((request, response) => {
    answer(fake, request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const { port: bound } = server.address() as AddressInfo;
  const fake: FakeApi = {
    ...fresh(),
    url: `http://127.0.0.1:${bound}`,
    twists: new Map(),
    asked: [],
    reset: () => {
      Object.assign(fake, fresh());
      fake.twists.clear();
      fake.asked.length = 0;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return fake;
}

const fresh = () => ({
  world: newWorld('en'),
  language: '',
  demo: true,
  signInSeconds: 3600,
  signIns: 0,
});

async function answer(fake: FakeApi, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', fake.url);
  if (url.pathname.startsWith('/api/')) return answerApi(fake, request, response, url);
  if (url.pathname === '/demo/people') {
    return fake.demo ? send(response, 200, { people: CAST, signedIn: null }) : send(response, 404, {});
  }
  if (url.pathname === '/demo/sign-in') {
    const { personId } = (await readJson(request)) as { personId: string };
    fake.signIns += 1;
    const seconds = Math.floor(Date.now() / 1000) + fake.signInSeconds;
    const token = `x.${Buffer.from(JSON.stringify({ sub: personId, exp: seconds })).toString('base64url')}.x`;
    return send(response, 200, { token, expiresAt: new Date(seconds * 1000).toISOString() });
  }
  return sendFile(response, url.pathname === '/demo/frame' ? '/demo/frame.html' : url.pathname);
}

async function answerApi(
  fake: FakeApi,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  const found = routeOf(request.method ?? 'GET', url.pathname);
  if (!found) return refuse(response, 404, 'not-found');
  const personId = personOf(request);
  if (personId === null) return refuse(response, 401, 'not-signed-in');
  fake.asked.push(`${request.method} ${url.pathname}`);
  fake.language = request.headers['accept-language'] ?? '';
  const twist = fake.twists.get(found.route);
  if (twist === 'fault') return refuse(response, 500, 'fault');
  if (twist === 'busy') return refuse(response, 503, 'try-again');
  if (twist === 'away') return void response.destroy();
  if (twist === 'unanswered') return;
  if (twist === 'slow') await sleep(800);
  if (typeof twist === 'object') return send(response, 200, twist.give);
  const body = request.headers['content-type'] === undefined ? undefined : await readJson(request);
  try {
    const asked = { world: fake.world, personId, id: found.id, query: url.searchParams, body };
    const given = ANSWERS[found.route](asked);
    return given === undefined ? end(response, 204) : send(response, 200, given);
  } catch (error) {
    if (error instanceof Refused) return refuse(response, error.status, error.code);
    throw error;
  }
}

function routeOf(method: string, path: string): { route: RouteName; id: string } | null {
  for (const [route, pattern] of Object.entries(ROUTES) as [RouteName, string][]) {
    const match = new RegExp(`^${pattern.replace(':id', '([^/]+)')}$`).exec(`${method} ${path}`);
    if (match) return { route, id: decodeURIComponent(match[1] ?? '') };
  }
  return null;
}

function personOf(request: IncomingMessage): string | null {
  const [, payload] = (request.headers.authorization ?? '').split('.');
  if (payload === undefined) return null;
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as { sub: string; exp: number };
  return claims.exp * 1000 > Date.now() ? claims.sub : null;
}

function refuse(response: ServerResponse, status: number, code: ErrorAnswer['error']['code']): void {
  const message = `The server says: ${code}.`;
  send(response, status, {
    error: { code, message, facts: {}, reference: 'ref-4711' },
  } satisfies ErrorAnswer);
}

function send(response: ServerResponse, status: number, body: unknown): void {
  end(response, status, { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
}

async function sendFile(response: ServerResponse, path: string): Promise<void> {
  const [prefix, folder] = FILES.find(([start]) => path.startsWith(start)) ?? [];
  if (prefix === undefined || folder === undefined) return end(response, 404);
  const name = normalize(path.slice(prefix.length)).replace(/^(\.\.[/\\])+/, '');
  const file = join(ROOT, folder, name === '.' ? 'index.html' : name);
  const bytes = await readFile(file).catch(() => null);
  if (!bytes) return end(response, 404);
  const type = TYPES[extname(file)] ?? 'application/octet-stream';
  // What Vite names by its content may be kept, as the real server lets it.
  const keep = path.startsWith('/tab/assets/') ? 'max-age=31536000, immutable' : 'no-cache';
  end(response, 200, { headers: { 'content-type': type, 'cache-control': keep }, body: bytes });
}
