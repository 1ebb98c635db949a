import type { RequestKind } from './ledger.ts';

export interface Route {
  readonly kind: RequestKind;
  /** Empty when a conversation is being created. */
  readonly conversationId: string;
  readonly activityId: string | null;
}

/** The connector's routes below whatever prefix a serviceUrl has. */
const ROUTES: readonly { method: string; path: RegExp; kind: RequestKind }[] = [
  { method: 'POST', path: /\/v3\/conversations\/?$/, kind: 'create' },
  { method: 'POST', path: /\/v3\/conversations\/([^/]+)\/activities\/?$/, kind: 'send' },
  { method: 'POST', path: /\/v3\/conversations\/([^/]+)\/activities\/([^/]+)$/, kind: 'reply' },
  { method: 'PUT', path: /\/v3\/conversations\/([^/]+)\/activities\/([^/]+)$/, kind: 'update' },
  { method: 'DELETE', path: /\/v3\/conversations\/([^/]+)\/activities\/([^/]+)$/, kind: 'delete' },
  {
    method: 'GET',
    path: /\/v3\/conversations\/([^/]+)\/(?:members|pagedmembers)(?:\/([^/]+))?$/,
    kind: 'members',
  },
];

export function routeOf(method: string, path: string): Route | null {
  for (const route of ROUTES) {
    const match = route.method === method ? route.path.exec(path) : null;
    if (match === null) continue;
    const [, conversationId = '', activityId = null] = match;
    return {
      kind: route.kind,
      conversationId: decodeURIComponent(conversationId),
      activityId: activityId === null ? null : decodeURIComponent(activityId),
    };
  }
  return null;
}
