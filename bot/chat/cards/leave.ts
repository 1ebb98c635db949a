import type { Message } from '../../core/ports/messaging.ts';
import { wordsIn } from '../../words/words.ts';
import { button } from './kit.ts';
import type { ChatCard } from './note.ts';
import { helpButton, noteCard } from './note.ts';
import { nameOf } from './parts.ts';

/** Asked once, without asking why. */
export function leaveQuestionCard(view: ChatCard): Message {
  const words = wordsIn(view.locale, 'chat');
  return noteCard(view, {
    heading: words('leave.title'),
    lines: [words('leave.text'), words('leave.pause')],
    actions: [
      button({ title: words('leave.yes'), verb: 'member.leave', key: view.key }),
      button({ title: words('leave.pause_button'), verb: 'member.pause-ask', key: view.key }),
      button({ title: words('leave.no'), verb: 'member.stay', key: view.key, style: 'positive' }),
    ],
  });
}

export function leftCard(view: ChatCard & { readonly name: string }): Message {
  const words = wordsIn(view.locale, 'chat');
  return noteCard(view, {
    heading: words('leave.done_title', { name: nameOf(view.name) }),
    lines: [words('leave.done')],
  });
}

export function stayedCard(view: ChatCard): Message {
  const words = wordsIn(view.locale, 'chat');
  return noteCard(view, {
    heading: words('stay.title'),
    lines: [words('stay.text')],
    actions: [helpButton(view)],
  });
}
