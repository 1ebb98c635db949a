import type { Locale } from '../../core/person.ts';
import type { Message } from '../../core/ports/messaging.ts';
import { wordsIn } from '../../words/words.ts';
import { asMessage, card, text, title } from './kit.ts';
import { nameOf } from './parts.ts';

/** A pause is over. */
export function welcomeBackCard(locale: Locale, programme: string): Message {
  const words = wordsIn(locale, 'proposals');
  const content = card({
    locale,
    speak: words('welcome-back.title'),
    body: [
      title(words('welcome-back.title')),
      text(words('welcome-back.text', { programme: nameOf(programme) })),
    ],
  });
  return asMessage(content, words('summary.hello'));
}
