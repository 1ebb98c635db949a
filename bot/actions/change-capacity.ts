import type { Deps } from '../core/deps.ts';
import { LIMITS } from '../core/limits.ts';
import { Refusal } from '../core/refusal.ts';
import { loadMember } from './load-member.ts';
import type { Membership } from './load-member.ts';

/**
 * Sets how many people a member will guide at the same time. Those who are being guided now stay, also above it.
 * @throws Refusal 'not-a-member', or 'too-many' above the limit
 */
export async function changeCapacity(
  deps: Deps,
  input: Membership & { readonly capacity: number },
): Promise<void> {
  if (!Number.isInteger(input.capacity) || input.capacity < 0) throw new Refusal('malformed');
  if (input.capacity > LIMITS.mentorCapacity) throw new Refusal('too-many', { limit: LIMITS.mentorCapacity });
  await deps.store.transaction(async (tx) => {
    await loadMember(tx, input);
    await tx.members.setMentorCapacity(input.programmeId, input.personId, input.capacity);
  });
}
