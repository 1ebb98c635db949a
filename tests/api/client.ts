import type { Server } from 'restify';

/** What came back: the status, the parsed body, and the text as it was. */
export interface Answered {
  readonly status: number;
  readonly body: unknown;
  readonly text: string;
  readonly headers: Headers;
}

export interface Sent {
  readonly token?: string | null;
  readonly body?: unknown;
  /** Sent as it is, in place of `body`. */
  readonly raw?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Hangs up when it is aborted. */
  readonly signal?: AbortSignal;
}

export type Client = (address: string, sent?: Sent) => Promise<Answered>;

/** Starts a server on a port of its own. */
export async function listen(server: Server): Promise<{ url: string; stop: () => Promise<void> }> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  const stop = (): Promise<void> =>
    new Promise((resolve) => {
      server.server.closeAllConnections();
      server.close(() => resolve());
    });
  return { url: `http://127.0.0.1:${port}`, stop };
}

/** Asks `METHOD /path` over the wire. */
export function clientOf(url: string): Client {
  return async (address, sent = {}) => {
    const [method = 'GET', path = ''] = address.split(' ');
    const headers = new Headers(sent.headers);
    if (sent.token !== null && sent.token !== undefined) headers.set('authorization', `Bearer ${sent.token}`);
    const body = sent.raw ?? (sent.body === undefined ? undefined : JSON.stringify(sent.body));
    if (body !== undefined && !headers.has('content-type')) headers.set('content-type', 'application/json');
    const response = await fetch(`${url}${path}`, {
      method,
      headers,
      redirect: 'manual',
      ...(body === undefined ? {} : { body }),
      ...(sent.signal === undefined ? {} : { signal: sent.signal }),
    });
    const text = await response.text();
    return { status: response.status, body: parsed(text), text, headers: response.headers };
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
