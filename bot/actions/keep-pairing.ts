import type { Connection } from '../core/check-in.ts';
import type { Deps } from '../core/deps.ts';
import type { PairingId, PersonId } from '../core/ids.ts';
import type { Pairing } from '../core/round.ts';
import { loadPairing } from './load-pairing.ts';

/** Far more than the weeks that a pairing is asked about before it falls silent. */
const RECENT = 60;

/**
 * Somebody says after silence that the two talked, or mean to: the answer to the last question that they left open.
 * The pairing is quiet no longer. @throws Refusal 'not-found' for who is no side of it, or 'not-active'
 */
export async function keepPairing(
  deps: Deps,
  input: {
    readonly pairingId: PairingId;
    readonly personId: PersonId;
    readonly connected: Extract<Connection, 'yes' | 'planned'>;
  },
): Promise<Pairing> {
  return deps.store.transaction(async (tx) => {
    const pairing = await loadPairing(tx, input);
    const now = deps.now();
    const own = await tx.checkIns.ofPerson(input.personId, RECENT);
    const last = own.find(({ pairingId, dueAt }) => pairingId === pairing.id && dueAt <= now);
    // A talk that was told is not made a plan again; saying it anew still ends the silence.
    const said = last?.connected === 'yes' ? 'yes' : input.connected;
    if (last !== undefined) await tx.checkIns.setConnected(last.id, said, now);
    if (pairing.state === 'quiet') await tx.pairings.setState(pairing.id, 'active', now);
    return { ...pairing, state: 'active' };
  });
}
