import type { Deps } from '../core/deps.ts';
import { Refusal } from '../core/refusal.ts';
import { clockOf, onClock } from '../core/working-time.ts';
import { loadMember } from './load-member.ts';
import type { Membership } from './load-member.ts';
import { releaseProposals } from './release-proposals.ts';

/**
 * Leaves a member alone until the day on which the pause ends, on their own calendar; null until they come back
 * by themselves. Open proposals go on to others.
 * @throws Refusal 'not-a-member' or 'date-in-past'
 */
export async function pauseMembership(
  deps: Deps,
  input: Membership & { readonly until: string | null },
): Promise<void> {
  await deps.store.transaction(async (tx) => {
    await loadMember(tx, input);
    const person = await tx.people.byId(input.personId);
    if (person === null) throw new Refusal('not-found');
    const clock = clockOf(person, await tx.people.preferences(input.personId));
    const today = onClock(deps.now(), clock.timeZone).toFormat('yyyy-MM-dd');
    if (input.until !== null && input.until <= today) throw new Refusal('date-in-past');
    await tx.members.setState(input.programmeId, input.personId, 'paused', input.until, deps.now());
    await releaseProposals(deps, tx, input);
  });
}
