import type { TenantId } from '../core/ids.ts';
import { LATENESS_MS, takeSlots } from '../core/permit.ts';
import type { Slot } from '../core/permit.ts';
import type { SendOutcome } from '../core/ports/messaging.ts';
import type { Store } from '../core/ports/store.ts';

/** Of Teams' 50 requests a second and tenant; the rest is for replies. Source: learn.microsoft.com, "Rate limiting". */
export const PROACTIVE_PER_SECOND = 30;
/** Rather than holding what it has claimed for longer than this, a worker gives it back. */
export const LONGEST_HOLD_MS = 3_000;
/** How far ahead of its time a slot is taken, so that none is lost while asking. */
export const AHEAD_MS = 200;

/** A slot that was missed by more than this is let go, and another one taken. */
const MISSED_MS = 150;
/** Standing still for longer than this between the promise to send and the send, a worker no longer sends. */
const STALE_MS = 5_000;

export interface SlotDeps {
  readonly store: Store;
  readonly now: () => Date;
  readonly wait: (ms: number) => Promise<unknown>;
  readonly perSecond: number;
}

export type AtSlot =
  { readonly kind: 'now'; readonly slot: Slot } | { readonly kind: 'missed'; readonly outcome: SendOutcome };

/**
 * Waits for the slot, and for another one where it was missed: either the moment is there, or nothing is sent, since
 * Teams asked for a pause meanwhile or this process stood still for so long that its moment is over.
 */
export async function atSlot(deps: SlotDeps, tenantId: TenantId, first: Slot): Promise<AtSlot> {
  let slot: Slot | null = first;
  let askAt = first.at;
  for (;;) {
    const aheadMs = (slot?.at ?? askAt).getTime() - deps.now().getTime();
    if (aheadMs > 0) await deps.wait(aheadMs);
    const now = deps.now();
    if (now.getTime() - first.at.getTime() > STALE_MS) return missed('stood still');
    if (slot !== null && now.getTime() - slot.at.getTime() <= MISSED_MS) return { kind: 'now', slot };
    try {
      ({ slot, askAt } = await takeSlot(deps, tenantId, now));
    } catch {
      return missed('no slot');
    }
    if ((slot?.at ?? askAt).getTime() - now.getTime() > LONGEST_HOLD_MS) return missed('no slot');
  }
}

async function takeSlot(
  { store, perSecond }: SlotDeps,
  tenantId: TenantId,
  now: Date,
): Promise<{ slot: Slot | null; askAt: Date }> {
  return store.transaction(async (tx) => {
    const before = await tx.occurrences.lockPermits(tenantId, 'proactive', now);
    const { slots, askAt, permits } = takeSlots(before, now, { perSecond, aheadMs: AHEAD_MS, count: 1 });
    if (permits !== before) await tx.occurrences.savePermits(tenantId, 'proactive', permits);
    return { slot: slots[0] ?? null, askAt };
  });
}

const missed = (reason: string): AtSlot => ({
  kind: 'missed',
  outcome: { kind: 'not-accepted', reason, retryAfterMs: null },
});

const MOST_LATE_MS = 400;
/** The first requests of a process open connections and run code for the first time. */
const COLD_LATE_MS = 700;
const SAMPLES = 64;
const ENOUGH = 8;

/**
 * When a request arrived at Teams, as well as it can be known: it left at one instant and was answered at another,
 * and what it took longer than its fellows it may have taken on the way. Until there are fellows, the whole of it.
 */
export function createArrivals(): (leftAt: Date, answeredAt: Date) => Date {
  const took: number[] = [];
  return (leftAt, answeredAt) => {
    const ms = answeredAt.getTime() - leftAt.getTime();
    const cold = took.length < ENOUGH;
    const usual = cold ? 0 : Math.min(...took);
    took.push(ms);
    if (took.length > SAMPLES) took.shift();
    return new Date(leftAt.getTime() + Math.min(Math.max(0, ms - usual), cold ? COLD_LATE_MS : MOST_LATE_MS));
  };
}

/** Whether a request that came so late makes others wait. */
export const crowds = (slot: Slot, arrivedAt: Date): boolean =>
  arrivedAt.getTime() - slot.at.getTime() > LATENESS_MS;
