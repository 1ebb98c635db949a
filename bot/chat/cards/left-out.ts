import type { Locale } from '../../core/person.ts';
import type { Message } from '../../core/ports/messaging.ts';
import { wordsIn } from '../../words/words.ts';
import type { Element } from './kit.ts';
import { asMessage, bullets, card, subtitle, text, title } from './kit.ts';

export interface LeftOutView {
  readonly locale: Locale;
  /** In words. */
  readonly causes: readonly string[];
  readonly remedies: readonly string[];
}

/** A round found nobody: why, and what the person can do about it. */
export function leftOutCard(view: LeftOutView): Message {
  const words = wordsIn(view.locale, 'proposals');
  const content = card({
    locale: view.locale,
    speak: words('left-out.title'),
    body: [
      title(words('left-out.title')),
      text(words('left-out.lead')),
      subtitle(words('left-out.why')),
      ...bullets(view.causes.length === 0 ? [words('left-out.no-cause')] : view.causes),
      ...remedyLines(view),
      text(words('left-out.change_text'), { subtle: true, separator: true }),
    ],
  });
  return asMessage(content, words('summary.news'));
}

function remedyLines({ locale, remedies }: LeftOutView): readonly Element[] {
  if (remedies.length === 0) return [];
  return [subtitle(wordsIn(locale, 'proposals')('left-out.change')), ...bullets(remedies)];
}
