import type { Deps } from '../core/deps.ts';
import { asId } from '../core/ids.ts';
import type { OccurrenceId } from '../core/ids.ts';
import type { NewOccurrence } from '../core/ports/occurrences.ts';
import type { Programme } from '../core/programme.ts';
import type { Proposal } from '../core/round.ts';

type About = Pick<NewOccurrence, 'personId' | 'kind' | 'period' | 'subjectId' | 'expiresAt'>;

/** One thing to say to one person of a programme, from now on. */
export function tellOf(
  deps: Deps,
  programme: Pick<Programme, 'id' | 'tenantId'>,
  about: About,
): NewOccurrence {
  return {
    id: asId<OccurrenceId>(deps.newId()),
    tenantId: programme.tenantId,
    programmeId: programme.id,
    dueAt: deps.now(),
    ...about,
  };
}

/** Both sides of each proposal hear of it; what is said expires with the proposal. */
export function tellOfProposals(
  deps: Deps,
  programme: Pick<Programme, 'id' | 'tenantId'>,
  proposals: readonly Proposal[],
): readonly NewOccurrence[] {
  return proposals.flatMap((proposal) =>
    proposal.sides.map(({ personId }) =>
      tellOf(deps, programme, {
        personId,
        kind: 'proposal',
        period: `proposal:${proposal.id}`,
        subjectId: proposal.id,
        expiresAt: proposal.expiresAt ?? deps.now(),
      }),
    ),
  );
}
