import type { Server } from 'restify';

/** On everything that leaves the server. */
export const COMMON_HEADERS = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  // Browsers heed it over https only, so that it does no harm on loopback.
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
} as const;

/** On every answer of the API: never kept, never shown as a page. */
export const DATA_HEADERS = {
  ...COMMON_HEADERS,
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
} as const;

/** Puts the strictest headers on every answer, before anything else; a page says for itself what more it needs. */
export function closeByDefault(server: Server): void {
  server.pre((_request, response, next) => {
    for (const [name, value] of Object.entries(DATA_HEADERS)) response.setHeader(name, value);
    next();
  });
}

/**
 * What the tab's page may load. Fluent UI writes its styles into the page, hence inline styles;
 * TeamsJS fetches its list of trusted hosts from Microsoft.
 */
export function pagePolicy(frameAncestors: readonly string[]): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self' data:",
    "connect-src 'self' https://res.cdn.office.net",
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${frameAncestors.join(' ')}`,
  ].join('; ');
}
