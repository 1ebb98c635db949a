import type { Message } from '../../core/ports/messaging.ts';
import { wordsIn } from '../../words/words.ts';
import { meetActions, pairingKey } from './introduction.ts';
import type { PairingView } from './introduction.ts';
import { asMessage, button, card, text, title } from './kit.ts';
import { namesOf } from './parts.ts';

/** After silence: a light word, the two links, and three honest answers. */
export function nudgeCard(view: PairingView): Message {
  const words = wordsIn(view.locale, 'proposals');
  const key = pairingKey(view);
  const content = card({
    locale: view.locale,
    speak: words('nudge.title'),
    body: [title(words('nudge.title')), text(words('nudge.text', { names: namesOf(view) }))],
    actions: [
      ...meetActions(view),
      button({ title: words('nudge.talked'), verb: 'pairing.keep', key, data: { connected: 'yes' } }),
      button({ title: words('nudge.planned'), verb: 'pairing.keep', key, data: { connected: 'planned' } }),
      button({ title: words('nudge.no-fit'), verb: 'pairing.fit', key }),
    ],
  });
  return asMessage(content, words('summary.hello'));
}
