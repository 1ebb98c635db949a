/**
 * A tenant's share of Teams' requests, handed out one slot after another, so that no sliding second holds more than
 * the share, whatever the instances do together: with a share of thirty there are thirty lanes, slots go to them in
 * turn, and a lane is used again a second after its request has arrived. Any thirty-one requests share a lane.
 * Slots may be given a little before their time, so that nobody loses the moment by asking.
 */
export interface Permits {
  /** No slot before then: a little after the last one. */
  readonly nextSlotAt: Date;
  /** How many slots have been given; begins again at a million. The number of the next one. */
  readonly issued: number;
  /** No slot before then: Teams said so with a 429. */
  readonly pausedUntil: Date | null;
  /** When each of the last slots is used, or was where that is known; epoch milliseconds, the oldest first, one a lane. */
  readonly recent: readonly number[];
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
/** How much longer than a second a lane rests: what requests may be late, and clocks off, without being told of. */
const SPARE_MS = 10;
const CLOCKS_MS = 4;
/** Slots of a second follow each other evenly, a little closer than they must, so that lanes can catch up. */
const CLOSER = 0.9;
/** Beyond this nothing like Teams would hear of, and only the distance between slots is kept. */
const MOST_LANES = 500;

/** How late a request may arrive after its slot without its lane being told. */
export const LATENESS_MS = SPARE_MS - CLOCKS_MS;

export function freshPermits(now: Date): Permits {
  return { nextSlotAt: now, issued: 0, pausedUntil: null, recent: [] };
}

/** How many slots lie in the second before `now`: the rate at this moment. */
export function takenInSecond({ recent }: Permits, now: Date): number {
  return recent.filter((at) => at <= now.getTime() && at > now.getTime() - SECOND_MS).length;
}

/** Takes the next slots that lie at most `aheadMs` ahead of `now`. */
export function takeSlots(permits: Permits, now: Date, request: SlotRequest): SlotAnswer {
  const { perSecond, aheadMs, count } = request;
  const distance = (SECOND_MS / perSecond) * CLOSER;
  const lanes = perSecond > MOST_LANES ? 0 : perSecond;
  const recent = [...permits.recent];
  const slots: Slot[] = [];
  const rested = (): number => (lanes === 0 ? 0 : (recent.at(-lanes) ?? 0) + SECOND_MS + SPARE_MS);
  let at = Math.max(
    permits.nextSlotAt.getTime(),
    permits.pausedUntil?.getTime() ?? 0,
    now.getTime(),
    rested(),
  );
  while (slots.length < count && at <= now.getTime() + aheadMs) {
    slots.push({ number: (permits.issued + slots.length) % ROUND, at: new Date(at) });
    if (lanes > 0) recent.push(Math.floor(at));
    at = Math.max(at + distance, rested());
  }
  // Half of the way ahead, so that whoever asks then finds several at once.
  const askAt = new Date(Math.max(now.getTime(), at - aheadMs / 2));
  if (slots.length === 0) return { slots, askAt, permits };
  const issued = (permits.issued + slots.length) % ROUND;
  const kept = lanes === 0 ? [] : recent.slice(-lanes);
  return { slots, askAt, permits: { ...permits, nextSlotAt: new Date(at), issued, recent: kept } };
}

/** The permits after some slots were used at these instants, later than they were meant for: their lanes rest longer. */
export function holdBack(permits: Permits, used: readonly Slot[]): Permits {
  const recent = [...permits.recent];
  let changed = false;
  for (const { number, at } of used) {
    const ago = (permits.issued - number + ROUND) % ROUND;
    const index = recent.length - ago;
    const planned = recent[index];
    if (planned === undefined || planned >= at.getTime()) continue;
    recent[index] = at.getTime();
    changed = true;
  }
  return changed ? { ...permits, recent } : permits;
}
