import { COMMON_LANGUAGES, languageName } from '../../core/conversation/languages.ts';
import { LIMITS } from '../../core/limits.ts';
import { RHYTHMS } from '../../core/member.ts';
import { WEEKDAYS } from '../../core/person.ts';
import type { Locale, WorkingHours } from '../../core/person.ts';
import type { Message } from '../../core/ports/messaging.ts';
import { wordsIn } from '../../words/words.ts';
import { button, choiceSet, columns, timeInput } from './kit.ts';
import type { ChatCard } from './note.ts';
import { noteCard } from './note.ts';

/** How many people would you guide? One tap. */
export function capacityCard(view: ChatCard): Message {
  const words = wordsIn(view.locale, 'chat');
  const counts = Array.from({ length: LIMITS.mentorCapacity + 1 }, (_, count) => count);
  return noteCard(view, {
    heading: words('capacity.title'),
    lines: [words('capacity.text')],
    actions: counts.map((capacity) =>
      button({
        title: capacity === 0 ? words('capacity.zero') : String(capacity),
        verb: 'onboarding.capacity',
        key: view.key,
        data: { capacity },
      }),
    ),
  });
}

/** How often? One tap. */
export function rhythmCard(view: ChatCard): Message {
  const words = wordsIn(view.locale, 'chat');
  return noteCard(view, {
    heading: words('rhythm.title'),
    lines: [words('rhythm.text')],
    actions: RHYTHMS.map((rhythm) =>
      button({
        title: words(`rhythm.${rhythm}`),
        verb: 'onboarding.rhythm',
        key: view.key,
        data: { rhythm },
      }),
    ),
  });
}

/** When do you work? The answer that holds now is filled in. */
export function hoursCard(
  view: ChatCard & { readonly hours: WorkingHours; readonly timeZone: string },
): Message {
  const words = wordsIn(view.locale, 'chat');
  const time = (id: 'from' | 'to', minute: number) =>
    timeInput({ id, label: words(`hours.${id}`), value: clock(minute), required: words('hours.time') });
  return noteCard(view, {
    heading: words('hours.title'),
    lines: [words('hours.text', { zone: view.timeZone })],
    more: [
      choiceSet({
        id: 'days',
        label: words('hours.days'),
        choices: WEEKDAYS.map((day) => ({ title: dayName(day, view.locale, 'long'), value: String(day) })),
        multiple: true,
        selected: view.hours.days.map(String),
        required: words('hours.required'),
      }),
      columns([
        { items: [time('from', view.hours.startMinute)] },
        { items: [time('to', view.hours.endMinute)] },
      ]),
    ],
    actions: [
      button({ title: words('hours.save'), verb: 'onboarding.hours', key: view.key, style: 'positive' }),
    ],
  });
}

/** Which languages? Those that hold now are ticked and come first. */
export function languagesCard(view: ChatCard & { readonly languages: readonly string[] }): Message {
  const words = wordsIn(view.locale, 'chat');
  const others = COMMON_LANGUAGES.filter((tag) => !view.languages.includes(tag))
    .map((tag) => ({ title: languageName(tag, view.locale), value: tag }))
    .sort((a, b) => a.title.localeCompare(b.title, view.locale));
  const own = view.languages.map((tag) => ({ title: languageName(tag, view.locale), value: tag }));
  return noteCard(view, {
    heading: words('languages.title'),
    lines: [words('languages.text')],
    more: [
      choiceSet({
        id: 'languages',
        label: words('languages.label'),
        choices: [...own, ...others],
        multiple: true,
        style: 'filtered',
        selected: view.languages,
        required: words('languages.required'),
      }),
    ],
    actions: [
      button({
        title: words('languages.save'),
        verb: 'onboarding.languages',
        key: view.key,
        style: 'positive',
      }),
    ],
  });
}

/** Minutes after midnight as a clock shows them; the end of the day is a minute early, as inputs know no 24:00. */
export function clock(minute: number): string {
  const shown = Math.min(minute, 24 * 60 - 1);
  return `${String(Math.floor(shown / 60)).padStart(2, '0')}:${String(shown % 60).padStart(2, '0')}`;
}

/** A day of the week in a language; 1 is Monday. */
export function dayName(day: number, locale: Locale, length: 'long' | 'short'): string {
  // The first of January 2024 was a Monday.
  const format = new Intl.DateTimeFormat(locale, { weekday: length, timeZone: 'UTC' });
  return format.format(Date.UTC(2024, 0, day));
}
