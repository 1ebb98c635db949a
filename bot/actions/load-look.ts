import type { Deps } from '../core/deps.ts';
import type { RoundId } from '../core/ids.ts';
import type { Look } from '../core/pairing/compare.ts';
import { allPages } from './all-pages.ts';

/** A round as it was looked at: who is together and who has nobody, without the words. */
export async function loadLook({ store }: Deps, id: RoundId): Promise<Look> {
  const { rounds } = store.reads;
  const proposals = await allPages((page) => rounds.proposalsOfRound(id, page));
  const leftOut = await allPages((page) => rounds.leftOut(id, page));
  return {
    together: proposals.map(({ sides }) => ({
      sides: sides.map(({ personId, role }) => ({ personId, role })),
    })),
    leftOut: leftOut.map(({ personId }) => ({ personId })),
  };
}
