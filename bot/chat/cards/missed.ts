import type { OccurrenceKind } from '../../core/occurrence.ts';
import type { Locale } from '../../core/person.ts';
import type { Message } from '../../core/ports/messaging.ts';
import { wordsIn } from '../../words/words.ts';
import { text } from './kit.ts';
import { listed } from './parts.ts';

/** The message with a last line that names what may not have arrived before it; as it is where nothing is missed. */
export function withMissed(message: Message, locale: Locale, kinds: readonly OccurrenceKind[]): Message {
  if (kinds.length === 0 || !('card' in message)) return message;
  const words = wordsIn(locale, 'chat');
  const what = listed(
    locale,
    kinds.map((kind) => words(`missed.kind.${kind}`)),
  );
  const line = text(words('missed.text', { what }), { subtle: true, separator: true });
  return { ...message, card: { ...message.card, body: [...message.card.body, line] } };
}
