import type { Deps } from '../core/deps.ts';
import type { PairingId, PersonId } from '../core/ids.ts';
import { withoutOne } from '../core/pairing/goes-on.ts';
import { Refusal } from '../core/refusal.ts';
import { loadPairing } from './load-pairing.ts';
import { tellOf } from './tell-of.ts';

const NEWS_EXPIRES_MS = 7 * 86_400_000;

/**
 * Ends a pairing from either side, without a reason; where enough of a circle or trio remain, they go on without the one
 * who leaves. The others are told kindly that it has ended, or that they are one less, never by whom.
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
    const kind = withoutOne(pairing);
    if (kind === null) await tx.pairings.setState(pairing.id, 'ended', deps.now());
    else await tx.pairings.leave(pairing.id, input.personId, { kind, at: deps.now() });
    for (const { personId } of pairing.people) {
      const isLeaver = personId === input.personId;
      // What was planned for a circle that goes on still holds for the others.
      if (isLeaver || kind === null) await tx.occurrences.cancel(personId, pairing.id, deps.now());
      if (isLeaver) continue;
      const news = tellOf(deps, programme, {
        personId,
        kind: 'pairing-ended',
        period: kind === null ? pairing.id : `${pairing.id}:${pairing.people.length - 1}`,
        subjectId: pairing.id,
        expiresAt: new Date(deps.now().getTime() + NEWS_EXPIRES_MS),
      });
      await tx.occurrences.plan([news]);
    }
  });
}
