import type { Store } from '../core/ports/store.ts';

/** Below this two clocks are the same: asking takes time, too. */
const TOLERATED_MS = 250;

export interface SharedClock {
  now(): Date;
  /** Compares with the store's clock again. @throws whatever the store throws when it is away. */
  compare(): Promise<void>;
  /** How far this machine's clock was ahead of the store's, in milliseconds; negative when behind. */
  readonly aheadMs: number;
}

/**
 * This machine's clock, corrected by the store's: leases, slots and due times mean the same on every instance, however
 * far their clocks are apart.
 */
export function createSharedClock(store: Pick<Store, 'clock'>, machine: () => Date): SharedClock {
  let aheadMs = 0;
  return {
    now: () => new Date(machine().getTime() - aheadMs),
    compare: async () => {
      const before = machine().getTime();
      const there = await store.clock();
      const here = (before + machine().getTime()) / 2;
      const difference = Math.round(here - there.getTime());
      aheadMs = Math.abs(difference) > TOLERATED_MS ? difference : 0;
    },
    get aheadMs() {
      return aheadMs;
    },
  };
}
