import type { Message } from '../../core/ports/messaging.ts';
import type { Locale } from '../../core/person.ts';
import { CATALOGUE, wordsIn } from '../../words/words.ts';
import { button, facts, openUrl, text } from './kit.ts';
import type { ChatCard } from './note.ts';
import { noteCard } from './note.ts';

export interface MyDataView extends ChatCard {
  /** How many entries are kept, by kind. */
  readonly counts: Readonly<Record<string, number>>;
  readonly tabUrl: string | null;
}

/** What is kept, counted; the whole is in the tab, where only its owner opens it. */
export function myDataCard(view: MyDataView): Message {
  const words = wordsIn(view.locale, 'chat');
  const rows = countedKinds(view.locale, view.counts);
  return noteCard(view, {
    heading: words('data.title'),
    lines: [words(rows.length === 0 ? 'data.nothing' : 'data.lead')],
    more: [...(rows.length === 0 ? [] : [facts(rows)]), text(words('data.none_typed'), { subtle: true })],
    actions: [
      ...(view.tabUrl === null ? [] : [openUrl(words('data.open'), view.tabUrl)]),
      button({ title: words('data.erase'), verb: 'data.erase-ask', key: view.key }),
    ],
  });
}

/** Kinds by their names; what has none yet is counted together. */
function countedKinds(
  locale: Locale,
  counts: Readonly<Record<string, number>>,
): readonly (readonly [string, string])[] {
  const words = wordsIn(locale, 'chat');
  const kinds: Readonly<Record<string, string>> = CATALOGUE[locale].chat.data.kinds;
  const kept = Object.entries(counts).filter(([, count]) => count > 0);
  const named = kept.flatMap(([kind, count]) =>
    kinds[kind] === undefined ? [] : [[kinds[kind], String(count)] as const],
  );
  const others = kept
    .filter(([kind]) => kinds[kind] === undefined)
    .reduce((sum, [, count]) => sum + count, 0);
  return [...named, ...(others > 0 ? [[words('data.other'), String(others)] as const] : [])];
}

export function eraseQuestionCard(view: ChatCard): Message {
  const words = wordsIn(view.locale, 'chat');
  return noteCard(view, {
    heading: words('erase.title'),
    lines: [words('erase.text')],
    actions: [
      button({ title: words('erase.yes'), verb: 'data.erase', key: view.key, style: 'destructive' }),
      button({ title: words('erase.no'), verb: 'member.stay', key: view.key, style: 'positive' }),
    ],
  });
}

export function erasedCard(view: ChatCard): Message {
  const words = wordsIn(view.locale, 'chat');
  return noteCard(view, { heading: words('erase.done_title'), lines: [words('erase.done')] });
}
