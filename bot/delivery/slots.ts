import type { TenantId } from '../core/ids.ts';
import { DOUBT_MS, land, takeSlots } from '../core/permit.ts';
import type { Slot } from '../core/permit.ts';
import type { Store } from '../core/ports/store.ts';

/** Of Teams' 50 requests a second and tenant; the rest is for replies. Source: learn.microsoft.com, "Rate limiting". */
export const PROACTIVE_PER_SECOND = 30;
/** Rather than holding what it has claimed for longer than this, a worker gives it back. */
export const LONGEST_HOLD_MS = 3_000;
/** How far ahead of its time a slot is taken, so that none is lost while asking. */
export const AHEAD_MS = 300;

export const REQUEST = { aheadMs: AHEAD_MS, told: true } as const;

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
  | { readonly kind: 'now'; readonly slot: Slot }
  /** With the slot that was not used, where there is one. */
  | { readonly kind: 'missed'; readonly slot: Slot | null; readonly reason: string };

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
    if (now.getTime() - first.at.getTime() > STALE_MS) return missed(slot, 'stood still');
    if (slot !== null && now.getTime() - slot.at.getTime() <= MISSED_MS) return { kind: 'now', slot };
    try {
      ({ slot, askAt } = await takeSlot(deps, tenantId, slot));
    } catch {
      return missed(slot, 'no slot');
    }
    if ((slot?.at ?? askAt).getTime() - now.getTime() > LONGEST_HOLD_MS) return missed(slot, 'no slot');
  }
}

/** Another slot; the one that was missed is given back. */
async function takeSlot(
  { store, perSecond, now }: SlotDeps,
  tenantId: TenantId,
  missed: Slot | null,
): Promise<{ slot: Slot | null; askAt: Date }> {
  return store.transaction(async (tx) => {
    const before = await tx.occurrences.lockPermits(tenantId, 'proactive', now());
    const free = missed === null ? before : land(before, [{ slot: missed, at: null }]);
    const { slots, askAt, permits } = takeSlots(free, now(), { ...REQUEST, perSecond, count: 1 });
    if (permits !== before) await tx.occurrences.savePermits(tenantId, 'proactive', permits);
    return { slot: slots[0] ?? null, askAt };
  }, 'in-turn');
}

const missed = (slot: Slot | null, reason: string): AtSlot => ({ kind: 'missed', slot, reason });

const SAMPLES = 128;
const ENOUGH = 8;

/**
 * When a request arrived at Teams, as well as it can be known: it left at one instant and was answered at another,
 * and what it took longer than the quickest of its fellows it may have taken on the way. Until there are fellows,
 * the whole of it.
 */
export function createArrivals(): (leftAt: Date, answeredAt: Date) => Date {
  const took: number[] = [];
  return (leftAt, answeredAt) => {
    const ms = answeredAt.getTime() - leftAt.getTime();
    const usual = took.length < ENOUGH ? 0 : Math.min(...took);
    took.push(ms);
    if (took.length > SAMPLES) took.shift();
    return new Date(leftAt.getTime() + Math.min(Math.max(0, ms - usual), DOUBT_MS));
  };
}
