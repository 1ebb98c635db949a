import type { Deps } from '../core/deps.ts';
import type { Writes } from '../core/ports/store.ts';
import type { Membership } from './load-member.ts';

/** Closes what is proposed to a member who steps back, so that the other side need not wait for them. */
export async function releaseProposals(deps: Deps, tx: Writes, member: Membership): Promise<void> {
  const open = await tx.rounds.openProposalsOf(member.personId);
  for (const proposal of open.filter(({ programmeId }) => programmeId === member.programmeId)) {
    await tx.rounds.close(proposal.id, 'withdrawn', deps.now());
  }
}
