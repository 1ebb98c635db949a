import type { Deps } from '../core/deps.ts';
import type { RoundId } from '../core/ids.ts';
import { Refusal } from '../core/refusal.ts';

/**
 * Drops a preview; nobody was told of it.
 * @throws Refusal 'not-found' or 'round-already-sent'
 */
export async function discardRound(deps: Deps, { roundId }: { roundId: RoundId }): Promise<void> {
  await deps.store.transaction(async (tx) => {
    if ((await tx.rounds.byId(roundId)) === null) throw new Refusal('not-found');
    await tx.rounds.setState(roundId, 'previewed', 'discarded', deps.now());
  });
}
