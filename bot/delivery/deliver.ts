import { setImmediate as breathe } from 'node:timers/promises';
import { takeSlots } from '../core/permit.ts';
import type { Occurrence } from '../core/occurrence.ts';
import type { ConversationReference } from '../core/ports/conversations.ts';
import type { Render } from '../core/ports/messaging.ts';
import type { Writes } from '../core/ports/store.ts';
import type { Log } from '../log.ts';
import { MAX_ATTEMPTS, backoffMs } from './backoff.ts';
import { decide } from './decide.ts';
import type { Decision } from './decide.ts';
import type { Flights } from './flights.ts';
import { fly, stay } from './fly.ts';
import type { Departure, FlightDeps, Held } from './fly.ts';
import { AHEAD_MS, LONGEST_HOLD_MS, REQUEST } from './slots.ts';

export interface DeliverDeps extends FlightDeps {
  readonly render: Render;
  readonly log: Log;
  readonly dice: () => number;
  readonly leaseMs: number;
  /** What a send takes at most, and something to spare: it must be able to end within the lease. */
  readonly sendTakesMs: number;
  readonly stopping: () => boolean;
  readonly flights: Flights;
}

type Negative = Exclude<Decision, { kind: 'go' }>;
const MOST_AT_ONCE = 32;

/** Sees a claimed batch up to the moment of sending; what is on its way then is in `deps.flights`. */
export async function deliver(
  deps: DeliverDeps,
  claimed: readonly Occurrence[],
  claimedAt: Date,
): Promise<void> {
  let waiting = await sortOut(deps, claimed);
  const atOnce = Math.min(MOST_AT_ONCE, Math.ceil((deps.perSecond * AHEAD_MS) / 1000));
  while (waiting.length > 0) {
    const room = await deps.flights.room();
    const tooLate = claimedAt.getTime() + deps.leaseMs - deps.sendTakesMs;
    if (deps.now().getTime() > tooLate || deps.stopping())
      return giveBack(deps, waiting, { kind: 'later', at: deps.now(), reason: 'worker' });
    const group = groupOf(waiting, Math.min(room, atOnce));
    waiting = waiting.filter((one) => !group.includes(one));
    const worded = await wordAll(deps, group);
    const { rest, askAt } = await intend(deps, worded);
    waiting = [...rest, ...waiting];
    // An embedded store answers at once: without this, requests on their way would never get a turn.
    await breathe();
    if (rest.length === 0) continue;
    const holdMs = askAt.getTime() - deps.now().getTime();
    if (holdMs > LONGEST_HOLD_MS)
      return giveBack(deps, waiting, { kind: 'later', at: askAt, reason: 'paused by Teams' });
    if (holdMs > 0) await deps.wait(holdMs);
  }
}

/** Those that may be said now; the others are given back. */
async function sortOut(deps: DeliverDeps, claimed: readonly Occurrence[]): Promise<readonly Held[]> {
  const recipients = await deps.store.reads.occurrences.recipients(claimed);
  const now = deps.now();
  const decided = claimed.map((occurrence, index) => ({
    occurrence,
    message: null,
    decision: decide(occurrence, recipients[index] ?? null, now),
  }));
  await deps.store.transaction(async (tx) => {
    for (const { occurrence, decision } of decided)
      if (decision.kind !== 'go') await putBack(tx, occurrence, decision, now);
  });
  return decided.filter(({ decision }) => decision.kind === 'go');
}

/** The first few, of one tenant and none for the same person: the second has to see what became of the first. */
function groupOf(waiting: readonly Held[], most: number): readonly Held[] {
  const people = new Set<string>();
  const tenantId = waiting[0]?.occurrence.tenantId;
  const group: Held[] = [];
  for (const held of waiting) {
    if (group.length >= most) break;
    if (held.occurrence.tenantId !== tenantId || people.has(held.occurrence.personId)) continue;
    people.add(held.occurrence.personId);
    group.push(held);
  }
  return group;
}

/** Finds the words of each; those that have none are given back, and given up in the end. */
async function wordAll(deps: DeliverDeps, group: readonly Held[]): Promise<readonly Held[]> {
  const worded = await Promise.all(group.map((held) => word(deps, held)));
  const none = worded.filter((held): held is Wordless => 'decision' in held);
  if (none.length > 0)
    await deps.store.transaction(async (tx) => {
      for (const { occurrence, decision } of none) await putBack(tx, occurrence, decision, deps.now());
    });
  return worded.filter((held) => !('decision' in held));
}

type Wordless = Held & { readonly decision: Negative };

