import { createTurnHandler } from '../../bot/chat/handler.ts';
import { confide } from '../../bot/core/confidential.ts';
import type { ChatDeps } from '../../bot/chat/route.ts';
import type { Person } from '../../bot/core/person.ts';
import type { Incoming, Message, Turn, TurnAnswer } from '../../bot/core/ports/messaging.ts';
import type { Store } from '../../bot/core/ports/store.ts';
import { newId } from '../../bot/new-id.ts';
import { NOW, TENANT } from './builders.ts';

/** A button as Teams would send it when it is pressed. */
export interface Pressable {
  readonly title: string;
  readonly verb: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** One person who talks with the bot, over the real handler. */
export interface Talker {
  type(text: string, activityId?: string): Promise<TurnAnswer>;
  press(
    card: TurnAnswer | Message,
    titleOrVerb: string,
    inputs?: Readonly<Record<string, string>>,
  ): Promise<TurnAnswer>;
  send(incoming: Incoming, activityId?: string): Promise<TurnAnswer>;
}

export function chatDeps(store: Store, now: () => Date = () => NOW): ChatDeps {
  return { store, now, newId, tabUrl: 'https://teams.microsoft.com/l/entity/app/my-space' };
}

export function talker(
  deps: ChatDeps,
  person: Pick<Person, 'objectId'>,
  locale: string | null = 'en-GB',
): Talker {
  const handler = createTurnHandler(deps);
  const send = (incoming: Incoming, activityId: string = newId()): Promise<TurnAnswer> => {
    const turn: Turn = {
      tenantId: TENANT,
      objectId: person.objectId ?? '',
      locale,
      reference: {
        serviceUrl: 'http://127.0.0.1:1/',
        conversationId: `c-${person.objectId}`,
        userId: `29:${person.objectId}`,
        botId: '28:bot',
      },
      activityId,
      incoming,
    };
    return handler(turn);
  };
  return {
    send,
    type: (text, activityId) => send({ kind: 'message', text: confide(text) }, activityId),
    press: (card, titleOrVerb, inputs = {}) => {
      const button = buttonsOf(card).find(({ title, verb }) => title === titleOrVerb || verb === titleOrVerb);
      if (button === undefined) {
        throw new Error(
          `no button ${titleOrVerb}; there are ${buttonsOf(card)
            .map(({ title }) => title)
            .join(', ')}`,
        );
      }
      return send({ kind: 'press', verb: button.verb, data: confide({ ...button.data, ...inputs }) });
    },
  };
}

/** What is shown: the replacement of a press, else what is said. */
export function shownIn(answer: TurnAnswer | Message): Message {
  if (!('messages' in answer)) return answer;
  const message = answer.replacement ?? answer.messages[0];
  if (message === undefined) throw new Error('nothing is said');
  return message;
}

/** All words of an answer, in order. */
export function wordsIn(answer: TurnAnswer | Message): string {
  const message = shownIn(answer);
  if ('text' in message) return message.text;
  const found: string[] = [];
  walk(message.card, (node) => {
    for (const key of ['text', 'title', 'value', 'label']) {
      const value = node[key];
      if (typeof value === 'string') found.push(value);
    }
  });
  return found.join('\n');
}

export function buttonsOf(answer: TurnAnswer | Message): readonly Pressable[] {
  const message = shownIn(answer);
  const found: Pressable[] = [];
  if ('text' in message) return found;
  walk(message.card, (node) => {
    const { title, verb, data } = node;
    if (node['type'] !== 'Action.Execute') return;
    if (typeof title !== 'string' || typeof verb !== 'string' || typeof data !== 'object') return;
    found.push({ title, verb, data: { ...data } });
  });
  return found;
}

/** The choices that a card shows, and which of them are ticked. */
export function choicesOf(answer: TurnAnswer | Message): {
  readonly all: readonly string[];
  readonly ticked: readonly string[];
  readonly ids: readonly string[];
} {
  const message = shownIn(answer);
  const all: string[] = [];
  const ids: string[] = [];
  const ticked: string[] = [];
  if ('text' in message) return { all, ticked, ids };
  walk(message.card, (node) => {
    if (node['type'] !== 'Input.ChoiceSet' || !Array.isArray(node['choices'])) return;
    const on = typeof node['value'] === 'string' ? node['value'].split(',') : [];
    for (const choice of node['choices'] as readonly { title: string; value: string }[]) {
      all.push(choice.title);
      ids.push(choice.value);
      if (on.includes(choice.value)) ticked.push(choice.title);
    }
  });
  return { all, ticked, ids };
}

function walk(node: unknown, visit: (node: Readonly<Record<string, unknown>>) => void): void {
  if (Array.isArray(node)) {
    for (const each of node) walk(each, visit);
  } else if (typeof node === 'object' && node !== null) {
    visit({ ...node });
    for (const each of Object.values(node)) walk(each, visit);
  }
}
