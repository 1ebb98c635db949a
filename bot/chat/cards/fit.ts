/** When it does not fit: the ways out, none of which asks for a reason. */
import { chatLink, shortName } from '../../core/links.ts';
import type { Locale } from '../../core/person.ts';
import type { Message } from '../../core/ports/messaging.ts';
import { wordsIn } from '../../words/words.ts';
import type { CardKey } from './kit.ts';
import { asMessage, button, card, openUrl, text, title } from './kit.ts';

/** End kindly, talk to the coordinator, or go on after all. `key` names the pairing. */
export function fitCard(locale: Locale, key: CardKey): Message {
  const words = wordsIn(locale, 'proposals');
  const content = card({
    locale,
    speak: words('fit.title'),
    body: [title(words('fit.title')), text(words('fit.text'))],
    actions: [
      button({ title: words('fit.end'), verb: 'pairing.end', key }),
      button({ title: words('fit.coordinator'), verb: 'pairing.coordinator', key }),
      button({ title: words('fit.keep'), verb: 'pairing.go-on', key }),
    ],
  });
  return asMessage(content, words('summary.hello'));
}

/** Who runs the programme, each with a chat that the person begins. */
export function coordinatorCard(
  locale: Locale,
  coordinators: readonly { readonly name: string; readonly email: string }[],
  key: CardKey,
): Message {
  const words = wordsIn(locale, 'proposals');
  const content = card({
    locale,
    speak: words('coordinator.title'),
    body: [
      title(words('coordinator.title')),
      text(words(coordinators.length === 0 ? 'coordinator.none' : 'coordinator.text')),
    ],
    actions: [
      ...coordinators
        .slice(0, 4)
        .map(({ name, email }) =>
          openUrl(
            words('coordinator.write', { name: shortName(name, 24) }),
            chatLink({ emails: [email], topic: shortName(name) }),
          ),
        ),
      button({ title: words('fit.end'), verb: 'pairing.end', key }),
    ],
  });
  return asMessage(content, words('summary.hello'));
}

/** A short word after a press that needs no more. */
export function wordCard(locale: Locale, heading: string, line: string): Message {
  const content = card({ locale, speak: heading, body: [title(heading), text(line)] });
  return asMessage(content, wordsIn(locale, 'proposals')('summary.news'));
}
