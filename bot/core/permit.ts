/**
 * A tenant's share of Teams' requests, handed out one slot after another, so that no sliding second holds more than
 * the share, whatever the instances do together: with a share of thirty, a slot lies a second and a little after all
 * but twenty-nine of the requests before it have arrived. Until it is told when a request arrived, it is taken to
 * arrive as late as it may. Slots may be given a little before their time, so that nobody loses the moment by asking.
 */
export interface Permits {
  /** No slot before then: a little after the last one. */
  readonly nextSlotAt: Date;
  /** How many slots have been given; begins again at a million. The number of the next one. */
  readonly issued: number;
  /** No slot before then: Teams said so with a 429. */
  readonly pausedUntil: Date | null;
  /**
   * When the requests of the last slots arrived, or arrive at the latest where that is not known yet; epoch
   * milliseconds in the order of their numbers, 0 for a slot that was never used.
   */
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
  /** Whether it will be told when each request arrived (`landed`); otherwise each is taken to be on time. */
  readonly told: boolean;
}

export interface SlotAnswer {
  readonly slots: readonly Slot[];
  /** When to ask for more. */
  readonly askAt: Date;
  readonly permits: Permits;
}

/** When the request of a slot arrived; null when it was never sent. */
export interface Landing {
  readonly slot: Slot;
  readonly at: Date | null;
}

const ROUND = 1_000_000;
const SECOND_MS = 1000;
/** How much longer than a second lies between two that would crowd: what clocks are off, and what nobody tells of. */
const CLOCKS_MS = 6;
/** So little lateness need not hold anybody up. */
const FORGIVEN_MS = 6;
const REST_MS = SECOND_MS + CLOCKS_MS + FORGIVEN_MS;
/** Slots of a second follow each other evenly, a little closer than they must, so that lost time is made up for. */
const CLOSER = 0.9;
/** Beyond this nothing like Teams would hear of, and only the distance between slots is kept. */
const MOST_SHARE = 500;
/** How many seconds' slots are remembered: longer than a request may be in doubt. */
const REMEMBERED = 4;
/** When somebody waits for a landing, it may be told at any moment. */
const DOUBTFUL_ASK_MS = 25;

/** Of which nobody has told is taken to have arrived so long after its slot, and no later. */
export const DOUBT_MS = 2_000;
/** Later than this after its slot no request may leave: it has to arrive while it is in doubt. */
export const LEAVE_MS = 800;

export function freshPermits(now: Date): Permits {
  return { nextSlotAt: now, issued: 0, pausedUntil: null, recent: [] };
}

/** How many slots lie in the second before `now`: the rate at this moment. */
export function takenInSecond({ recent }: Permits, now: Date): number {
  const end = now.getTime();
  return recent.filter((at) => at > end - SECOND_MS && (at <= end || at - DOUBT_MS <= end)).length;
}

/** Takes the next slots that lie at most `aheadMs` ahead of `now`. */
export function takeSlots(permits: Permits, now: Date, request: SlotRequest): SlotAnswer {
  const { perSecond, aheadMs, count, told } = request;
  const distance = (SECOND_MS / perSecond) * CLOSER;
  const recent = [...permits.recent];
  const slots: Slot[] = [];
  let earliest = Math.max(permits.nextSlotAt.getTime(), permits.pausedUntil?.getTime() ?? 0, now.getTime());
  let crowded = crowdOf(recent, perSecond);
  let at = Math.max(earliest, crowded + REST_MS);
  while (slots.length < count && at <= now.getTime() + aheadMs) {
    slots.push({ number: (permits.issued + slots.length) % ROUND, at: new Date(at) });
    if (perSecond <= MOST_SHARE) recent.push(Math.floor(at) + (told ? DOUBT_MS : 0));
    earliest = at + distance;
    crowded = crowdOf(recent, perSecond);
    at = Math.max(earliest, crowded + REST_MS);
  }
  // Half of the way ahead, so that whoever asks then finds several at once.
  const inDoubt = told && crowded > now.getTime();
  const plain = (inDoubt ? earliest : at) - aheadMs / 2;
  const askAt = new Date(Math.max(now.getTime() + (inDoubt ? DOUBTFUL_ASK_MS : 0), plain));
  if (slots.length === 0) return { slots, askAt, permits };
  const issued = (permits.issued + slots.length) % ROUND;
  const kept = recent.slice(-perSecond * REMEMBERED);
  return { slots, askAt, permits: { ...permits, nextSlotAt: new Date(earliest), issued, recent: kept } };
}

/** The one that the next has to keep a second away from: as many as the share, itself among them, came since. */
function crowdOf(recent: readonly number[], perSecond: number): number {
  if (recent.length < perSecond || perSecond > MOST_SHARE) return 0;
  return recent.toSorted((a, b) => b - a)[perSecond - 1] ?? 0;
}

/** The permits once it is known when the requests of some slots arrived. */
export function land(permits: Permits, landings: readonly Landing[]): Permits {
  const recent = [...permits.recent];
  for (const { slot, at } of landings) {
    const ago = (permits.issued - slot.number + ROUND) % ROUND;
    const index = recent.length - ago;
    if (recent[index] === undefined) continue;
    const late = at === null ? 0 : Math.max(0, at.getTime() - slot.at.getTime() - FORGIVEN_MS);
    recent[index] = at === null ? 0 : Math.floor(slot.at.getTime() + Math.min(late, DOUBT_MS));
  }
  return { ...permits, recent };
}
