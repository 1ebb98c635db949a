import type { Occurrence } from '../core/occurrence.ts';
import type { SendOutcome } from '../core/ports/messaging.ts';
import type { EndedSend } from '../core/ports/occurrences.ts';
import type { Writes } from '../core/ports/store.ts';
import type { ConversationReference } from '../core/ports/conversations.ts';
import { MAX_ATTEMPTS, backoffMs } from './backoff.ts';

/**
 * Committed to sending, and then no request was made: only who would have made it can say so, and only where the way
 * to the sender was not taken, since what never left is said again.
 */
export interface NeverLeft {
  readonly kind: 'never-left';
  readonly reason: string;
}

export const neverLeft = (reason: string): NeverLeft => ({ kind: 'never-left', reason });

export interface Sent {
  readonly occurrence: Occurrence;
  /** Null where it had not been looked up yet. */
  readonly reference: ConversationReference | null;
  readonly outcome: SendOutcome | NeverLeft;
  /** Attempts so far, this one among them. */
  readonly attempts: number;
}

/** What a send leaves behind on its own row. `dice` gives 0 to 1. */
export function endOf({ occurrence, outcome, attempts }: Sent, now: Date, dice: () => number): EndedSend {
  const end = {
    id: occurrence.id,
    fence: occurrence.fence,
    dueAt: null,
    activityId: null,
    unmade: 0 as const,
  };
  if (outcome.kind === 'sent')
    return { ...end, endState: 'sent', reason: null, activityId: outcome.activityId };
  if (outcome.kind === 'never-left') {
    const dueAt = after(now, backoffMs(1, dice));
    return { ...end, endState: 'due', reason: outcome.reason, dueAt, unmade: 1 };
  }
  if (outcome.kind !== 'not-accepted') return { ...end, endState: outcome.kind, reason: outcome.reason };
  if (attempts >= MAX_ATTEMPTS)
    return { ...end, endState: 'undeliverable', reason: `gave up: ${outcome.reason}` };
  const waitMs = Math.max(outcome.retryAfterMs ?? 0, backoffMs(attempts, dice));
  return { ...end, endState: 'due', reason: outcome.reason, dueAt: after(now, waitMs) };
}

/** What a send tells of the person or of Teams, beside its own row. */
export async function learnFrom(
  tx: Writes,
  { occurrence, reference, outcome }: Sent,
  now: Date,
): Promise<void> {
  if (outcome.kind === 'sent' && outcome.conversationId !== undefined && reference !== null)
    await tx.conversations.remember({ ...reference, conversationId: outcome.conversationId }, now);
  if (outcome.kind === 'not-accepted' && outcome.reason === 'throttled')
    await tx.occurrences.pauseUntil(occurrence.tenantId, after(now, outcome.retryAfterMs ?? 0));
  if (outcome.kind === 'undeliverable' && outcome.unreachable !== null)
    await tx.conversations.markUnreachable(occurrence.personId, outcome.unreachable, now);
}

const after = (now: Date, ms: number): Date => new Date(now.getTime() + ms);
