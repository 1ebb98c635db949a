import type { PairingId, PersonId } from '../core/ids.ts';
import type { Reads } from '../core/ports/store.ts';
import { Refusal } from '../core/refusal.ts';
import type { Pairing } from '../core/round.ts';

/**
 * A pairing that this person is a side of and that has not ended.
 * @throws Refusal 'not-found' or 'not-active'
 */
export async function loadPairing(
  reads: Reads,
  { pairingId, personId }: { readonly pairingId: PairingId; readonly personId: PersonId },
): Promise<Pairing> {
  const pairing = await reads.pairings.byId(pairingId);
  if (pairing === null || !pairing.people.some((side) => side.personId === personId)) {
    throw new Refusal('not-found');
  }
  if (pairing.state === 'ended') throw new Refusal('not-active');
  return pairing;
}
