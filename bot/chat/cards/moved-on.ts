import type { Locale } from '../../core/person.ts';
import type { Message } from '../../core/ports/messaging.ts';
import { wordsIn } from '../../words/words.ts';
import { asMessage, card, text, title } from './kit.ts';

/** A proposal came to nothing. The same words whatever the cause, so that they tell nothing. */
export function movedOnCard(locale: Locale): Message {
  const words = wordsIn(locale, 'proposals');
  const content = card({
    locale,
    speak: words('moved-on.title'),
    body: [title(words('moved-on.title')), text(words('moved-on.text'))],
  });
  return asMessage(content, words('summary.news'));
}
