import type { Deps } from '../core/deps.ts';
import type { Kept } from '../core/ports/privacy.ts';
import { moodsSince, pressesSince } from '../core/privacy/retention.ts';

/** Deletes what has been kept for as long as it may be. Returns how many of each; running it twice deletes nothing more. */
export async function enforceRetention(deps: Deps): Promise<Kept<number>> {
  const now = deps.now();
  return deps.store.transaction((tx) =>
    tx.privacy.forget({ moods: moodsSince(now), presses: pressesSince(now) }),
  );
}
