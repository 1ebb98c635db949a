import { setTimeout as wait } from 'node:timers/promises';
import { confide } from '../core/confidential.ts';
import type { TenantId } from '../core/ids.ts';
import type { ConversationReference } from '../core/ports/conversations.ts';
import type { Message, Sender, TurnAnswer, TurnHandler } from '../core/ports/messaging.ts';
import type { Random } from './random.ts';

/** The service address of those who exist in the demonstration only; nothing is ever sent to it. */
export const COLLEAGUES_URL = 'https://colleagues.invalid';

/** How a made-up colleague is "reached"; the conversation's id is that of the person. */
export function colleagueReference(objectId: string): ReplyTo {
  return {
    serviceUrl: COLLEAGUES_URL,
    conversationId: `colleague:${objectId}`,
    userId: `29:${objectId}`,
    botId: '28:alongside',
  };
}

type ReplyTo = Omit<ConversationReference, 'personId'>;

interface Press {
  readonly verb: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** What a made-up colleague presses, the likeliest first. Everything else they leave alone. */
const ANSWERED = [
  'proposal.yes',
  'check-in.mood',
  'check-in.connected',
  'check-in.helped',
  'check-in.go-on',
  'pairing.renew',
];
/** A mood, a connection and a figure after each other, and no more. */
const MOST_PRESSES = 4;

export interface Colleagues {
  /** Sends to Teams whom Teams has, and to made-up colleagues whom it has not. */
  sender(teams: Sender): Sender;
  /** Resolves once all of them have answered. */
  settled(): Promise<void>;
  stop(): void;
}

/**
 * Plays the colleagues who have no window: a few seconds after a card they press what a friendly person would,
 * through the very conversation that everybody has.
 */
export function createColleagues(options: {
  tenantId: TenantId;
  handler: () => TurnHandler;
  random: Random;
  thinkMs: number;
  newId: () => string;
}): Colleagues {
  const thinking = new Set<Promise<void>>();
  const stopped = new AbortController();

  const answer = async (reference: ReplyTo, message: Message): Promise<void> => {
    let shown: Message | null = message;
    for (let presses = 0; shown !== null && presses < MOST_PRESSES; presses += 1) {
      const press = choose(options.random, shown);
      if (press === null) return;
      await wait(options.thinkMs, undefined, { signal: stopped.signal });
      const said: TurnAnswer = await options.handler()({
        tenantId: options.tenantId,
        objectId: reference.conversationId.slice('colleague:'.length),
        locale: null,
        reference,
        activityId: options.newId(),
        incoming: { kind: 'press', verb: press.verb, data: confide(press.data) },
      });
      shown = said.replacement;
    }
  };

  return {
    sender: (teams) => ({
      send: async (reference, message, withinMs) => {
        if (reference.serviceUrl !== COLLEAGUES_URL) return teams.send(reference, message, withinMs);
        const thought = answer(reference, message)
          .catch(() => undefined) // Called off, or nothing left to answer: a colleague who says nothing.
          .finally(() => thinking.delete(thought));
        thinking.add(thought);
        return { kind: 'sent', activityId: options.newId() };
      },
    }),
    settled: async () => {
      while (thinking.size > 0) await Promise.all(thinking);
    },
    stop: () => stopped.abort(),
  };
}

function choose(random: Random, message: Message): Press | null {
  if (!('card' in message)) return null;
  const presses = pressesIn(message.card);
  for (const verb of ANSWERED) {
    const [first, ...others] = presses.filter((press) => press.verb === verb);
    if (first !== undefined) return random.pick([first, ...others]);
  }
  return null;
}

/** Every Action.Execute of a card, however deep. */
function pressesIn(element: unknown): readonly Press[] {
  if (Array.isArray(element)) return element.flatMap(pressesIn);
  if (typeof element !== 'object' || element === null) return [];
  const inside = Object.values(element).flatMap(pressesIn);
  if (!('type' in element) || element.type !== 'Action.Execute' || !('verb' in element)) return inside;
  const data =
    'data' in element && typeof element.data === 'object' && element.data !== null ? element.data : {};
  return [...inside, { verb: String(element.verb), data: { ...data } }];
}
