import { setTimeout as sleep } from 'node:timers/promises';

/** A clock that every process of a run shares: since that instant (epoch milliseconds) it goes so many times as fast. */
export interface Pace {
  readonly since: number;
  readonly faster: number;
}

export interface PacedClock {
  /** Epoch milliseconds with fractions. */
  readonly nowMs: () => number;
  /** Waits for so long by this clock. What the machine itself takes longer counts as many times as the clock is faster. */
  readonly wait: (ms: number) => Promise<unknown>;
}

/** Epoch milliseconds on the monotonic clock. */
export const preciseNow = (): number => performance.timeOrigin + performance.now();

export function pacedClock({ since, faster }: Pace): PacedClock {
  return {
    nowMs: () => since + (preciseNow() - since) * faster,
    wait: (ms) => sleep(ms / faster),
  };
}
