/**
 * A tenant's share of Teams' requests, handed out one slot after another: evenly spaced, so that no sliding second
 * holds more than the share, whatever the instances do together. Slots may be given a little before their time, so
 * that nobody loses the moment by asking; when none is to be had, the answer says when to ask again.
 */
export interface Permits {
  /** The first slot that nobody holds yet. */
  readonly nextSlotAt: Date;
  /** How many slots have been given; begins again at a million. The number of the next one. */
  readonly issued: number;
  /** No slot before then: Teams said so with a 429. */
  readonly pausedUntil: Date | null;
}

export interface Slot {
  readonly number: number;
  readonly at: Date;
}

export interface SlotRequest {
  readonly perSecond: number;
  /** How far ahead of its time a slot may be taken. */
  readonly aheadMs: number;
  readonly count: number;
}

export interface SlotAnswer {
  readonly slots: readonly Slot[];
  /** When to ask for more. */
  readonly askAt: Date;
  readonly permits: Permits;
}

const ROUND = 1_000_000;
const SECOND_MS = 1000;
/** Of the share that is used: the rest, 15 ms in a second, is what requests may be late without crowding. */
const USED = 0.985;
/** What clocks and timers may be off without being noticed. */
const GUARD_MS = 4;

/** How late a request may arrive after its slot before those that follow must be held back. */
export const LATENESS_MS = SECOND_MS / USED - SECOND_MS - GUARD_MS;

/** Milliseconds between two slots, a fraction: 33.8 at 30 a second. */
export function slotSpacingMs(perSecond: number): number {
  return SECOND_MS / (perSecond * USED);
}

/** Takes the next slots that lie at most `aheadMs` ahead of `now`. */
export function takeSlots(permits: Permits, now: Date, request: SlotRequest): SlotAnswer {
  const { perSecond, aheadMs, count } = request;
  const slots: Slot[] = [];
  const from = Math.max(permits.nextSlotAt.getTime(), permits.pausedUntil?.getTime() ?? 0, now.getTime());
  let at = from;
  let number = permits.issued;
  while (slots.length < count && at <= now.getTime() + aheadMs) {
    slots.push({ number, at: new Date(at) });
    at += stepMs(number, perSecond);
    number = (number + 1) % ROUND;
  }
  // Half of the way ahead, so that whoever asks then finds several at once.
  const askAt = new Date(Math.max(now.getTime(), at - aheadMs / 2));
  const next = slots.length === 0 ? permits : { ...permits, nextSlotAt: new Date(at), issued: number };
  return { slots, askAt, permits: next };
}

/**
 * The permits after some slots were used at these instants, later than they were meant for: whoever takes the slot
 * that is a whole share further on must not come within a second of them.
 */
export function holdBack(permits: Permits, used: readonly Slot[], perSecond: number): Permits {
  const spacing = slotSpacingMs(perSecond);
  let next = permits.nextSlotAt.getTime();
  for (const { number, at } of used) {
    const ahead = (number + perSecond - permits.issued + 2 * ROUND) % ROUND;
    if (ahead > ROUND / 2) continue;
    next = Math.max(next, Math.ceil(at.getTime() + SECOND_MS + GUARD_MS - ahead * spacing));
  }
  return next === permits.nextSlotAt.getTime() ? permits : { ...permits, nextSlotAt: new Date(next) };
}

/** Whole milliseconds to the slot after this one; over many they add up to the fraction. */
function stepMs(number: number, perSecond: number): number {
  const spacing = slotSpacingMs(perSecond);
  return Math.floor((number + 1) * spacing) - Math.floor(number * spacing);
}
