import { setTimeout as sleep } from 'node:timers/promises';
import { UniqueViolation, WriteConflict } from '../errors.ts';
import { CommitUnknown, ConnectionLost } from './errors.ts';

/** As long as the other engine waits for its one write lock. */
const LONGEST_MS = 5000;
const PAUSE_MS = 4;
const LONGEST_PAUSE_MS = 250;
/** A server that is away for longer is away: whoever asked is told so. */
const MOST_RECONNECTS = 3;

/**
 * Runs a whole transaction again, from its beginning and with a fresh look at the data, where another one was first
 * or the connection went before the commit: nothing of it has been saved then. The error itself after five seconds.
 */
export async function runAgain<T>(attempt: () => Promise<T>): Promise<T> {
  const giveUpAt = performance.now() + LONGEST_MS;
  let reconnects = 0;
  let repeats = 0;
  for (let tries = 1; ; tries += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (error instanceof ConnectionLost) reconnects += 1;
      if (error instanceof UniqueViolation) repeats += 1;
      const again =
        error instanceof WriteConflict ||
        (error instanceof ConnectionLost &&
          !(error instanceof CommitUnknown) &&
          reconnects <= MOST_RECONNECTS) ||
        // What was inserted after this transaction's first look is seen by the next one.
        (error instanceof UniqueViolation && repeats === 1);
      if (!again || performance.now() > giveUpAt) throw error;
      await sleep(pauseMs(tries));
    }
  }
}

/** Longer each time, and by chance, so that two that collided do not collide again. */
function pauseMs(tries: number): number {
  return Math.min(LONGEST_PAUSE_MS, PAUSE_MS * 2 ** Math.min(tries, 10)) * (0.5 + Math.random() / 2);
}
