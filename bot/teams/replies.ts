import { setTimeout as wait } from 'node:timers/promises';
import type { Message, SendOutcome, Sender, Turn } from '../core/ports/messaging.ts';
import type { Log } from '../log.ts';

const TRIES = 4;
const LONGEST_WAIT_MS = 3_000;
/** A reply that has not left by then waits for its turn again. */
const LEAVE_WITHIN_MS = 250;

export interface ReplyDeps {
  readonly sender: Sender;
  readonly log: Log;
  /** Resolves when the next one may be sent; false where that would take too long. */
  readonly pace: () => Promise<boolean>;
}

/** Says the messages of a turn one after the other. Repeats one only if Teams certainly did not take it. */
export async function reply(
  deps: ReplyDeps,
  reference: Turn['reference'],
  messages: readonly Message[],
): Promise<void> {
  for (const message of messages) {
    const outcome = await sendPatiently(async () =>
      (await deps.pace())
        ? deps.sender.send(reference, message, LEAVE_WITHIN_MS)
        : { kind: 'undeliverable', reason: 'too many replies at once', unreachable: null },
    );
    if (outcome.kind === 'sent') continue;
    deps.log.warn({ outcome: outcome.kind, reason: outcome.reason }, 'reply not sent');
    return;
  }
}

async function sendPatiently(send: () => Promise<SendOutcome>): Promise<SendOutcome> {
  let outcome = await send();
  for (let tries = 1; tries < TRIES && outcome.kind === 'not-accepted'; tries += 1) {
    const pauseMs = outcome.retryAfterMs ?? 500;
    if (pauseMs > LONGEST_WAIT_MS) return outcome;
    await wait(pauseMs);
    outcome = await send();
  }
  return outcome;
}
