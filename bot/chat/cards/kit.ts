/**
 * Small builders for Adaptive Cards 1.5, as Teams shows them. Pure: words and ids in, JSON out.
 * Every button is an Action.Execute whose data holds ids only, and a key by which a second press is known.
 */
import { LIMITS } from '../../core/limits.ts';
import type { Card, Message } from '../../core/ports/messaging.ts';
import type { Locale } from '../../core/person.ts';

/**
 * Which card a press belongs to. A press is one and the same when person, subject, verb and version are:
 * it is answered again by the same answer. `occurrence` is there on cards that the bot sent by itself;
 * pressing one proves that it arrived.
 */
export interface CardKey {
  readonly subject: string;
  readonly version: string | number;
  readonly occurrence?: string;
}

/** Where a press carries its key. Not `key` itself: newer clients' renderer keeps that name, and fails on it. */
export const KEY_FIELD = 'card';

/** `area.verb`, as in `proposal.yes`. */
export type Verb = `${string}.${string}`;

export type Element = Readonly<Record<string, unknown>>;
export type Action = Readonly<Record<string, unknown> & { type: 'Action.Execute' | 'Action.OpenUrl' }>;

/** What a button or an input may carry: ids, numbers and switches; never words that someone typed. */
export type ActionData = Readonly<Record<string, string | number | boolean | readonly string[] | null>>;

