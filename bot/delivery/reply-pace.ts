import { takePace } from '../core/pace.ts';
import { takeSlots } from '../core/permit.ts';
import type { PersonId, TenantId } from '../core/ids.ts';
import type { Store, Writes } from '../core/ports/store.ts';

/** Of Teams' 50 requests a second and tenant, what is left beside what the bot says by itself, and a little to spare. */
export const REPLIES_PER_SECOND = 18;

/** Who is to be answered. */
export interface Answered {
  readonly tenantId: TenantId;
  readonly objectId: string;
}

export interface ReplyPaceDeps {
  readonly store: Store;
  readonly now: () => Date;
  readonly wait: (ms: number) => Promise<unknown>;
  readonly perSecond?: number;
  /** Longer than this nobody waits for an answer. */
  readonly longestMs?: number;
}

interface Waiting extends Answered {
  readonly since: number;
  readonly resolve: (granted: boolean) => void;
}

const AHEAD_MS = 100;
const LONGEST_MS = 30_000;
/** A slot that was missed by more than this is let go, and another one taken. */
const MISSED_MS = 60;
/** A store slower than this is waited for no more than this. */
const MOST_LAG_MS = 2_000;

/**
 * Resolves when one reply may be sent: within the tenant's share for replies, whatever the instances do together,
 * and at the pace of the conversation. False where that would take too long, or the store is away.
 */
export function createReplyPace(deps: ReplyPaceDeps): (answered: Answered) => Promise<boolean> {
  let queue: Waiting[] = [];
  let running = false;
  /** What taking slots took the last time, where that is so long that the first of them would be missed. */
  let lagMs = 0;

  const run = async (): Promise<void> => {
    while (queue.length > 0) {
      const began = performance.now();
      const { granted, askAt } = await take(deps, queue, lagMs);
      const tookMs = performance.now() - began;
      lagMs = tookMs > MISSED_MS ? Math.min(MOST_LAG_MS, tookMs) : 0;
      queue = queue.filter((waiting) => !granted.has(waiting));
      for (const [waiting, at] of granted)
        void until(deps, at).then((inTime) => {
          if (inTime) return waiting.resolve(true);
          // Its moment is over; others may be speaking by now.
          queue.unshift(waiting);
          return start();
        });
      const now = deps.now().getTime();
      const tooLong = (waiting: Waiting) => now - waiting.since > (deps.longestMs ?? LONGEST_MS);
      for (const waiting of queue.filter(tooLong)) waiting.resolve(false);
      queue = queue.filter((waiting) => !tooLong(waiting));
      if (queue.length > 0) await deps.wait(Math.max(5, askAt.getTime() - now));
    }
  };
  const start = async (): Promise<void> => {
    if (running) return;
    running = true;
    try {
      // Who missed their moment came back while this ended, and nobody else would begin for them.
      while (queue.length > 0) await run();
    } catch {
      // Without the store nobody knows how much has been said.
      for (const waiting of queue) waiting.resolve(false);
      queue = [];
    } finally {
      running = false;
    }
  };
  return (answered) => {
    const { promise, resolve } = Promise.withResolvers<boolean>();
    queue.push({ ...answered, since: deps.now().getTime(), resolve });
    void start();
    return promise;
  };
}

/** Waits for a moment, and says whether it was woken in time. */
async function until(deps: ReplyPaceDeps, at: Date): Promise<boolean> {
  const aheadMs = at.getTime() - deps.now().getTime();
  if (aheadMs > 0) await deps.wait(aheadMs);
  return deps.now().getTime() - at.getTime() <= MISSED_MS;
}

interface Taken {
  readonly granted: ReadonlyMap<Waiting, Date>;
  readonly askAt: Date;
}

/** Slots for those who wait, in turn, of each tenant; who has been told enough for now is passed over. */
async function take(deps: ReplyPaceDeps, queue: readonly Waiting[], lagMs: number): Promise<Taken> {
  const granted = new Map<Waiting, Date>();
  const now = new Date(deps.now().getTime() + lagMs);
  let askAt = new Date(now.getTime() + 1_000);
  for (const [tenantId, waiting] of Map.groupBy(queue, (one) => one.tenantId)) {
    const taken = await deps.store.transaction(
      (tx) => takeFor(tx, deps, { tenantId, waiting, now }),
      'in-turn',
    );
    for (const [one, at] of taken.granted) granted.set(one, at);
    if (taken.askAt < askAt) askAt = taken.askAt;
  }
  return { granted, askAt };
}

async function takeFor(
  tx: Writes,
  deps: ReplyPaceDeps,
  { tenantId, waiting, now }: { tenantId: TenantId; waiting: readonly Waiting[]; now: Date },
): Promise<Taken> {
  const before = await tx.occurrences.lockPermits(tenantId, 'reply', now);
  const request = { perSecond: deps.perSecond ?? REPLIES_PER_SECOND, aheadMs: AHEAD_MS, told: false };
  const open = takeSlots(before, now, { ...request, count: waiting.length });
  const granted = new Map<Waiting, Date>();
  const held = new Set<string>();
  for (const one of waiting) {
    const slot = open.slots[granted.size];
    if (slot === undefined) break;
    if (held.has(one.objectId)) continue;
    if (await mayBeTold(tx, one, slot.at)) granted.set(one, slot.at);
    // What is said to one person stays in order: who is passed over once is passed over.
    else held.add(one.objectId);
  }
  const taken = takeSlots(before, now, { ...request, count: granted.size });
  if (granted.size > 0) await tx.occurrences.savePermits(tenantId, 'reply', taken.permits);
  return { granted, askAt: held.size > 0 ? new Date(now.getTime() + 200) : taken.askAt };
}

async function mayBeTold(tx: Writes, { tenantId, objectId }: Waiting, at: Date): Promise<boolean> {
  const person: PersonId | undefined = (await tx.people.byObjectId(tenantId, objectId))?.id;
  // Somebody unknown is told one sentence, and has no conversation that we keep.
  if (person === undefined) return true;
  const pace = takePace(await tx.conversations.pacedUntil(person), at);
  if (pace.allowed) await tx.conversations.setPace([{ personId: person, pacedUntil: pace.pacedUntil }]);
  return pace.allowed;
}
