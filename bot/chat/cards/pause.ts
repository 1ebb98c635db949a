import type { Message } from '../../core/ports/messaging.ts';
import { wordsIn } from '../../words/words.ts';
import { button } from './kit.ts';
import { dayInWords } from './day.ts';
import type { ChatCard } from './note.ts';
import { helpButton, noteCard } from './note.ts';

/** How long? Days from today; null until the person comes back. */
export const PAUSES = { week: 7, fortnight: 14, month: 30, open: null } as const;

export function pauseQuestionCard(view: ChatCard): Message {
  const words = wordsIn(view.locale, 'chat');
  const lengths = ['week', 'fortnight', 'month', 'open'] as const;
  return noteCard(view, {
    heading: words('pause.title'),
    lines: [words('pause.text')],
    actions: lengths.map((length) =>
      button({ title: words(`pause.${length}`), verb: 'member.pause', key: view.key, data: { length } }),
    ),
  });
}

/** `until` is the day on which the pause ends, `YYYY-MM-DD`; null for a pause without an end. */
export function pausedCard(view: ChatCard & { readonly until: string | null }): Message {
  const words = wordsIn(view.locale, 'chat');
  const line =
    view.until === null
      ? words('pause.done_open')
      : words('pause.done', { date: dayInWords(view.until, view.locale) });
  return noteCard(view, {
    heading: words('pause.done_title'),
    lines: [line],
    actions: [button({ title: words('pause.resume'), verb: 'member.resume', key: view.key })],
  });
}

export function resumedCard(view: ChatCard): Message {
  const words = wordsIn(view.locale, 'chat');
  return noteCard(view, {
    heading: words('resume.title'),
    lines: [words('resume.text')],
    actions: [
      button({ title: words('help.profile'), verb: 'member.profile', key: view.key }),
      helpButton(view),
    ],
  });
}
