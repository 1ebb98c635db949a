import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { end } from '../end.ts';

export interface GraphUser {
  readonly id: string;
  readonly displayName?: string | null;
  readonly mail?: string | null;
  readonly jobTitle?: string | null;
  readonly department?: string | null;
  readonly usageLocation?: string | null;
  readonly preferredLanguage?: string | null;
  readonly accountEnabled?: boolean;
  readonly userType?: string;
  readonly manager?: string | null;
}

/** What goes wrong with the next request, once. */
export interface Fault {
  readonly status: number;
  readonly retryAfter?: string;
  readonly code?: string;
  /** The connection breaks instead of an answer. */
  readonly reset?: boolean;
}

/**
 * Microsoft Graph's `users/delta` as it is documented: pages with `nextLink`, then a `deltaLink`; afterwards only who
 * changed, the manager as `manager@delta` with `@removed`, deleted users as `@removed`; unknown tokens are 410.
 */
export interface FakeGraph {
  readonly graphUrl: string;
  /** Adds somebody, or changes some of their fields. */
  put(user: GraphUser): void;
  remove(id: string): void;
  /** Forgets all tokens that it has given out, as Graph does after some days. */
  forgetTokens(): void;
  /** The next requests fail so, one after the other. */
  fail(...faults: readonly Fault[]): void;
  /** Before each answer; throws to cut the connection of this one. */
  onRequest: (url: URL) => void;
  /** The path and query of each request. */
  readonly asked: URL[];
  readonly tokens: Set<string>;
  close(): void;
}

interface Entry {
  readonly user: GraphUser | null;
  /** Counts changes from 1. */
  readonly changedAt: number;
  readonly managerChangedAt: number;
  readonly managersBefore: readonly string[];
}

export async function startFakeGraph({ pageSize = 3 } = {}): Promise<FakeGraph> {
  const entries = new Map<string, Entry>();
  const faults: Fault[] = [];
  let changes = 0;
  let generation = 1;
  const server = createServer((request, response) => answer(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const graphUrl = `http://127.0.0.1:${port}/v1.0`;

  const fake: FakeGraph = {
    graphUrl,
    asked: [],
    tokens: new Set(),
    onRequest: () => undefined,
    put: (user) => {
      changes += 1;
      const before = entries.get(user.id);
      const was = before?.user?.manager ?? null;
      const merged = { ...before?.user, ...user };
      const moved = (merged.manager ?? null) !== was;
      entries.set(user.id, {
        user: merged,
        changedAt: changes,
        managerChangedAt: moved ? changes : (before?.managerChangedAt ?? 0),
        managersBefore: moved && was !== null ? [...(before?.managersBefore ?? []), was] : [],
      });
    },
    remove: (id) => {
      changes += 1;
      entries.set(id, { user: null, changedAt: changes, managerChangedAt: 0, managersBefore: [] });
    },
    forgetTokens: () => {
      generation += 1;
    },
    fail: (...more) => void faults.push(...more),
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };

  function answer(request: IncomingMessage, response: ServerResponse): void {
    const url = new URL(request.url ?? '/', graphUrl);
    fake.asked.push(url);
    fake.tokens.add(request.headers.authorization ?? '');
    fake.onRequest(url);
    const fault = faults.shift();
    if (fault?.reset === true) return void response.destroy();
    if (fault !== undefined) return refuse(response, fault);
    if (url.pathname !== '/v1.0/users/delta') return refuse(response, { status: 404 });
    const token = url.searchParams.get('$skiptoken') ?? url.searchParams.get('$deltatoken');
    const [given = String(generation), since = '0', skip = '0', until = String(changes)] =
      token?.split('_') ?? [];
    if (given !== String(generation)) return refuse(response, { status: 410, code: 'syncStateNotFound' });
    send(response, page(Number(since), Number(skip), Number(until)));
  }

  function page(since: number, skip: number, until: number): unknown {
    const told = [...entries]
      .filter(([, { changedAt, user }]) => changedAt > since && (since > 0 || user !== null))
      .sort(([a], [b]) => (a < b ? -1 : 1));
    const value = told.slice(skip, skip + pageSize).map(([id, entry]) => shown(id, entry, since));
    const more = skip + pageSize < told.length;
    const token = more ? `${generation}_${since}_${skip + pageSize}_${until}` : `${generation}_${until}`;
    return more
      ? { value, '@odata.nextLink': `${graphUrl}/users/delta?$skiptoken=${token}` }
      : { value, '@odata.deltaLink': `${graphUrl}/users/delta?$deltatoken=${token}` };
  }

  return fake;
}

function shown(id: string, { user, managerChangedAt, managersBefore }: Entry, since: number): unknown {
  if (user === null) return { id, '@removed': { reason: 'changed' } };
  const { manager = null, ...fields } = user;
  if (managerChangedAt <= since) return fields;
  return {
    ...fields,
    'manager@delta': [
      ...(since === 0
        ? []
        : managersBefore.map((one) => ({ ...typed(one), '@removed': { reason: 'deleted' } }))),
      ...(manager === null ? [] : [typed(manager)]),
    ],
  };
}

const typed = (id: string) => ({ '@odata.type': '#microsoft.graph.user', id });

function refuse(response: ServerResponse, { status, retryAfter, code = 'error' }: Fault): void {
  if (retryAfter !== undefined) response.setHeader('Retry-After', retryAfter);
  end(response, status, {
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ error: { code, message: 'no' } }),
  });
}

function send(response: ServerResponse, body: unknown): void {
  end(response, 200, { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
}
