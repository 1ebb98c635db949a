import type { OccurrenceKind } from '../../core/occurrence.ts';
import type { Locale } from '../../core/person.ts';
import type { Message } from '../../core/ports/messaging.ts';
import { wordsIn } from '../../words/words.ts';
import { openUrl, text } from './kit.ts';
import type { ChatCard } from './note.ts';
import { helpButton, noteCard } from './note.ts';
import { listed } from './parts.ts';

/** The message with a last line that names what may not have arrived before it; as it is where nothing is missed. */
export function withMissed(message: Message, locale: Locale, kinds: readonly OccurrenceKind[]): Message {
  if (kinds.length === 0 || !('card' in message)) return message;
  const line = text(inWords(locale, kinds), { subtle: true, separator: true });
  return { ...message, card: { ...message.card, body: [...message.card.body, line] } };
}

/** The answer to whoever asks: the same words, and what to do; or that nothing is known of. */
export function missedCard(
  view: ChatCard & { readonly kinds: readonly OccurrenceKind[]; readonly tabUrl: string | null },
): Message {
  const words = wordsIn(view.locale, 'chat');
  const nothing = view.kinds.length === 0;
  return noteCard(view, {
    heading: words('missed.title'),
    lines: nothing
      ? [words('missed.nothing')]
      : [
          inWords(view.locale, view.kinds),
          words('missed.why'),
          ...(view.tabUrl === null ? [] : [words('missed.next')]),
        ],
    actions: [
      ...(nothing || view.tabUrl === null ? [] : [openUrl(words('missed.open'), view.tabUrl)]),
      helpButton(view),
    ],
  });
}

function inWords(locale: Locale, kinds: readonly OccurrenceKind[]): string {
  const words = wordsIn(locale, 'chat');
  const what = listed(
    locale,
    kinds.map((kind) => words(`missed.kind.${kind}`)),
  );
  return words('missed.text', { what });
}
