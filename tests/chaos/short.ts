import type { ChaosOptions } from './run-chaos.ts';

/** The run of a minute: of `npm run chaos:short`, and of the tests. */
export const SHORT = {
  store: 'sqlite',
  occurrences: 20_000,
  workers: 4,
  kills: 30,
  zombies: 4,
  drainMs: 600_000,
  rateMs: 9_000,
  pairs: 100,
  pressesPerSecond: 30,
  silences: 0,
  leaseMs: 3_000,
} as const satisfies Omit<ChaosOptions, 'seed' | 'note'>;
