import type { RoundRow } from '../../../../bot/api/contract.ts';

/** A preview waits for a decision; what is sent is done; what is discarded never happened. */
export const ROUND_BADGES = {
  previewed: 'warning',
  sent: 'success',
  discarded: 'informative',
} as const satisfies Record<RoundRow['state'], string>;
