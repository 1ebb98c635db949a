/** Of Teams' 50 requests a second and tenant; the rest is for replies. Source: learn.microsoft.com, "Rate limiting". */
export const PROACTIVE_PER_SECOND = 30;

/** How far ahead of its time a slot is taken, so that none is lost while asking. */
export const SLOT_AHEAD_MS = 100;

/** Rather than holding what it has claimed for longer than this, a worker gives it back. */
export const LONGEST_HOLD_MS = 3_000;
