import type { Deps } from '../core/deps.ts';
import type { PairingId, PersonId } from '../core/ids.ts';
import { Refusal } from '../core/refusal.ts';
import { loadPairing } from './load-pairing.ts';
import { tellOf } from './tell-of.ts';

const NEWS_EXPIRES_MS = 7 * 86_400_000;

/**
 * Ends a pairing from either side, without a reason. The others are told kindly that it has ended, never by whom.
 * @throws Refusal 'not-found' for someone who is no side of it, or 'not-active'
 */
export async function endPairing(
  deps: Deps,
  input: { readonly pairingId: PairingId; readonly personId: PersonId },
): Promise<void> {
  await deps.store.transaction(async (tx) => {
    const pairing = await loadPairing(tx, input);
    const programme = await tx.programmes.byId(pairing.programmeId);
    if (programme === null) throw new Refusal('not-found');
    await tx.pairings.setState(pairing.id, 'ended', deps.now());
    for (const { personId } of pairing.people) {
      await tx.occurrences.cancel(personId, pairing.id, deps.now());
      if (personId === input.personId) continue;
      const news = tellOf(deps, programme, {
        personId,
        kind: 'pairing-ended',
        period: pairing.id,
        subjectId: pairing.id,
        expiresAt: new Date(deps.now().getTime() + NEWS_EXPIRES_MS),
      });
      await tx.occurrences.plan([news]);
    }
  });
}
