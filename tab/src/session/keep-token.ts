import type { Signed } from '../api/client.ts';

export interface Token {
  readonly token: string;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
}

/** How long before its end a token is renewed, so that none expires on its way to the server. */
const EARLY_MS = 5 * 60_000;

/** Keeps one token and renews it in silence before it ends; callers at the same moment share one renewal. */
export function keepToken(fetchToken: () => Promise<Token>, now: () => number = Date.now): Signed {
  let kept: Token | null = null;
  let underway: Promise<Token> | null = null;
  const renew = async () => {
    underway ??= fetchToken().finally(() => {
      underway = null;
    });
    kept = await underway;
    return kept.token;
  };
  const token = async () => (kept && kept.expiresAt - EARLY_MS > now() ? kept.token : renew());
  return { token, renew };
}

/** When a JWT ends, in milliseconds; unreadable ones end at once, so that the next request asks anew. */
export function expiryOf(token: string): number {
  try {
    const [, payload = ''] = token.split('.');
    const claims: unknown = JSON.parse(atob(payload.replaceAll('-', '+').replaceAll('_', '/')));
    const exp = typeof claims === 'object' && claims !== null && 'exp' in claims ? claims.exp : null;
    return typeof exp === 'number' ? exp * 1000 : 0;
  } catch {
    return 0;
  }
}
