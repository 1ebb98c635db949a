import type { Message } from '../../core/ports/messaging.ts';
import type { Locale } from '../../core/person.ts';
import { wordsIn } from '../../words/words.ts';
import type { Action, CardKey, Element } from './kit.ts';
import { asMessage, button, card, text, title } from './kit.ts';

/** What every card of the conversation is given: the language, and which card it is. */
export interface ChatCard {
  readonly locale: Locale;
  readonly key: CardKey;
}

export interface Note {
  readonly heading: string;
  readonly lines: readonly string[];
  readonly more?: readonly Element[];
  readonly actions?: readonly Action[];
  readonly wide?: boolean;
}

/** A heading, some lines and what can be done next. */
export function noteCard(view: ChatCard, note: Note): Message {
  const content = card({
    locale: view.locale,
    speak: [note.heading, ...note.lines].join(' '),
    body: [title(note.heading), ...note.lines.map((line) => text(line)), ...(note.more ?? [])],
    ...(note.actions !== undefined && { actions: note.actions }),
    ...(note.wide === true && { wide: true }),
  });
  return asMessage(content, wordsIn(view.locale, 'chat')('summary.answer'));
}

/** The way to everything else. */
export function helpButton({ locale, key }: ChatCard): Action {
  return button({ title: wordsIn(locale, 'chat')('help.help'), verb: 'member.help', key });
}
