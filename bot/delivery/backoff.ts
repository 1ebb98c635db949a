/** After so many attempts that Teams did not take, nothing more is tried. */
export const MAX_ATTEMPTS = 8;

const FIRST_MS = 5_000;
const LONGEST_MS = 3_600_000;
const JITTER = 0.2;

/**
 * How long to wait after the given number of attempts, from 1: 5 s, 15 s, 45 s … up to an hour, give or take a
 * fifth, so that many who failed together do not come back together. `dice` gives 0 to 1.
 */
export function backoffMs(attempts: number, dice: () => number): number {
  const plain = Math.min(LONGEST_MS, FIRST_MS * 3 ** (attempts - 1));
  return Math.round(plain * (1 - JITTER + 2 * JITTER * dice()));
}
