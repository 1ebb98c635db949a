import type { Deps } from '../core/deps.ts';
import type { RoundId } from '../core/ids.ts';
import type { Look, Together } from '../core/pairing/compare.ts';
import { allPages } from './all-pages.ts';

/** Who is together in a round, without the words. */
export async function loadTogether({ store }: Deps, id: RoundId): Promise<readonly Together[]> {
  const proposals = await allPages((page) => store.reads.rounds.proposalsOfRound(id, page));
  return proposals.map(({ sides }) => ({ sides: sides.map(({ personId, role }) => ({ personId, role })) }));
}

/** A round as it was looked at: who is together and who has nobody. */
export async function loadLook(deps: Deps, id: RoundId): Promise<Look> {
  const together = await loadTogether(deps, id);
  const leftOut = await allPages((page) => deps.store.reads.rounds.leftOut(id, page));
  return { together, leftOut: leftOut.map(({ personId }) => ({ personId })) };
}
