import type { Message } from '../../core/ports/messaging.ts';
import { wordsIn } from '../../words/words.ts';
import { pairingKey } from './introduction.ts';
import type { PairingView } from './introduction.ts';
import type { Action, Element } from './kit.ts';
import { asMessage, button, card, text, title } from './kit.ts';
import { dayIn, namesOf } from './parts.ts';

/** After long silence: let it rest, or go on. Nobody is to blame. */
export function silenceOfferCard(view: PairingView): Message {
  const words = wordsIn(view.locale, 'proposals');
  const key = pairingKey(view);
  const heading = words('close-offer.silence.title');
  return offer(
    view,
    heading,
    [text(words('close-offer.silence.text', { names: namesOf(view) }))],
    [
      button({
        title: words('close-offer.silence.keep'),
        verb: 'pairing.keep',
        key,
        data: { connected: 'planned' },
      }),
      button({ title: words('close-offer.silence.end'), verb: 'pairing.end', key }),
    ],
  );
}

/** In the last week: go on for as long again, or let it end. */
export function renewalOfferCard(view: PairingView, weeks: number): Message {
  const words = wordsIn(view.locale, 'proposals');
  const key = pairingKey(view);
  const heading = words('close-offer.end.title', { names: namesOf(view) });
  const line = words('close-offer.end.text', { date: dayIn(view.endsAt, view), weeks });
  return offer(
    view,
    heading,
    [text(line)],
    [
      button({
        title: words('close-offer.end.renew', { weeks }),
        verb: 'pairing.renew',
        key,
        style: 'positive',
      }),
      button({ title: words('close-offer.end.end'), verb: 'pairing.end', key }),
    ],
  );
}

function offer(
  view: PairingView,
  heading: string,
  body: readonly Element[],
  actions: readonly Action[],
): Message {
  const content = card({
    locale: view.locale,
    speak: heading,
    body: [title(heading), ...body],
    actions,
  });
  return asMessage(content, wordsIn(view.locale, 'proposals')('summary.question'));
}
