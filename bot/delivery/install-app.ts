import type { Installer } from '../core/ports/installer.ts';
import type { PersonId } from '../core/ids.ts';
import type { Store } from '../core/ports/store.ts';

export interface InstallDeps {
  readonly store: Store;
  readonly now: () => Date;
  readonly wait: (ms: number) => Promise<unknown>;
  readonly installer: Installer;
}

/** Below Graph's 30 a second, whatever two or three instances do. */
const APART_MS = 100;
const AT_A_TIME = 500;
/** Who could not be given the app is asked for again after this. */
const AGAIN_MS = 7 * 86_400_000;
const HOUR_MS = 3_600_000;

/**
 * Gives the app to those who have something waiting and cannot be reached; Teams then tells us of each, and what
 * waits goes out. Each is tried once a week by an instance. Says how many were given it.
 */
export function createAppInstalls(deps: InstallDeps): () => Promise<number> {
  const triedAt = new Map<PersonId, number>();
  return async () => {
    const now = deps.now().getTime();
    for (const [person, at] of triedAt) if (now - at > AGAIN_MS) triedAt.delete(person);
    const { occurrences, people } = deps.store.reads;
    // Who has no conversation is looked at again within the hour (decide.ts).
    const waiting = await occurrences.unreached(new Date(now + HOUR_MS), AT_A_TIME);
    const known = await people.byIds(waiting.filter((person) => !triedAt.has(person)));
    let given = 0;
    for (const { id, objectId } of known.values()) {
      if (objectId === null) continue;
      const outcome = await deps.installer.install(objectId);
      if (outcome.kind === 'later') return given;
      triedAt.set(id, now);
      if (outcome.kind === 'installed') given += 1;
      await deps.wait(APART_MS);
    }
    return given;
  };
}
