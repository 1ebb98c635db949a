import type { Deps } from '../core/deps.ts';
import type { Writes } from '../core/ports/store.ts';
import type { Membership } from './load-member.ts';
import { moveOn } from './move-on.ts';

/** Lets go of what is proposed to a member who steps back; the other side goes on to the next best without learning why. */
export async function releaseProposals(deps: Deps, tx: Writes, member: Membership): Promise<void> {
  const open = await tx.rounds.openProposalsOf(member.personId);
  for (const proposal of open.filter(({ programmeId }) => programmeId === member.programmeId)) {
    const others = proposal.sides.map(({ personId }) => personId).filter((id) => id !== member.personId);
    await moveOn(deps, tx, { proposal, to: 'declined', by: member.personId, willing: others });
  }
}