/** Names from the directory, made safe for a text block, which reads Markdown. */
export function literal(value: string): string {
  return value.replaceAll(/[\\*_[\]`~<>]/g, (sign) => `\\${sign}`);
}

/** The heading of a card; one each. */
export function title(words: string): Element {
  return { type: 'TextBlock', text: words, size: 'Large', weight: 'Bolder', wrap: true, style: 'heading' };
}

/** A heading inside a card. */
export function subtitle(words: string): Element {
  return { type: 'TextBlock', text: words, weight: 'Bolder', wrap: true, spacing: 'Medium' };
}

export interface TextLook {
  /** Less important: smaller contrast. */
  readonly subtle?: boolean;
  readonly small?: boolean;
  readonly bold?: boolean;
  readonly colour?: 'Good' | 'Attention' | 'Warning' | 'Accent';
  readonly spacing?: 'None' | 'Small' | 'Default' | 'Medium' | 'Large';
  /** A line above. */
  readonly separator?: boolean;
}

/** A paragraph. */
export function text(words: string, look: TextLook = {}): Element {
  return {
    type: 'TextBlock',
    text: words,
    wrap: true,
    ...(look.subtle === true && { isSubtle: true }),
    ...(look.small === true && { size: 'Small' }),
    ...(look.bold === true && { weight: 'Bolder' }),
    ...(look.colour !== undefined && { color: look.colour }),
    ...(look.spacing !== undefined && { spacing: look.spacing }),
    ...(look.separator === true && { separator: true }),
  };
}

/** Lines with a dot before each; nothing for an empty list. */
export function bullets(lines: readonly string[]): readonly Element[] {
  return lines.length === 0 ? [] : [text(lines.map((line) => `- ${line}`).join('\n'), { spacing: 'Small' })];
}

/** Names and values, one row each. */
export function facts(rows: readonly (readonly [name: string, value: string])[]): Element {
  return { type: 'FactSet', facts: rows.map(([name, value]) => ({ title: name, value })) };
}

/** A box around elements; `emphasis` gives it a shade of its own. */
export function box(
  items: readonly Element[],
  style: 'default' | 'emphasis' | 'good' | 'accent' = 'emphasis',
): Element {
  return { type: 'Container', style, items, spacing: 'Medium', ...(style !== 'default' && { bleed: false }) };
}

export interface Column {
  readonly items: readonly Element[];
  /** `stretch` takes what is left, `auto` what it needs; a number is a weight. */
  readonly width?: 'auto' | 'stretch' | number;
}

/** Side by side. */
export function columns(cells: readonly Column[]): Element {
  return {
    type: 'ColumnSet',
    columns: cells.map(({ items, width = 'stretch' }) => ({
      type: 'Column',
      width,
      items,
      verticalContentAlignment: 'Center',
    })),
  };
}

/** A row of buttons in the body; they count towards the six of the card. */
export function buttons(actions: readonly Action[]): Element {
  return { type: 'ActionSet', actions };
}

export interface ChoiceSet {
  /** The name under which the answer arrives in the data of the press. */
  readonly id: string;
  /** Always visible and read aloud. */
  readonly label: string;
  readonly choices: readonly { readonly title: string; readonly value: string }[];
  /** Many answers, which arrive as one string with commas: read it with `chosen` of route.ts. */
  readonly multiple?: boolean;
  /** All at once, in a list that folds, or in one that is searched by typing. */
  readonly style?: 'expanded' | 'compact' | 'filtered';
  readonly selected?: readonly string[];
  readonly placeholder?: string;
  /** The sentence shown when nothing is chosen; makes the choice required. */
  readonly required?: string;
}

/** A choice of one or many. Values are ids, without commas. */
export function choiceSet(set: ChoiceSet): Element {
  return {
    type: 'Input.ChoiceSet',
    id: set.id,
    label: set.label,
    choices: set.choices,
    style: set.style ?? 'expanded',
    wrap: true,
    isMultiSelect: set.multiple === true,
    ...(set.selected !== undefined && set.selected.length > 0 && { value: set.selected.join(',') }),
    ...(set.placeholder !== undefined && { placeholder: set.placeholder }),
    ...(set.required !== undefined && { isRequired: true, errorMessage: set.required }),
  };
}

/** A time of day as `HH:MM`. */
export function timeInput(input: { id: string; label: string; value: string; required: string }): Element {
  return {
    type: 'Input.Time',
    id: input.id,
    label: input.label,
    value: input.value,
    isRequired: true,
    errorMessage: input.required,
  };
}

export interface Button {
  readonly title: string;
  readonly verb: Verb;
  readonly key: CardKey;
  readonly data?: ActionData;
  readonly style?: 'positive' | 'destructive';
  /** False for a way out: the card's inputs are neither checked nor sent. */
  readonly inputs?: boolean;
}

/** A button that the bot answers. */
export function button(spec: Button): Action {
  return {
    type: 'Action.Execute',
    title: spec.title,
    verb: spec.verb,
    data: { ...spec.data, [KEY_FIELD]: spec.key },
    ...(spec.style !== undefined && { style: spec.style }),
    ...(spec.inputs === false && { associatedInputs: 'none' }),
  };
}

/** A button that opens an address. */
export function openUrl(title: string, url: string): Action {
  return { type: 'Action.OpenUrl', title, url };
}

export interface CardSpec {
  readonly locale: Locale;
  /** Read aloud, and shown where cards cannot be. */
  readonly speak: string;
  readonly body: readonly Element[];
  readonly actions?: readonly Action[];
  /** Uses the whole width of the chat: for cards with columns or many choices. */
  readonly wide?: boolean;
}

/** @throws Error when the card holds more buttons than Teams' store rules allow, wherever in it they are. */
export function card(spec: CardSpec): Card {
  const actions = spec.actions ?? [];
  const count = actions.length + countActions(spec.body);
  if (count > LIMITS.cardActions)
    throw new Error(`a card with ${count} actions; ${LIMITS.cardActions} at most`);
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    lang: spec.locale,
    speak: spec.speak,
    fallbackText: spec.speak,
    body: spec.body,
    ...(actions.length > 0 && { actions }),
    ...(spec.wide === true && { msteams: { width: 'Full' } }),
  };
}

/** The card as a message; `summary` is what a notification shows, neutral by rule. */
export function asMessage(content: Card, summary: string): Message {
  return { card: content, summary };
}

function countActions(node: unknown): number {
  if (Array.isArray(node)) return node.reduce<number>((sum, item) => sum + countActions(item), 0);
  if (typeof node !== 'object' || node === null) return 0;
  const own = 'type' in node && typeof node.type === 'string' && node.type.startsWith('Action.') ? 1 : 0;
  return own + countActions(Object.values(node));
}
