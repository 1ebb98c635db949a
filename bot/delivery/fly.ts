import type { Occurrence } from '../core/occurrence.ts';
import { LEAVE_MS } from '../core/permit.ts';
import type { Slot } from '../core/permit.ts';
import type { ConversationReference } from '../core/ports/conversations.ts';
import type { Message, SendOutcome, Sender } from '../core/ports/messaging.ts';
import { neverLeft } from './settle.ts';
import type { Sent } from './settle.ts';
import type { Settler } from './settler.ts';
import { atSlot } from './slots.ts';
import type { SlotDeps } from './slots.ts';

export interface FlightDeps extends SlotDeps {
  readonly sender: Sender;
  readonly settler: Settler;
  readonly arrivedAt: (leftAt: Date, answeredAt: Date) => Date;
}

/** One that is claimed, with its words once they are found. */
export interface Held {
  readonly occurrence: Occurrence;
  readonly message: Message | null;
}

/** One that is committed to sending, and when it may leave. */
export interface Departure {
  readonly held: Held;
  readonly reference: ConversationReference;
  readonly slot: Slot;
}

/** Waits for its slot, makes exactly one request or none, and resolves once what came of it is written down. */
export async function fly(deps: FlightDeps, { held, reference, slot }: Departure): Promise<void> {
  const { message } = held;
  const moment = await atSlot(deps, held.occurrence.tenantId, slot);
  const leftAt = deps.now();
  if (moment.kind === 'missed' || message === null) {
    const outcome = neverLeft(moment.kind === 'missed' ? moment.reason : 'no words');
    return ended(deps, held, { reference, outcome }, { slot: moment.slot, at: null });
  }
  const withinMs = leaveWithin(moment.slot, leftAt);
  const outcome = await sendOnce(deps.sender, { reference, message, withinMs });
  const at = deps.arrivedAt(leftAt, deps.now());
  return ended(deps, held, { reference, outcome }, { slot: moment.slot, at });
}

/** Resolves once it is written down. */
function ended(
  { settler }: FlightDeps,
  { occurrence }: Held,
  what: Pick<Sent, 'reference' | 'outcome'>,
  { slot, at }: { readonly slot: Slot | null; readonly at: Date | null } = { slot: null, at: null },
): Promise<void> {
  const sent = { ...what, occurrence, attempts: occurrence.attempts + 1 };
  return settler.add({ sent, landing: slot === null ? null : { slot, at } });
}

/** One that is known never to leave, whether it was committed to sending or not. */
export const stay = (deps: FlightDeps, held: Held, reason: string): Promise<void> =>
  ended(deps, held, { reference: null, outcome: neverLeft(reason) });

const leaveWithin = (slot: Slot, now: Date): number => slot.at.getTime() + LEAVE_MS - now.getTime();

/** Exactly one request. A sender that throws has broken its promise: what it did is not known. */
async function sendOnce(
  sender: Sender,
  { reference, message, withinMs }: { reference: ConversationReference; message: Message; withinMs: number },
): Promise<SendOutcome> {
  try {
    return await sender.send(reference, message, withinMs);
  } catch {
    return { kind: 'unknown', reason: 'sender' };
  }
}
