import type { Mood } from '../../core/check-in.ts';
import { chatLink, shortName } from '../../core/links.ts';
import type { Message } from '../../core/ports/messaging.ts';
import { wordsIn } from '../../words/words.ts';
import { backTo } from './care.ts';
import { checkInKey } from './check-in.ts';
import type { CheckInView } from './check-in.ts';
import type { Action } from './kit.ts';
import { asMessage, button, card, openUrl, text, title } from './kit.ts';

/** A low answer is acknowledged before anything is offered; then choices, of which nothing is one. */
export function hardDayCard(view: CheckInView, mood: Mood): Message {
  const words = wordsIn(view.locale, 'proposals');
  const key = checkInKey(view);
  const data = backTo({ checkIn: view.checkIn.id });
  const peers = peerActions(view);
  const content = card({
    locale: view.locale,
    speak: words('check-in.hard.title'),
    body: [
      title(words('check-in.hard.title')),
      text(words(`check-in.thanks.${mood}`)),
      text(words('check-in.hard.choices')),
      ...(peers.length === 0 ? [] : [text(words('check-in.hard.draft-note'), { subtle: true, small: true })]),
    ],
    actions: [
      ...peers,
      button({ title: words('check-in.hard.breath'), verb: 'care.breath', key, data }),
      button({ title: words('check-in.hard.call'), verb: 'care.call', key, data }),
      button({ title: words('check-in.hard.nothing'), verb: 'check-in.go-on', key }),
    ],
  });
  return asMessage(content, words('summary.question'));
}

/** A chat with each peer, a few words in it that the person may send, change or delete. */
function peerActions(view: CheckInView): readonly Action[] {
  const words = wordsIn(view.locale, 'proposals');
  return view.partners
    .filter(({ email }) => email !== '')
    .slice(0, 2)
    .map(({ name, email }) => {
      const draft = words('check-in.hard.draft', { name: shortName(name) });
      return openUrl(
        words('check-in.hard.peer', { name: shortName(name, 24) }),
        chatLink({ emails: [email], topic: shortName(name), draft }),
      );
    });
}
