/** One of each that Teams brings today, whether we know what to do with it or not. */
import { KEY_FIELD } from '../../bot/chat/cards/kit.ts';
import { ROUTES } from '../../bot/chat/routes.ts';
import { botAddedFrom, installedFrom, messageFrom, pressFrom } from '../fakes/teams/activities.ts';
import type { Client } from '../fakes/teams/activities.ts';

const INVOKES = [
  'task/fetch',
  'task/submit',
  'signin/verifyState',
  'signin/tokenExchange',
  'composeExtension/query',
  'composeExtension/submitAction',
  'fileConsent/invoke',
  'message/submitAction',
  'config/fetch',
];
const EVENTS = [
  'messageReaction',
  'messageUpdate',
  'messageDelete',
  'event',
  'typing',
  'endOfConversation',
  'handoff',
  'command',
  'trace',
];
const TEXTS = [
  'help',
  'pause until 3 January',
  'did I miss something?',
  'I have come through burnout 🫠 and face 家族の介護',
  'מה נשמע \u202Eabc\u202C',
  'e\u0301'.repeat(300),
  '<at>Alongside</at> &nbsp;<script>alert(1)</script>',
];

/** @param version of the cards that are pressed: another one each time, or the same answer comes again. */
export function realActivities(client: Client, subject: string, version: number): readonly unknown[] {
  const data = {
    answer: 3,
    topic: 'x',
    until: '2027-01-03',
    topics: 'a,b',
    [KEY_FIELD]: { subject, version },
  };
  const message = messageFrom(client, 'x');
  const attachments = [{ contentType: 'text/html', content: '<p>x</p>' }];
  return [
    ...Object.keys(ROUTES).map((verb) => pressFrom(client, verb, data)),
    ...INVOKES.map((name) => ({ ...pressFrom(client, 'x', data), name })),
    ...EVENTS.map((type) => ({ ...message, type, reactionsAdded: [{ type: 'like' }], name: 'x' })),
    ...TEXTS.map((text) => messageFrom(client, text)),
    { ...message, text: undefined, attachments },
    installedFrom(client),
    installedFrom(client, 'add-upgrade'),
    botAddedFrom(client),
    { ...botAddedFrom(client), membersAdded: [], membersRemoved: [{ id: client.userId }] },
  ];
}
