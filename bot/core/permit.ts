/**
 * A tenant's share of Teams' requests, handed out one slot after another: evenly spaced, so that no sliding second
 * holds more than the share, whatever the instances do together. A slot may be given a little before its time, so
 * that nobody loses the moment by asking; a refusal says when to ask again.
 */
export interface Permits {
  /** The first slot that nobody holds yet. */
  readonly nextSlotAt: Date;
  /** No slot before then: Teams said so with a 429. */
  readonly pausedUntil: Date | null;
}

export interface PermitAnswer {
  readonly granted: boolean;
  /** Granted: the instant to use it. Not granted: the instant to ask again. */
  readonly at: Date;
  readonly permits: Permits;
}

/** Milliseconds between two slots. Rounded up: 30 a second become one each 34 ms, 98 % of the share. */
export function slotSpacingMs(perSecond: number): number {
  return Math.ceil(1000 / perSecond);
}

/** Takes the next slot if it lies at most `aheadMs` ahead of `now`. */
export function takeSlot(permits: Permits, now: Date, perSecond: number, aheadMs: number): PermitAnswer {
  const paused = permits.pausedUntil?.getTime() ?? 0;
  const slot = Math.max(permits.nextSlotAt.getTime(), paused, now.getTime());
  if (slot > now.getTime() + aheadMs) return { granted: false, at: new Date(slot - aheadMs), permits };
  const nextSlotAt = new Date(slot + slotSpacingMs(perSecond));
  return { granted: true, at: new Date(slot), permits: { ...permits, nextSlotAt } };
}
