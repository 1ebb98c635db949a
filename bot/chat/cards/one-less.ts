import { shortName } from '../../core/links.ts';
import type { Locale } from '../../core/person.ts';
import type { Message } from '../../core/ports/messaging.ts';
import { wordsIn } from '../../words/words.ts';
import { asMessage, card, text, title } from './kit.ts';
import { listed, nameOf } from './parts.ts';

/** Long names are cut where they are said in passing. */
const LONGEST = 40;

/** Somebody has left a circle or trio and the others go on: with whom, and never who it was or why. */
export function oneLessCard(locale: Locale, names: readonly string[]): Message {
  const words = wordsIn(locale, 'proposals');
  const content = card({
    locale,
    speak: words('one-less.title'),
    body: [
      title(words('one-less.title')),
      text(
        words('one-less.text', {
          names: listed(
            locale,
            names.map((name) => nameOf(shortName(name, LONGEST))),
          ),
        }),
      ),
      text(words('one-less.next')),
    ],
  });
  return asMessage(content, words('summary.news'));
}
