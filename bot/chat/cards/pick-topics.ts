import type { TopicId } from '../../core/ids.ts';
import type { TopicSide } from '../../core/member.ts';
import type { Message } from '../../core/ports/messaging.ts';
import { wordsIn } from '../../words/words.ts';
import type { Action } from './kit.ts';
import { button, choiceSet } from './kit.ts';
import type { ChatCard } from './note.ts';
import { noteCard } from './note.ts';

export interface TopicChoice {
  readonly id: TopicId;
  /** In the language of the card. */
  readonly name: string;
}

export interface PickView extends ChatCard {
  /** Why these are shown: found in what was typed, near to it, or the whole list of lived experiences. */
  readonly from: 'found' | 'near' | 'browse';
  readonly topics: readonly TopicChoice[];
  /** Asked when we do not know. */
  readonly side: TopicSide | null;
}

/** Topics to confirm. Those found are ticked already; nothing is taken until a button is pressed. */
export function pickTopicsCard(view: PickView): Message {
  const words = wordsIn(view.locale, 'chat');
  const part = view.from === 'found' ? 'pick' : view.from === 'near' ? 'nothing' : 'browse';
  if (view.topics.length === 0) return nothingToPick(view);
  return noteCard(view, {
    heading: words(`${part}.title`),
    lines: [words(view.from === 'near' ? 'nothing.near' : `${part}.text`)],
    more: [
      choiceSet({
        id: 'topics',
        label: words(`${part}.label`),
        choices: view.topics.map(({ id, name }) => ({ title: name, value: id })),
        multiple: true,
        selected: view.from === 'found' ? view.topics.map(({ id }) => id) : [],
      }),
    ],
    actions: [
      ...sideButtons(view),
      button({ title: words('pick.none'), verb: 'onboarding.none', key: view.key, inputs: false }),
      ...(view.from === 'browse' ? [] : [browseButton(view)]),
    ],
  });
}

function nothingToPick(view: PickView): Message {
  const words = wordsIn(view.locale, 'chat');
  if (view.from === 'browse')
    return noteCard(view, { heading: words('browse.title'), lines: [words('browse.empty')] });
  return noteCard(view, {
    heading: words('nothing.title'),
    lines: [words('nothing.text')],
    actions: [browseButton(view)],
  });
}

function sideButtons({ locale, key, side }: PickView): readonly Action[] {
  const words = wordsIn(locale, 'chat');
  const add = (title: string, on: TopicSide) =>
    button({ title, verb: 'onboarding.choose', key, data: { side: on, shown: [] }, style: 'positive' });
  if (side !== null) return [add(words('pick.add'), side)];
  return [add(words('pick.offer'), 'offer'), add(words('pick.need'), 'need')];
}

export function browseButton({ locale, key, side }: ChatCard & { readonly side: TopicSide | null }): Action {
  return button({
    title: wordsIn(locale, 'chat')('topics.browse'),
    verb: 'onboarding.browse',
    key,
    data: { side },
    inputs: false,
  });
}
