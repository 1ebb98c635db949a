import type { Deps } from '../core/deps.ts';
import type { PairingId, PersonId } from '../core/ids.ts';
import { Refusal } from '../core/refusal.ts';
import type { Pairing } from '../core/round.ts';
import { loadPairing } from './load-pairing.ts';

const WEEK_MS = 7 * 86_400_000;

/**
 * Lets a pairing run for one more length of the programme. When both ask for it, it is still one: a pairing never
 * has more than one length ahead of it beyond the current one.
 * @throws Refusal 'not-found' for someone who is no side of it, or 'not-active'
 */
export async function renewPairing(
  deps: Deps,
  input: { readonly pairingId: PairingId; readonly personId: PersonId },
): Promise<Pairing> {
  return deps.store.transaction(async (tx) => {
    const pairing = await loadPairing(tx, input);
    const programme = await tx.programmes.byId(pairing.programmeId);
    if (programme === null) throw new Refusal('not-found');
    const length = programme.settings.pairingWeeks * WEEK_MS;
    if (pairing.endsAt.getTime() - deps.now().getTime() > length) return pairing;
    const endsAt = new Date(pairing.endsAt.getTime() + length);
    await tx.pairings.extend(pairing.id, endsAt);
    return { ...pairing, endsAt };
  });
}
