import { randomBytes } from 'node:crypto';

// RFC 9562 section 6.2, method 2: within a millisecond the random part counts up, so ids of one process always ascend.
const COUNTER_BITS = 74n;
const COUNTER_MASK = (1n << COUNTER_BITS) - 1n;
const STEP_MASK = (1n << 32n) - 1n;

/** Makes a source of UUIDs of version 7: each is greater than the one before it, whatever the clock does. */
export function idSource(nowMs: () => number = Date.now): () => string {
  let lastMs = -1;
  let counter = 0n;
  return () => {
    const ms = Math.max(nowMs(), lastMs);
    const random = BigInt(`0x${randomBytes(10).toString('hex')}`) & COUNTER_MASK;
    // A fresh millisecond begins in the lower half, so that there is room to count.
    counter = ms === lastMs ? counter + 1n + (random & STEP_MASK) : random >> 1n;
    lastMs = ms;
    if (counter > COUNTER_MASK) {
      lastMs += 1;
      counter = random >> 1n;
    }
    return format(BigInt(lastMs), counter);
  };
}

function format(ms: bigint, counter: bigint): string {
  const high = counter >> 62n;
  const low = counter & ((1n << 62n) - 1n);
  const value = (ms << 80n) | (7n << 76n) | (high << 64n) | (2n << 62n) | low;
  const hex = value.toString(16).padStart(32, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** The process's own source of ids. */
export const newId: () => string = idSource();
