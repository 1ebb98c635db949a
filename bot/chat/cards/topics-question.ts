import type { TopicSide } from '../../core/member.ts';
import type { Locale } from '../../core/person.ts';
import type { Message } from '../../core/ports/messaging.ts';
import { languageName } from '../../core/conversation/languages.ts';
import { partOf } from '../../core/conversation/dialog.ts';
import { wordsIn } from '../../words/words.ts';
import type { Element } from './kit.ts';
import { box, button, choiceSet, facts, text } from './kit.ts';
import type { ChatCard } from './note.ts';
import { noteCard } from './note.ts';
import { nameOf } from './parts.ts';
import type { TopicChoice } from './pick-topics.ts';
import { browseButton } from './pick-topics.ts';

/** What the directory knows: shown, not asked again. */
export interface DirectoryFacts {
  readonly jobTitle: string;
  readonly department: string;
  readonly timeZone: string;
  readonly languages: readonly string[];
}

export interface TopicsQuestionView extends ChatCard {
  readonly side: TopicSide;
  /** Chosen before, and suggested by the directory; all ticked, to be looked through. */
  readonly topics: readonly TopicChoice[];
  /** Shown once, with the first question. */
  readonly directory: DirectoryFacts | null;
}

/** What have you come through, or what are you facing? Answered by ticking or by typing. */
export function topicsQuestionCard(view: TopicsQuestionView): Message {
  const words = wordsIn(view.locale, 'chat');
  const part = partOf(view.side);
  const ids = view.topics.map(({ id }) => id);
  const choices = view.topics.map(({ id, name }) => ({ title: name, value: id }));
  const { key, locale, side } = view;
  return noteCard(view, {
    heading: words(`${part}.title`),
    lines: [words(`${part}.text`)],
    more: [
      ...(choices.length === 0
        ? []
        : [
            choiceSet({
              id: 'topics',
              label: words(`${part}.label`),
              choices,
              multiple: true,
              selected: ids,
            }),
          ]),
      text(words(`${part}.type`), { subtle: true }),
      ...(view.directory === null ? [] : [directoryBox(locale, view.directory)]),
    ],
    actions: [
      ...(choices.length === 0
        ? []
        : [
            button({
              title: words('topics.save'),
              verb: 'onboarding.choose',
              key,
              data: { side, shown: ids },
              style: 'positive',
            }),
          ]),
      browseButton({ locale, key, side }),
      button({ title: words('topics.skip'), verb: 'onboarding.skip', key, data: { part }, inputs: false }),
    ],
  });
}

function directoryBox(locale: Locale, known: DirectoryFacts): Element {
  const words = wordsIn(locale, 'chat');
  const rows: readonly (readonly [string, string])[] = [
    [words('directory.job'), nameOf(known.jobTitle)],
    [words('directory.department'), nameOf(known.department)],
    [words('directory.zone'), known.timeZone],
    [words('directory.languages'), known.languages.map((tag) => languageName(tag, locale)).join(', ')],
  ];
  return box([
    text(words('directory.title'), { small: true, subtle: true }),
    facts(rows.filter(([, value]) => value !== '')),
  ]);
}
