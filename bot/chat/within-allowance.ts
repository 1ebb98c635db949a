import { Allowances } from '../core/allowance.ts';
import type { Rate } from '../core/allowance.ts';
import { namesDanger } from '../core/conversation/danger.ts';
import type { Turn, TurnAnswer, TurnHandler } from '../core/ports/messaging.ts';
import { Refusal } from '../core/refusal.ts';
import { refusalWords } from '../words/refusals.ts';
import { nearestLocale } from '../words/words.ts';

/**
 * Keeps one person from taking all of the bot: beyond the rate nothing is looked up and nothing is kept. A press is
 * told so each time, since its answer costs no message; of messages only the first, so that a flood is not
 * answered by another. `clock` is milliseconds and never goes back.
 */
export function withinAllowance(
  handler: TurnHandler,
  rates: { readonly presses: Rate; readonly messages: Rate },
  clock: () => number,
): TurnHandler {
  const presses = new Allowances(rates.presses);
  const messages = new Allowances(rates.messages);
  const told = new Allowances({ burst: 1, perSecond: 1 / 30 });
  return async (turn, signal) => {
    const who = `${turn.tenantId} ${turn.objectId}`;
    const now = clock();
    const allowances = turn.incoming.kind === 'press' ? presses : messages;
    if (allowances.take(who, now) || isNeverTooMuch(turn)) return handler(turn, signal);
    return tooFast(turn, turn.incoming.kind === 'press' || told.take(who, now));
  };
}

/** That somebody took the app away is told once and must not be lost; and who may be in danger is answered always. */
function isNeverTooMuch({ incoming }: Turn): boolean {
  return incoming.kind === 'removed' || (incoming.kind === 'message' && namesDanger(incoming.text.reveal()));
}

function tooFast(turn: Turn, said: boolean): TurnAnswer {
  if (!said) return { messages: [], replacement: null };
  const text = refusalWords(nearestLocale(turn.locale), new Refusal('too-fast'));
  return turn.incoming.kind === 'press'
    ? { messages: [], replacement: { text } }
    : { messages: [{ text }], replacement: null };
}
