import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import type * as AdaptiveCards from 'adaptivecards';
import { LIMITS } from '../../bot/core/limits.ts';
import type { Card, Message } from '../../bot/core/ports/messaging.ts';

// The package has no entry that Node can import by its name.
const load = createRequire(import.meta.url);
const { AdaptiveCard, HostConfig, SerializationContext } = load(
  'adaptivecards/dist/adaptivecards.js',
) as typeof AdaptiveCards;

export interface PressAction {
  readonly type: string;
  readonly title: string;
  readonly verb?: string;
  readonly url?: string;
  readonly data?: Readonly<Record<string, unknown>>;
}

export function cardOf(message: Message | null): Card {
  assert.ok(message !== null && 'card' in message, 'a card was expected');
  return message.card;
}

/** What Microsoft's own renderer finds wrong with a card, and where it breaks the limits of Teams. */
export function faultsOf(card: Card): readonly string[] {
  const context = new SerializationContext();
  const parsed = new AdaptiveCard();
  parsed.hostConfig = new HostConfig({ actions: { maxActions: LIMITS.cardActions } });
  const { lang, ...rest } = structuredClone(card);
  parsed.parse(rest, context);
  const parsing = Array.from({ length: context.eventCount }, (_, n) => context.getEventAt(n).message);
  const validation = parsed.validateProperties().validationEvents.map(({ message }) => message);
  const bytes = JSON.stringify(card).length * 2;
  const actions = actionsOf(card);
  return [
    // The renderer's own check of it remembers where it left off, and so refuses every second card.
    ...(/^[a-z]{2,3}$/.test(String(lang)) ? [] : ['no language']),
    ...parsing,
    ...validation,
    ...(bytes > LIMITS.cardBytesUtf16 ? [`${bytes} bytes`] : []),
    ...(actions.length > LIMITS.cardActions ? [`${actions.length} actions`] : []),
    ...actions.filter(({ title }) => title.trim() === '').map(() => 'a button without words'),
    // Newer clients' renderer keeps this name for itself, and fails when such a button is pressed.
    ...actions.filter(({ data }) => data !== undefined && 'key' in data).map(() => 'data named `key`'),
    ...wordsOf(card)
      .filter((words) => /\{\{|\bundefined\b|\bnull\b|\[object/.test(words))
      .map((words) => `a hole in the words: ${words}`),
  ];
}

/** Every button of a card, wherever it stands. */
export function actionsOf(card: Card): readonly PressAction[] {
  const found: PressAction[] = [];
  walk(card, (node) => {
    if (typeof node['type'] === 'string' && node['type'].startsWith('Action.')) {
      found.push(node as unknown as PressAction);
    }
  });
  return found;
}

/** Every sentence of a card, in order, buttons last. */
export function wordsOf(card: Card): readonly string[] {
  const found: string[] = [];
  walk(card.body, ({ text }) => {
    if (typeof text === 'string') found.push(text);
  });
  return [...found, ...actionsOf(card).map(({ title }) => title)];
}

function walk(node: unknown, visit: (node: Readonly<Record<string, unknown>>) => void): void {
  if (Array.isArray(node)) for (const item of node) walk(item, visit);
  else if (typeof node === 'object' && node !== null) {
    visit(node as Readonly<Record<string, unknown>>);
    for (const value of Object.values(node)) walk(value, visit);
  }
}
