import type { Unreachable } from '../core/ports/conversations.ts';
import type { SendOutcome } from '../core/ports/messaging.ts';
import type { Observed } from './attempt.ts';

type Failure = Exclude<SendOutcome, { kind: 'sent' }>;

const DEFAULT_RETRY_AFTER_MS = 5_000;
const LONGEST_RETRY_AFTER_MS = 60 * 60_000;

/**
 * Codes with which Teams asks to stop. Source: learn.microsoft.com, "Build conversational capability", status
 * codes. Subcodes of error 209 count like codes.
 */
const STOP_CODES: ReadonlyMap<string, Unreachable> = new Map(
  Object.entries({
    ConversationBlockedByUser: 'blocked',
    BotDisabledByAdmin: 'blocked',
    MessageWritesBlocked: 'blocked',
    BotNotInConversationRoster: 'not-installed',
    ForbiddenOperationException: 'not-installed',
    ConversationNotFound: 'gone',
  } as const),
);

/** Errors of a connection that was never made. */
const NEVER_CONNECTED: ReadonlySet<string> = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN']);
const TLS_REFUSED = /^(ERR_TLS_|CERT_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_)/;

/**
 * What one request that was not answered with 2xx came to. Closed: only what proves that nothing was accepted
 * is `not-accepted`; whatever is not understood is `unknown`, and so is never sent again by itself.
 */
export function failureOf(observed: Observed<unknown>): Failure {
  const { attempt } = observed;
  if (attempt.status !== null) return fromStatus(attempt.status, attempt.retryAfter, attempt.body ?? '');
  if (!attempt.dispatched) return notAccepted('not-dispatched');
  if (attempt.timedOut) return { kind: 'unknown', reason: 'deadline' };
  const { code, message } = observed.ok ? { code: '', message: '' } : nameOf(observed.error);
  if (NEVER_CONNECTED.has(code) || TLS_REFUSED.test(code) || message.startsWith('connect '))
    return notAccepted(`connection ${code}`);
  return { kind: 'unknown', reason: code === '' ? 'connection' : `connection ${code}` };
}

export const wasAccepted = (observed: Observed<unknown>): boolean =>
  observed.ok || (observed.attempt.status !== null && isSuccess(observed.attempt.status));

const isSuccess = (status: number): boolean => status >= 200 && status < 300;

function fromStatus(status: number, retryAfter: string | null, body: string): Failure {
  const code = errorCode(body);
  const reason = code === null ? String(status) : `${status} ${code}`;
  switch (status) {
    case 429:
      return { kind: 'not-accepted', reason: 'throttled', retryAfterMs: retryAfterMs(retryAfter) };
    // 401 is our own registration or token, not this person: it can be put right, and then this one goes out.
    case 401:
    case 412:
      return notAccepted(reason);
    case 403:
      if (code === 'InvalidBotApiHost') return notAccepted(reason);
      return { kind: 'undeliverable', reason, unreachable: STOP_CODES.get(code ?? '') ?? 'not-installed' };
    case 404:
      return { kind: 'undeliverable', reason, unreachable: STOP_CODES.get(code ?? '') ?? 'gone' };
    case 408:
      return { kind: 'unknown', reason };
    default:
      // Other 4xx speak of this message alone, 413 first of all. The rest, 5xx and redirects, says nothing certain.
      return status >= 400 && status < 500
        ? { kind: 'undeliverable', reason, unreachable: null }
        : { kind: 'unknown', reason };
  }
}

function notAccepted(reason: string): Failure {
  return { kind: 'not-accepted', reason, retryAfterMs: null };
}

/** `Retry-After` in seconds or as a date; five seconds where it says nothing usable. */
function retryAfterMs(header: string | null): number {
  const seconds = Number(header ?? NaN);
  const wanted = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(header ?? '') - Date.now();
  return Number.isFinite(wanted) && wanted > 0
    ? Math.min(wanted, LONGEST_RETRY_AFTER_MS)
    : DEFAULT_RETRY_AFTER_MS;
}

/** The code in the body of an error: `error.code`, or the subcode of the older shape. Never its message. */
function errorCode(body: string): string | null {
  const found = /"subCode\\?"\s*:\s*\\?"(\w{1,64})/i.exec(body) ?? /"code"\s*:\s*"([\w ]{1,64})"/.exec(body);
  return found?.[1] ?? null;
}

function nameOf(error: unknown): { code: string; message: string } {
  if (!(error instanceof Error)) return { code: '', message: '' };
  const code: unknown = Reflect.get(error, 'code');
  return { code: typeof code === 'string' ? code : '', message: error.message };
}
