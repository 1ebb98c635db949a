import { ROUTES } from '../../../bot/api/contract.ts';
import type { RouteName } from '../../../bot/api/contract.ts';
import { Problem, readProblem } from './problem.ts';

export interface Request {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string | number | undefined>>;
  readonly body?: unknown;
  readonly signal?: AbortSignal;
}

/** Asks one route of the contract. @throws Problem for every answer that is not 2xx, and for none. */
export type Call = <Answer>(route: RouteName, request?: Request) => Promise<Answer>;

export interface Signed {
  /** A token that is good for a while yet. */
  readonly token: () => Promise<string>;
  /** A new token, after the server refused the last one. */
  readonly renew: () => Promise<string>;
}

/** The method and the address of a route, its parameters filled in and escaped. */
export function addressOf(route: RouteName, request: Request = {}): { method: string; path: string } {
  const [method = 'GET', pattern = ''] = ROUTES[route].split(' ');
  const path = pattern.replaceAll(/:(\w+)/g, (_whole, name: string) =>
    encodeURIComponent(request.params?.[name] ?? ''),
  );
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(request.query ?? {})) {
    if (value !== undefined && value !== '') query.set(name, String(value));
  }
  return { method, path: query.size > 0 ? `${path}?${query.toString()}` : path };
}

/** The one place that fetches. `language` is asked each time, since it may change while the tab is open. */
export function createCall(signed: Signed, language: () => string): Call {
  const ask = async (route: RouteName, request: Request, token: string): Promise<Response> => {
    const { method, path } = addressOf(route, request);
    const headers = new Headers({ authorization: `Bearer ${token}`, 'accept-language': language() });
    if (request.body !== undefined) headers.set('content-type', 'application/json');
    return fetch(path, {
      method,
      headers,
      ...(request.body === undefined ? {} : { body: JSON.stringify(request.body) }),
      ...(request.signal ? { signal: request.signal } : {}),
    });
  };
  return async <Answer>(route: RouteName, request: Request = {}) => {
    let response = await reach(async () => ask(route, request, await signed.token()));
    if (response.status === 401)
      response = await reach(async () => ask(route, request, await signed.renew()));
    if (!response.ok) throw await readProblem(response);
    // A body that is not JSON (204, or nothing) is an answer without content.
    const text = await response.text();
    return (text === '' ? undefined : JSON.parse(text)) as Answer;
  };
}

async function reach(ask: () => Promise<Response>): Promise<Response> {
  try {
    return await ask();
  } catch (error) {
    // TanStack Query cancels what nobody waits for any more; that is not a problem.
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    // No sign-in is something else than no connection.
    if (error instanceof Problem) throw error;
    throw new Problem({ code: 'offline', status: 0, message: '', reference: null });
  }
}
