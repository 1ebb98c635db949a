/** The three taps. Each press puts the next question in the place of the card; the first is private and says so. */
import type { CheckIn, Helpfulness, Mood } from '../../core/check-in.ts';
import { CONNECTIONS, HELPFULNESS, MOODS } from '../../core/check-in.ts';
import type { Card, Message } from '../../core/ports/messaging.ts';
import { wordsIn } from '../../words/words.ts';
import { meetActions } from './introduction.ts';
import type { Action, Button, CardKey, Element } from './kit.ts';
import { asMessage, button, card, text, title } from './kit.ts';
import type { PairView } from './parts.ts';
import { namesOf } from './parts.ts';

export interface CheckInView extends PairView {
  readonly checkIn: Pick<CheckIn, 'id' | 'week'>;
  readonly occurrence?: string;
}

/** First: how are you. Words stand beside each face. */
export function moodCard(view: CheckInView): Message {
  const words = wordsIn(view.locale, 'proposals');
  const names = namesOf(view);
  return message(view, words('check-in.title'), {
    body: [
      text(words('check-in.private', { names })),
      text(words('check-in.week', { week: view.checkIn.week, names }), { subtle: true, small: true }),
    ],
    actions: [
      ...MOODS.map((mood) =>
        press(view, { title: words(`check-in.mood.${mood}`), verb: 'check-in.mood', answer: mood }),
      ),
      press(view, { title: words('check-in.skip'), verb: 'check-in.skip' }),
    ],
  });
}

/** Second: have you two talked. `mood` is answered kindly first; null when it was not given. */
export function connectedCard(view: CheckInView, mood: Mood | null): Message {
  const words = wordsIn(view.locale, 'proposals');
  return message(view, words('check-in.connected.title', { names: namesOf(view) }), {
    before: mood === null ? [] : [text(words(`check-in.thanks.${mood}`))],
    actions: [
      ...CONNECTIONS.map((connected) =>
        press(view, {
          title: words(`check-in.connected.${connected}`),
          verb: 'check-in.connected',
          answer: connected,
        }),
      ),
      press(view, { title: words('check-in.connected.change'), verb: 'check-in.change' }),
    ],
  });
}

/** Third, where they talked: did it help. */
export function helpedCard(view: CheckInView): Message {
  const words = wordsIn(view.locale, 'proposals');
  const note = words(
    `check-in.helped.note${view.partners.length > 2 ? '_circle' : view.partners.length > 1 ? '_trio' : ''}`,
    {
      names: namesOf(view),
    },
  );
  return message(view, words('check-in.helped.title'), {
    body: [text(note, { subtle: true, small: true })],
    actions: HELPFULNESS.map((helped) =>
      press(view, { title: words(`check-in.helped.${helped}`), verb: 'check-in.helped', answer: helped }),
    ),
  });
}

export type DoneWith = 'planned' | 'not-yet' | { readonly helped: Helpfulness };

/** The kind end; a pair that has not met is handed the first step. */
export function doneCard(view: CheckInView, how: DoneWith): Message {
  const words = wordsIn(view.locale, 'proposals');
  const line = typeof how === 'string' ? how : how.helped <= 2 ? 'low-help' : 'yes';
  return message(view, words('check-in.done.title'), {
    body: [text(words(`check-in.done.${line}`))],
    actions: [
      ...(how === 'not-yet' ? meetActions(view) : []),
      ...(line === 'low-help'
        ? [press(view, { title: words('introduction.no-fit'), verb: 'check-in.fit' })]
        : []),
      press(view, { title: words('check-in.done.change'), verb: 'check-in.change' }),
    ],
  });
}

/** The week was asked about too long ago for an answer or a change. */
export function overCard(view: CheckInView): Message {
  const words = wordsIn(view.locale, 'proposals');
  return message(view, words('check-in.over.title'), {
    body: [text(words('check-in.over.text'))],
    actions: [],
  });
}

/** Presses on a check-in are never kept (`confidential` in route.ts), so one version is enough. */
export function checkInKey({ checkIn, occurrence }: Pick<CheckInView, 'checkIn' | 'occurrence'>): CardKey {
  return { subject: checkIn.id, version: 1, ...(occurrence !== undefined && { occurrence }) };
}

function press(
  view: CheckInView,
  { title, verb, answer }: Pick<Button, 'title' | 'verb'> & { answer?: string | number },
): Action {
  return button({ title, verb, key: checkInKey(view), ...(answer !== undefined && { data: { answer } }) });
}

function message(
  view: CheckInView,
  heading: string,
  rest: {
    readonly before?: readonly Element[];
    readonly body?: readonly Element[];
    readonly actions: readonly Action[];
  },
): Message {
  const content: Card = card({
    locale: view.locale,
    speak: heading,
    body: [...(rest.before ?? []), title(heading), ...(rest.body ?? [])],
    actions: rest.actions,
  });
  return asMessage(content, wordsIn(view.locale, 'proposals')('summary.question'));
}
