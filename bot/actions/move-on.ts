import type { Deps } from '../core/deps.ts';
import type { PersonId } from '../core/ids.ts';
import type { Writes } from '../core/ports/store.ts';
import type { Proposal, ProposalState } from '../core/round.ts';
import { proposeAgain } from './propose-again.ts';
import { tellOf } from './tell-of.ts';

const NEWS_EXPIRES_MS = 7 * 86_400_000;

interface Closing {
  readonly proposal: Proposal;
  readonly to: Exclude<ProposalState, 'draft' | 'open' | 'accepted'>;
  /** Whose answer or step closes it, and so needs no news of it. */
  readonly by: PersonId | null;
  /** Sides who would meet somebody else. */
  readonly willing: readonly PersonId[];
}

/**
 * Closes a proposal that came to nothing, tells those who had said yes, without why, and goes on to the next best.
 * What was not said yet about it is not said any more.
 * @throws Refusal 'proposal-closed' when another was first
 */
export async function moveOn(deps: Deps, tx: Writes, closing: Closing): Promise<void> {
  const { proposal, to, by, willing } = closing;
  await tx.rounds.close(proposal.id, to, deps.now());
  const programme = await tx.programmes.byId(proposal.programmeId);
  if (programme === null) return;
  for (const { personId, answer } of proposal.sides) {
    await tx.occurrences.cancel(personId, proposal.id, deps.now());
    if (personId === by || answer !== 'yes') continue;
    const news = tellOf(deps, programme, {
      personId,
      kind: 'proposal-moved-on',
      period: `proposal:${proposal.id}`,
      subjectId: proposal.id,
      expiresAt: new Date(deps.now().getTime() + NEWS_EXPIRES_MS),
    });
    await tx.occurrences.plan([news]);
  }
  const sides = proposal.sides.filter((side) => willing.includes(side.personId));
  await proposeAgain(deps, tx, { proposal, willing: sides });
}
