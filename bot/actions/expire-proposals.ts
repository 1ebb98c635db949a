import type { Deps } from '../core/deps.ts';
import type { ProposalId } from '../core/ids.ts';
import { Refusal } from '../core/refusal.ts';
import { moveOn } from './move-on.ts';

const BATCH = 100;

/**
 * Closes proposals whose time is over and goes on to the next best for those who had said yes; silence is left alone
 * until the next round. Returns how many it closed; safe to run twice or on two instances.
 */
export async function expireProposals(deps: Deps): Promise<number> {
  let closed = 0;
  for (;;) {
    const expiring = await deps.store.reads.rounds.proposalsExpiring(deps.now(), BATCH);
    let progress = 0;
    for (const { id } of expiring) progress += (await expire(deps, id)) ? 1 : 0;
    closed += progress;
    if (expiring.length < BATCH || progress === 0) return closed;
  }
}

async function expire(deps: Deps, id: ProposalId): Promise<boolean> {
  try {
    return await deps.store.transaction(async (tx) => {
      const proposal = await tx.rounds.proposal(id);
      if (proposal?.state !== 'open') return false;
      const willing = proposal.sides.filter((side) => side.answer === 'yes').map((side) => side.personId);
      await moveOn(deps, tx, { proposal, to: 'expired', by: null, willing });
      return true;
    });
  } catch (error) {
    if (error instanceof Refusal && error.code === 'proposal-closed') return false;
    throw error;
  }
}
