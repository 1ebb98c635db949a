import type { Occurrence } from '../core/occurrence.ts';
import { takePace } from '../core/pace.ts';
import type { ConversationReference } from '../core/ports/conversations.ts';
import type { Recipient } from '../core/recipient.ts';
import { allowanceOf } from './window.ts';

export type Decision =
  | { readonly kind: 'go'; readonly reference: ConversationReference; readonly pacedUntil: Date }
  | { readonly kind: 'later'; readonly at: Date; readonly reason: string }
  | {
      readonly kind: 'stop';
      readonly to: 'expired' | 'cancelled' | 'undeliverable';
      readonly reason: string;
    };

/** Who has no conversation yet is looked at again after this, or at once when they come (OccurrenceWrites.wake). */
const NO_CONVERSATION_MS = 3_600_000;

/** What to do with a claimed occurrence at this moment. Asked when it is claimed, since much changes after planning. */
export function decide(occurrence: Occurrence, recipient: Recipient | null, now: Date): Decision {
  if (now >= occurrence.expiresAt) return stop('expired', 'late');
  if (recipient === null || recipient.leftAt !== null) return stop('cancelled', 'left-company');
  const allowance = allowanceOf(recipient, occurrence.kind, now);
  if (allowance.kind === 'never') return stop('cancelled', 'not-a-member');
  if (recipient.unreachable !== null) return stop('undeliverable', recipient.unreachable);
  if (allowance.kind === 'later') return later(occurrence, allowance.at, allowance.why);
  const { reference } = recipient;
  if (reference === null)
    return later(occurrence, new Date(now.getTime() + NO_CONVERSATION_MS), 'no-conversation');
  const pace = takePace(recipient.pacedUntil, now);
  return pace.allowed
    ? { kind: 'go', reference, pacedUntil: pace.pacedUntil }
    : later(occurrence, pace.at, 'conversation');
}

/** What would only be due after it has expired need not wait for that. */
function later(occurrence: Occurrence, at: Date, reason: string): Decision {
  if (reason !== 'no-conversation' && at >= occurrence.expiresAt) return stop('expired', reason);
  return { kind: 'later', at: at < occurrence.expiresAt ? at : occurrence.expiresAt, reason };
}

function stop(to: 'expired' | 'cancelled' | 'undeliverable', reason: string): Decision {
  return { kind: 'stop', to, reason };
}