async function word(deps: DeliverDeps, held: Held): Promise<Held | Wordless> {
  if (held.message !== null) return held;
  const { occurrence } = held;
  try {
    const message = await deps.render(occurrence);
    if (message !== null) return { occurrence, message };
    return { ...held, decision: { kind: 'stop', to: 'cancelled', reason: 'nothing to say' } };
  } catch (error) {
    const name = error instanceof Error ? error.name : typeof error;
    const { id, kind } = occurrence;
    deps.log.error({ occurrence: id, kind, error: name }, 'no words for an occurrence');
    const at = new Date(deps.now().getTime() + backoffMs(MAX_ATTEMPTS, deps.dice));
    return { ...held, decision: { kind: 'later', at, reason: 'no words' } };
  }
}

/** Commits to sending as many as there are slots for, and lets them go; the rest asks again at `askAt`. */
async function intend(
  deps: DeliverDeps,
  group: readonly Held[],
): Promise<{ rest: readonly Held[]; askAt: Date }> {
  const now = deps.now();
  const [first] = group;
  if (first === undefined) return { rest: [], askAt: now };
  const { tenantId } = first.occurrence;
  const request = { ...REQUEST, perSecond: deps.perSecond, count: group.length };
  const open = takeSlots(
    await deps.store.reads.occurrences.permits(tenantId, 'proactive', now),
    now,
    request,
  );
  // Looked at before the lock is asked for: several instances wait for the same slot. Who has just had some asks
  // first; the others come a little later, and find some only where that one is gone.
  if (open.slots.length === 0) return { rest: group, askAt: after(open.askAt, (deps.dice() * AHEAD_MS) / 2) };
  const { departures, rest, askAt } = await commit(deps, group, async (tx) => {
    const permits = await tx.occurrences.lockPermits(tenantId, 'proactive', now);
    // Others may have held it for a while: slots from before that would be missed.
    const turn = deps.now();
    const most = takeSlots(permits, turn, request).slots.length;
    const ready = await recheck(tx, group.slice(0, most), turn);
    const taken = takeSlots(permits, turn, { ...request, count: ready.length });
    if (ready.length > 0) await tx.occurrences.savePermits(tenantId, 'proactive', taken.permits);
    const departures = ready.flatMap((one, index): Departure[] => {
      const slot = taken.slots[index];
      return slot === undefined ? [] : [{ ...one, slot }];
    });
    return { departures, rest: group.slice(most), askAt: taken.askAt };
  });
  for (const departure of departures) deps.flights.launch(fly(deps, departure));
  return { rest, askAt };
}

/**
 * One transaction in turn. When it fails the store may have kept it all the same, and then they are `sending`: since
 * nobody lets them go then, each is known never to have left.
 */
async function commit<T>(
  deps: DeliverDeps,
  group: readonly Held[],
  work: (tx: Writes) => Promise<T>,
): Promise<T> {
  try {
    return await deps.store.transaction(work, 'in-turn');
  } catch (error) {
    for (const held of group) deps.flights.launch(stay(deps, held, 'no word of the store'));
    throw error;
  }
}

/**
 * Behind the tenant's row, where whoever else speaks to the same person waits too: of two messages for one day the
 * second sees the first. Those that may still be said are `sending` then.
 */
async function recheck(
  tx: Writes,
  group: readonly Held[],
  now: Date,
): Promise<readonly Omit<Departure, 'slot'>[]> {
  const recipients = await tx.occurrences.recipients(group.map((held) => held.occurrence));
  const going: { held: Held; reference: ConversationReference; pacedUntil: Date }[] = [];
  for (const [index, held] of group.entries()) {
    const decision = decide(held.occurrence, recipients[index] ?? null, now);
    if (decision.kind === 'go') going.push({ held, ...decision });
    else await putBack(tx, held.occurrence, decision, now);
  }
  const mine = await tx.occurrences.startSending(
    going.map(({ held }) => held.occurrence),
    now,
  );
  const ready = going.filter(({ held }) => mine.has(held.occurrence.id));
  await tx.conversations.setPace(
    ready.map(({ held, pacedUntil }) => ({ personId: held.occurrence.personId, pacedUntil })),
  );
  return ready;
}

const after = (at: Date, ms: number): Date => new Date(at.getTime() + ms);

async function giveBack(deps: DeliverDeps, held: readonly Held[], decision: Negative): Promise<void> {
  await deps.store.transaction(async (tx) => {
    for (const { occurrence } of held) await putBack(tx, occurrence, decision, deps.now());
  });
}

async function putBack(tx: Writes, { id, fence }: Occurrence, decision: Negative, at: Date): Promise<void> {
  const { reason } = decision;
  const change = decision.kind === 'later' ? { to: 'due' as const, dueAt: decision.at } : { to: decision.to };
  await tx.occurrences.move(id, fence, 'claimed', { ...change, at, reason });
}
