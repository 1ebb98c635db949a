import type { Locale } from '../../core/person.ts';
import type { Message } from '../../core/ports/messaging.ts';
import { wordsIn } from '../../words/words.ts';
import { asMessage, card, text, title } from './kit.ts';

/** A pairing has ended because somebody is no longer with the company; where they went is nobody's business. */
export function partnerLeftCard(locale: Locale, name: string): Message {
  const words = wordsIn(locale, 'proposals');
  const content = card({
    locale,
    speak: words('partner-left.title'),
    body: [
      title(words('partner-left.title')),
      text(words('partner-left.text', { name })),
      text(words('partner-left.next')),
    ],
  });
  return asMessage(content, words('summary.news'));
}
