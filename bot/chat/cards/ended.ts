import type { Locale } from '../../core/person.ts';
import type { Message } from '../../core/ports/messaging.ts';
import { wordsIn } from '../../words/words.ts';
import { asMessage, card, text, title } from './kit.ts';

/** A pairing has ended; never who ended it, never why. `byMe` adds what the other side hears. */
export function endedCard(locale: Locale, byMe: boolean): Message {
  const words = wordsIn(locale, 'proposals');
  const content = card({
    locale,
    speak: words('ended.title'),
    body: [
      title(words('ended.title')),
      text(words(byMe ? 'ended.by-me' : 'ended.text')),
      text(words('ended.next')),
    ],
  });
  return asMessage(content, words('summary.news'));
}
