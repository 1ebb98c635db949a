import type { Message } from '../../core/ports/messaging.ts';
import { wordsIn } from '../../words/words.ts';
import type { CareView } from './care.ts';
import { backButton, backTo, careKey } from './care.ts';
import { asMessage, button, card, text, title } from './kit.ts';

/** Two minutes of slow breathing out, in words, to be stopped at any time. */
export function breathCard(view: Pick<CareView, 'locale' | 'checkIn'>): Message {
  const words = wordsIn(view.locale, 'proposals');
  const steps = [words('breath.in'), words('breath.out'), words('breath.again')];
  const content = card({
    locale: view.locale,
    speak: words('breath.title'),
    body: [
      title(words('breath.title')),
      text(steps.map((step, n) => `${n + 1}. ${step}`).join('\n')),
      text(words('breath.note'), { subtle: true }),
    ],
    actions: [
      ...backButton(view),
      button({ title: words('breath.call'), verb: 'care.call', key: careKey(view), data: backTo(view) }),
    ],
  });
  return asMessage(content, words('summary.hello'));
}
