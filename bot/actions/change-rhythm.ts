import type { Deps } from '../core/deps.ts';
import type { Rhythm } from '../core/member.ts';
import { loadMember } from './load-member.ts';
import type { Membership } from './load-member.ts';

/** Sets how often a member wants to meet. @throws Refusal 'not-a-member' */
export async function changeRhythm(
  deps: Deps,
  input: Membership & { readonly rhythm: Rhythm },
): Promise<void> {
  await deps.store.transaction(async (tx) => {
    await loadMember(tx, input);
    await tx.members.setRhythm(input.programmeId, input.personId, input.rhythm);
  });
}
