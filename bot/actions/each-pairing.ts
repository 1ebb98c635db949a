import type { Deps } from '../core/deps.ts';
import type { PairingId } from '../core/ids.ts';
import type { Writes } from '../core/ports/store.ts';
import type { Programme } from '../core/programme.ts';
import type { Pairing } from '../core/round.ts';

/** Few enough that a transaction stays short beside those of people who answer. */
const PAGE = 100;

/**
 * Works through the current pairings of every running programme, a page in one transaction each, and adds up what
 * was done. A page that fails is tried again by the next run; those before it stand.
 */
export async function eachPairing(
  deps: Deps,
  work: (tx: Writes, programme: Programme, pairing: Pairing) => Promise<number>,
): Promise<number> {
  let done = 0;
  for (const programme of await deps.store.reads.programmes.running()) {
    let after: PairingId | null = null;
    do {
      const page: { done: number; last: PairingId | null } = await workPage(deps, programme, after, work);
      done += page.done;
      after = page.last;
    } while (after !== null);
  }
  return done;
}

async function workPage(
  deps: Deps,
  programme: Programme,
  after: PairingId | null,
  work: (tx: Writes, programme: Programme, pairing: Pairing) => Promise<number>,
): Promise<{ done: number; last: PairingId | null }> {
  return deps.store.transaction(async (tx) => {
    const pairings = await tx.pairings.activeAfter(programme.id, after, PAGE);
    let done = 0;
    for (const pairing of pairings) done += await work(tx, programme, pairing);
    return { done, last: pairings.length < PAGE ? null : (pairings.at(-1)?.id ?? null) };
  });
}
