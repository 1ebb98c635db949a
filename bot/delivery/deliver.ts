import type { Occurrence } from '../core/occurrence.ts';
import type { ConversationReference } from '../core/ports/conversations.ts';
import type { Message, Render, SendOutcome, Sender } from '../core/ports/messaging.ts';
import type { Writes } from '../core/ports/store.ts';
import type { Log } from '../log.ts';
import { MAX_ATTEMPTS, backoffMs } from './backoff.ts';
import { decide } from './decide.ts';
import type { Decision } from './decide.ts';
import { LONGEST_HOLD_MS, atSlot, takePermit } from './slots.ts';
import { settle } from './settle.ts';
import type { SlotDeps } from './slots.ts';

export interface DeliverDeps extends SlotDeps {
  readonly sender: Sender;
  readonly render: Render;
  readonly log: Log;
  readonly dice: () => number;
  readonly leaseMs: number;
  readonly stopping: () => boolean;
}

/** A send must be able to end within the lease: its own deadline, and something to spare. */
const SEND_TAKES_MS = 15_000;
const SETTLE_TRIES = 5;

/** The one request and the writing down of what it came to. Never rejects. */
export type Flight = () => Promise<void>;

/** Sees one claimed occurrence up to the moment of sending; null when there is nothing to send. */
export async function deliver(
  deps: DeliverDeps,
  occurrence: Occurrence,
  claimedAt: Date,
): Promise<Flight | null> {
  const decision = await decide(deps.store.reads, occurrence, deps.now());
  if (decision.kind !== 'go') return giveBack(deps, occurrence, decision);
  const message = await rendered(deps, occurrence);
  if (message === 'failed') return null;
  if (message === null)
    return giveBack(deps, occurrence, { kind: 'stop', to: 'cancelled', reason: 'nothing to say' });
  const slot = await intend(deps, occurrence, claimedAt);
  if (slot === null) return null;
  return () => fly(deps, occurrence, { message, reference: decision.reference, slot });
}

async function giveBack(
  { store, now }: DeliverDeps,
  { id, fence }: Occurrence,
  decision: Exclude<Decision, { kind: 'go' }>,
): Promise<null> {
  const { reason } = decision;
  const change = decision.kind === 'later' ? { to: 'due' as const, dueAt: decision.at } : { to: decision.to };
  await store.transaction((tx) =>
    tx.occurrences.move(id, fence, 'claimed', { ...change, at: now(), reason }),
  );
  return null;
}

/** The words, or null when there are none left. What cannot be put into words is put back, and given up in the end. */
async function rendered(deps: DeliverDeps, occurrence: Occurrence): Promise<Message | null | 'failed'> {
  try {
    return await deps.render(occurrence);
  } catch (error) {
    const name = error instanceof Error ? error.name : typeof error;
    deps.log.error(
      { occurrence: occurrence.id, kind: occurrence.kind, error: name },
      'no words for an occurrence',
    );
    const at = new Date(deps.now().getTime() + backoffMs(MAX_ATTEMPTS, deps.dice));
    await giveBack(deps, occurrence, { kind: 'later', at, reason: 'no words' });
    return 'failed';
  }
}

/**
 * Commits to sending, together with the slot to do it in; null when this one is not ours to send any more or has to
 * wait for long.
 */
async function intend(deps: DeliverDeps, occurrence: Occurrence, claimedAt: Date): Promise<Date | null> {
  for (;;) {
    const now = deps.now();
    if (now.getTime() + SEND_TAKES_MS > claimedAt.getTime() + deps.leaseMs || deps.stopping())
      return giveBack(deps, occurrence, { kind: 'later', at: now, reason: 'worker' });
    const intent = await deps.store.transaction((tx) => intendIn(tx, deps, occurrence, now));
    if (intent.kind === 'mine') return intent.at;
    if (intent.kind === 'lost') return null;
    if (intent.kind !== 'wait') return giveBack(deps, occurrence, intent);
    const holdMs = intent.at.getTime() - now.getTime();
    if (holdMs > LONGEST_HOLD_MS)
      return giveBack(deps, occurrence, { kind: 'later', at: intent.at, reason: 'paused by Teams' });
    await deps.wait(Math.max(1, holdMs));
  }
}

type Intent =
  | { readonly kind: 'mine'; readonly at: Date }
  | { readonly kind: 'wait'; readonly at: Date }
  | { readonly kind: 'lost' }
  | Exclude<Decision, { kind: 'go' }>;

/**
 * The tenant's row is taken first: whoever else speaks to the same person waits behind it, so that of two messages
 * for one day the second sees the first.
 */
async function intendIn(tx: Writes, deps: DeliverDeps, occurrence: Occurrence, now: Date): Promise<Intent> {
  const { id, fence, tenantId } = occurrence;
  const permit = await takePermit(tx, deps, tenantId, now);
  if (!permit.granted) return { kind: 'wait', at: permit.at };
  const decision = await decide(tx, occurrence, now);
  if (decision.kind !== 'go') return decision;
  const mine = await tx.occurrences.move(id, fence, 'claimed', { to: 'sending', at: now });
  return mine ? { kind: 'mine', at: permit.at } : { kind: 'lost' };
}

interface Load {
  readonly message: Message;
  readonly reference: ConversationReference;
  readonly slot: Date;
}

async function fly(deps: DeliverDeps, occurrence: Occurrence, load: Load): Promise<void> {
  const { now } = deps;
  const outcome = (await atSlot(deps, occurrence.tenantId, load.slot)) ?? (await sendOnce(deps, load));
  const sent = { occurrence, reference: load.reference, outcome, attempts: occurrence.attempts + 1 };
  for (let tries = 1; tries <= SETTLE_TRIES; tries += 1) {
    try {
      await deps.store.transaction((tx) => settle(tx, sent, now(), deps.dice));
      return;
    } catch (error) {
      const name = error instanceof Error ? error.name : typeof error;
      deps.log.error({ occurrence: occurrence.id, error: name, tries }, 'outcome not written down');
      // Without the store it stays `sending`, and becomes unknown when the lease runs out.
      await deps.wait(tries * 1_000);
    }
  }
}

/** Exactly one request. A sender that throws has broken its promise: what it did is not known. */
async function sendOnce(deps: DeliverDeps, { reference, message }: Load): Promise<SendOutcome> {
  try {
    return await deps.sender.send(reference, message);
  } catch {
    return { kind: 'unknown', reason: 'sender' };
  }
}
