import type { TenantId } from '../core/ids.ts';
import type { SendOutcome } from '../core/ports/messaging.ts';
import type { Store, Writes } from '../core/ports/store.ts';

/** Of Teams' 50 requests a second and tenant; the rest is for replies. Source: learn.microsoft.com, "Rate limiting". */
export const PROACTIVE_PER_SECOND = 30;
/** Rather than holding what it has claimed for longer than this, a worker gives it back. */
export const LONGEST_HOLD_MS = 3_000;

/** How far ahead of its time a slot is taken, so that none is lost while asking. */
const AHEAD_MS = 100;
/**
 * A slot that was missed by more than this is let go and another one taken: used late, it would crowd with the next.
 * Thirty slots of 34 ms leave 20 ms of a second to spare.
 */
const SLACK_MS = 12;
/** Standing still for longer than this between the promise to send and the send, a worker no longer sends. */
const STALE_MS = 5_000;

export interface SlotDeps {
  readonly store: Store;
  readonly now: () => Date;
  readonly wait: (ms: number) => Promise<unknown>;
  readonly perSecond: number;
}

/** The tenant's next slot, or when to ask again. */
export function takePermit(
  tx: Writes,
  { perSecond }: SlotDeps,
  tenantId: TenantId,
  now: Date,
): Promise<{ granted: boolean; at: Date }> {
  return tx.occurrences.takePermit({ tenantId, now, perSecond, aheadMs: AHEAD_MS });
}

/**
 * Waits for the slot, and for another one where it was missed. Null when the moment is there; else why nothing was
 * sent: Teams asked for a pause meanwhile, or this process stood still for so long that its moment is over.
 */
export async function atSlot(deps: SlotDeps, tenantId: TenantId, first: Date): Promise<SendOutcome | null> {
  let slot = { granted: true, at: first };
  for (;;) {
    const aheadMs = slot.at.getTime() - deps.now().getTime();
    if (aheadMs > 0) await deps.wait(aheadMs);
    const now = deps.now();
    if (now.getTime() - first.getTime() > STALE_MS) return notSent('stood still');
    if (slot.granted && now.getTime() - slot.at.getTime() <= SLACK_MS) return null;
    try {
      slot = await deps.store.transaction((tx) => takePermit(tx, deps, tenantId, now));
    } catch {
      return notSent('no slot');
    }
    if (slot.at.getTime() - now.getTime() > LONGEST_HOLD_MS) return notSent('no slot');
  }
}

const notSent = (reason: string): SendOutcome => ({ kind: 'not-accepted', reason, retryAfterMs: null });
