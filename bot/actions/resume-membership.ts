import type { Deps } from '../core/deps.ts';
import { loadMember } from './load-member.ts';
import type { Membership } from './load-member.ts';

/** Ends a pause now. Changes nothing for a member who is not paused. @throws Refusal 'not-a-member' */
export async function resumeMembership(deps: Deps, input: Membership): Promise<void> {
  await deps.store.transaction(async (tx) => {
    const member = await loadMember(tx, input);
    if (member.state !== 'paused') return;
    await tx.members.setState(input.programmeId, input.personId, 'joined', null, deps.now());
  });
}
