import type { Deps } from '../core/deps.ts';
import { loadMember } from './load-member.ts';
import type { Membership } from './load-member.ts';

/**
 * Sets whether the manager of record may see with whom this member is paired; it shows only where all sides agree.
 * @throws Refusal 'not-a-member'
 */
export async function changeVisibility(
  deps: Deps,
  input: Membership & { readonly visible: boolean },
): Promise<void> {
  await deps.store.transaction(async (tx) => {
    await loadMember(tx, input);
    await tx.members.setVisibleToManager(input.programmeId, input.personId, input.visible);
  });
}
