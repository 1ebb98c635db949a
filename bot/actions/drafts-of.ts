import type { Deps } from '../core/deps.ts';
import { asId } from '../core/ids.ts';
import type { ProposalId } from '../core/ids.ts';
import type { PairingResult } from '../core/pairing/input.ts';
import type { Proposal, Round } from '../core/round.ts';

/** The proposals of a preview: nobody has been asked yet. */
export function draftsOf(
  deps: Deps,
  round: Round,
  { suggestions }: Pick<PairingResult, 'suggestions'>,
): readonly Proposal[] {
  return suggestions.map((suggestion) => ({
    id: asId<ProposalId>(deps.newId()),
    programmeId: round.programmeId,
    roundId: round.id,
    kind: suggestion.kind,
    state: 'draft',
    sides: suggestion.sides.map((side) => ({ ...side, answer: null })),
    fit: suggestion.fit,
    reasons: suggestion.reasons,
    expiresAt: null,
    createdAt: deps.now(),
  }));
}
