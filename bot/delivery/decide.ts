import type { Occurrence } from '../core/occurrence.ts';
import type { ConversationReference } from '../core/ports/conversations.ts';
import type { Reads } from '../core/ports/store.ts';
import { clockOf } from '../core/working-time.ts';
import { allowanceOf } from './window.ts';

export type Decision =
  | { readonly kind: 'go'; readonly reference: ConversationReference }
  | { readonly kind: 'later'; readonly at: Date; readonly reason: string }
  | {
      readonly kind: 'stop';
      readonly to: 'expired' | 'cancelled' | 'undeliverable';
      readonly reason: string;
    };

/** Who has no conversation yet is looked at again after this, or at once when they come (OccurrenceWrites.wake). */
const NO_CONVERSATION_MS = 3_600_000;

/** What to do with a claimed occurrence at this moment. Asked when it is claimed, since much changes after planning. */
export async function decide(reads: Reads, occurrence: Occurrence, now: Date): Promise<Decision> {
  const { personId, programmeId } = occurrence;
  if (now >= occurrence.expiresAt) return stop('expired', 'late');
  const person = await reads.people.byId(personId);
  if (person === null || person.leftAt !== null) return stop('cancelled', 'left-company');
  const allowance = allowanceOf(
    {
      clock: clockOf(person, await reads.people.preferences(personId)),
      member: await reads.members.one(programmeId, personId),
      lastProactiveAt: await reads.occurrences.lastProactiveAt(personId),
    },
    occurrence.kind,
    now,
  );
  if (allowance.kind === 'never') return stop('cancelled', 'not-a-member');
  const unreachable = await reads.conversations.unreachable(personId);
  if (unreachable !== null) return stop('undeliverable', unreachable);
  if (allowance.kind === 'later') return later(occurrence, allowance.at, allowance.why);
  const reference = await reads.conversations.reference(personId);
  if (reference === null)
    return later(occurrence, new Date(now.getTime() + NO_CONVERSATION_MS), 'no-conversation');
  return { kind: 'go', reference };
}

/** What would only be due after it has expired need not wait for that. */
function later(occurrence: Occurrence, at: Date, reason: string): Decision {
  if (reason !== 'no-conversation' && at >= occurrence.expiresAt) return stop('expired', reason);
  return { kind: 'later', at: at < occurrence.expiresAt ? at : occurrence.expiresAt, reason };
}

function stop(to: 'expired' | 'cancelled' | 'undeliverable', reason: string): Decision {
  return { kind: 'stop', to, reason };
}
