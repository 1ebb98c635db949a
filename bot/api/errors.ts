import { Refusal } from '../core/refusal.ts';
import type { RefusalCode } from '../core/refusal.ts';
import type { Locale } from '../core/person.ts';
import { faultWords, refusalWords } from '../words/refusals.ts';
import type { ErrorAnswer } from './contract.ts';

/** The HTTP status of each refusal. What one may not see is 404, as what does not exist. */
export const STATUS: Readonly<Record<RefusalCode, number>> = {
  malformed: 400,
  'not-found': 404,
  'not-signed-in': 401,
  'not-in-directory': 403,
  'not-a-member': 409,
  'already-a-member': 409,
  'already-answered': 409,
  'proposal-closed': 409,
  'no-capacity': 409,
  'not-active': 409,
  'too-long': 422,
  'too-many': 422,
  'unknown-topic': 422,
  'bad-hours': 422,
  'date-in-past': 422,
  'no-help-contacts': 409,
  'programme-not-running': 409,
  'round-already-sent': 409,
  'pin-breaks-rule': 409,
  'round-outdated': 409,
  'last-coordinator': 409,
  'bad-settings': 422,
  'file-unreadable': 422,
  'bad-rows': 422,
  'too-large': 413,
  'too-fast': 429,
  'called-off': 409,
  'already-settled': 409,
  'try-again': 503,
};

/** What goes back for anything that was thrown: a refusal in words, or for a fault nothing but a reference. */
export function errorAnswer(
  error: unknown,
  locale: Locale,
  reference: string,
): { readonly status: number; readonly body: ErrorAnswer } {
  if (error instanceof Refusal) {
    const { code, facts } = error;
    const message = refusalWords(locale, error);
    return { status: STATUS[code], body: { error: { code, message, facts, reference } } };
  }
  const message = faultWords(locale, reference);
  return { status: 500, body: { error: { code: 'fault', message, facts: {}, reference } } };
}
