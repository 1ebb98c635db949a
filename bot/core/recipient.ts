import type { Member } from './member.ts';
import type { ConversationReference, Unreachable } from './ports/conversations.ts';
import type { Clock } from './working-time.ts';

/** All that decides whether somebody may be told something now. */
export interface Recipient {
  readonly clock: Clock;
  /** When they left the company. */
  readonly leftAt: Date | null;
  /** Their part in the programme that speaks; null where they have none. */
  readonly member: Pick<Member, 'state' | 'pausedUntil'> | null;
  /** When they last got something that counts towards the one a day. */
  readonly lastProactiveAt: Date | null;
  readonly reference: ConversationReference | null;
  readonly unreachable: Unreachable | null;
  /** When their conversation will have rested from all that was said in it (core/pace.ts). */
  readonly pacedUntil: Date | null;
}
