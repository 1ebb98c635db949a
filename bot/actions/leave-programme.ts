import type { Deps } from '../core/deps.ts';
import { endPairing } from './end-pairing.ts';
import { joined } from './joined.ts';
import { loadMember } from './load-member.ts';
import type { Membership } from './load-member.ts';
import { releaseProposals } from './release-proposals.ts';

/**
 * Ends a membership: pairings end without a reason, open proposals go on to others, and nothing more is said
 * to the person. @throws Refusal 'not-a-member'
 */
export async function leaveProgramme(deps: Deps, input: Membership): Promise<void> {
  await deps.store.transaction(async (tx) => {
    await loadMember(tx, input);
    await tx.members.setState(input.programmeId, input.personId, 'left', null, deps.now());
    await releaseProposals(deps, tx, input);
    const pairings = await tx.pairings.currentOf(input.personId);
    for (const { id } of pairings.filter(({ programmeId }) => programmeId === input.programmeId)) {
      await endPairing(joined(deps, tx), { pairingId: id, personId: input.personId });
    }
    await tx.occurrences.cancel(input.personId, null, deps.now());
  });
}
