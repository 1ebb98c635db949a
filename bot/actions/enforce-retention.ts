import type { Deps } from '../core/deps.ts';
import type { Kept } from '../core/ports/privacy.ts';
import {
  auditSince,
  countedSince,
  leaversSince,
  moodsSince,
  pairingsSince,
  pressesSince,
} from '../core/privacy/retention.ts';
import { joined } from './joined.ts';
import { leaveAll } from './leave-all.ts';

/** How many of each were forgotten. */
export type Forgotten = Kept<number> & { readonly leavers: number };

/** People at a time: each is a transaction of its own. */
const LEAVERS = 200;

/** Deletes what has been kept for as long as it may be. Returns how many of each; running it twice deletes nothing more. */
export async function enforceRetention(deps: Deps): Promise<Forgotten> {
  const now = deps.now();
  const before = {
    moods: moodsSince(now),
    presses: pressesSince(now),
    pairings: pairingsSince(now),
    counted: countedSince(now),
    audit: auditSince(now),
  };
  const forgotten = await deps.store.transaction((tx) => tx.privacy.forget(before, now));
  return { ...forgotten, leavers: await eraseLeavers(deps, now) };
}

/** Erases those who left the company long enough ago, and what the directory said of them. */
async function eraseLeavers(deps: Deps, now: Date): Promise<number> {
  let erased = 0;
  for (;;) {
    const leavers = await deps.store.reads.privacy.leavers(leaversSince(now), LEAVERS);
    for (const person of leavers)
      await deps.store.transaction(async (tx) => {
        // Somebody who came back in between stays.
        if ((await tx.people.byId(person))?.leftAt == null) return;
        await leaveAll(joined(deps, tx), person);
        await tx.privacy.erase(person, now);
        await tx.privacy.forgetPerson(person, now);
        erased += 1;
      });
    if (leavers.length < LEAVERS) return erased;
  }
}
