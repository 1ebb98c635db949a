import type { Store } from '../core/ports/store.ts';

/** What a clock may be read wrong by. */
const READING_MS = 2;
/** So often the store is asked; the answer that came quickest says most. */
const ASKED = 5;

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
      let best: Reading | null = null;
      for (let asked = 0; asked < ASKED; asked += 1) {
        const reading = await read(store, machine);
        if (best === null || reading.offByMs < best.offByMs) best = reading;
      }
      // What is no further off than asking takes is no news.
      if (best !== null && Math.abs(best.aheadMs - aheadMs) > best.offByMs) aheadMs = best.aheadMs;
    },
    get aheadMs() {
      return aheadMs;
    },
  };
}

interface Reading {
  readonly aheadMs: number;
  /** By how much that may be wrong: the store read its clock at any time while it was being asked. */
  readonly offByMs: number;
}

async function read(store: Pick<Store, 'clock'>, machine: () => Date): Promise<Reading> {
  const before = machine().getTime();
  const there = await store.clock();
  const after = machine().getTime();
  return {
    aheadMs: Math.round((before + after) / 2 - there.getTime()),
    offByMs: (after - before) / 2 + READING_MS,
  };
}
