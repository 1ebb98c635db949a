import assert from 'node:assert/strict';
import { confide } from '../../bot/core/confidential.ts';
import { createTurnHandler } from '../../bot/chat/handler.ts';
import type { Person } from '../../bot/core/person.ts';
import type { Message, TurnAnswer } from '../../bot/core/ports/messaging.ts';
import { newId } from '../../bot/new-id.ts';
import { TENANT } from './builders.ts';
import { actionsOf, cardOf } from './card-oracle.ts';
import type { PressAction } from './card-oracle.ts';
import type { TestStore } from './store.ts';

/** Somebody in Teams who presses buttons, through the real handler. */
export interface Chatter {
  /** Presses the button of this verb, and this answer where it has some; gives what takes its place. */
  press(card: Message | null, verb: string, answer?: string | number): Promise<Message>;
  /** Presses with data of one's own making. */
  forge(verb: string, data: Readonly<Record<string, unknown>>): Promise<TurnAnswer>;
}

export function aChatter(store: TestStore, person: Person, now: () => Date): Chatter {
  const handle = createTurnHandler({ store, now, newId, tabUrl: null });
  const forge = (verb: string, data: Readonly<Record<string, unknown>>): Promise<TurnAnswer> =>
    handle({
      tenantId: TENANT,
      objectId: person.objectId ?? '',
      locale: 'en-GB',
      reference: {
        serviceUrl: 'https://smba.example/',
        conversationId: person.id,
        userId: '29:x',
        botId: '28:b',
      },
      activityId: newId(),
      incoming: { kind: 'press', verb, data: confide(data) },
    });
  return {
    forge,
    press: async (card, verb, answer) => {
      const button = buttonOf(cardOf(card), verb, answer);
      const { replacement } = await forge(verb, button.data ?? {});
      assert.ok(replacement !== null, 'a press is answered by what takes its place');
      return replacement;
    },
  };
}

function buttonOf(card: ReturnType<typeof cardOf>, verb: string, answer?: string | number): PressAction {
  const found = actionsOf(card).find(
    (action) =>
      action.verb === verb &&
      (answer === undefined || action.data?.['answer'] === answer || action.data?.['connected'] === answer),
  );
  assert.ok(found, `the card has ${verb} ${answer ?? ''}`);
  return found;
}
