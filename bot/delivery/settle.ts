import type { Occurrence } from '../core/occurrence.ts';
import type { SendOutcome } from '../core/ports/messaging.ts';
import type { Writes } from '../core/ports/store.ts';
import type { ConversationReference } from '../core/ports/conversations.ts';
import { MAX_ATTEMPTS, backoffMs } from './backoff.ts';

export interface Sent {
  readonly occurrence: Occurrence;
  readonly reference: ConversationReference;
  readonly outcome: SendOutcome;
  /** Attempts so far, this one among them. */
  readonly attempts: number;
}

/**
 * Writes down what a send came to. Whatever the state is by now, a message that Teams took is `sent`: also when
 * this worker stood still for so long that others had called it unknown.
 */
export async function settle(tx: Writes, sent: Sent, now: Date, dice: () => number): Promise<void> {
  const { occurrence, outcome } = sent;
  const { id, fence } = occurrence;
  switch (outcome.kind) {
    case 'sent': {
      const change = {
        to: 'sent' as const,
        at: now,
        ...(outcome.activityId === null ? {} : { activityId: outcome.activityId }),
      };
      if (!(await tx.occurrences.move(id, fence, 'sending', change)))
        await tx.occurrences.move(id, fence, 'unknown', change);
      if (outcome.conversationId !== undefined)
        await tx.conversations.remember({ ...sent.reference, conversationId: outcome.conversationId }, now);
      return;
    }
    case 'not-accepted':
      if (outcome.reason === 'throttled')
        await tx.occurrences.pauseUntil(occurrence.tenantId, after(now, outcome.retryAfterMs ?? 0));
      await tx.occurrences.move(id, fence, 'sending', notAccepted(sent, outcome, now, dice));
      return;
    case 'undeliverable':
      await tx.occurrences.move(id, fence, 'sending', {
        to: 'undeliverable',
        at: now,
        reason: outcome.reason,
      });
      if (outcome.unreachable !== null)
        await tx.conversations.markUnreachable(occurrence.personId, outcome.unreachable, now);
      return;
    case 'unknown':
      await tx.occurrences.move(id, fence, 'sending', { to: 'unknown', at: now, reason: outcome.reason });
      return;
  }
}

function notAccepted(
  { attempts }: Sent,
  { reason, retryAfterMs }: Extract<SendOutcome, { kind: 'not-accepted' }>,
  now: Date,
  dice: () => number,
): { to: 'due' | 'undeliverable'; at: Date; dueAt?: Date; reason: string } {
  if (attempts >= MAX_ATTEMPTS) return { to: 'undeliverable', at: now, reason: `gave up: ${reason}` };
  const waitMs = Math.max(retryAfterMs ?? 0, backoffMs(attempts, dice));
  return { to: 'due', at: now, dueAt: after(now, waitMs), reason };
}

const after = (now: Date, ms: number): Date => new Date(now.getTime() + ms);
