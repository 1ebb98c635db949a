import { languageName } from '../../core/conversation/languages.ts';
import { PARTS } from '../../core/conversation/dialog.ts';
import type { Part } from '../../core/conversation/dialog.ts';
import type { Member } from '../../core/member.ts';
import type { Locale, WorkingHours } from '../../core/person.ts';
import type { Message } from '../../core/ports/messaging.ts';
import { wordsIn } from '../../words/words.ts';
import { button, facts, text } from './kit.ts';
import { dayInWords } from './day.ts';
import type { ChatCard } from './note.ts';
import { noteCard } from './note.ts';
import { nameOf } from './parts.ts';
import { clock, dayName } from './part-questions.ts';
import type { TopicChoice } from './pick-topics.ts';

export interface ProfileView extends ChatCard {
  readonly member: Pick<Member, 'state' | 'pausedUntil' | 'rhythm' | 'mentorCapacity'>;
  readonly offers: readonly TopicChoice[];
  readonly needs: readonly TopicChoice[];
  readonly hours: WorkingHours;
  readonly languages: readonly string[];
}

/** More than this is a wall of words; the whole list is behind its button. */
const SHOWN_TOPICS = 12;

/** Everything that a member has chosen, with a button to change each part. */
export function profileCard(view: ProfileView): Message {
  const words = wordsIn(view.locale, 'chat');
  const empty = view.offers.length + view.needs.length === 0;
  return noteCard(view, {
    heading: words('profile.title'),
    lines: [...pauseLine(view), words('profile.saved')],
    more: [
      facts(PARTS.map((part) => [words(`profile.${part}`), valueOf(view, part)] as const)),
      text(
        words(empty ? 'profile.nothing' : 'profile.next'),
        empty ? { colour: 'Attention' } : { subtle: true },
      ),
      text(words('profile.change_label'), { bold: true }),
    ],
    actions: PARTS.map((part) =>
      button({
        title: words(`profile.change.${part}`),
        verb: 'onboarding.ask',
        key: view.key,
        data: { part },
      }),
    ),
    wide: true,
  });
}

function pauseLine({ locale, member }: ProfileView): readonly string[] {
  const words = wordsIn(locale, 'chat');
  if (member.state !== 'paused') return [];
  if (member.pausedUntil === null) return [words('profile.paused_open')];
  return [words('profile.paused', { date: dayInWords(member.pausedUntil, locale) })];
}

function valueOf(view: ProfileView, part: Part): string {
  const words = wordsIn(view.locale, 'chat');
  switch (part) {
    case 'offers':
      return topicsIn(view.locale, view.offers);
    case 'needs':
      return topicsIn(view.locale, view.needs);
    case 'capacity':
      return String(view.member.mentorCapacity);
    case 'rhythm':
      return words(`rhythm.${view.member.rhythm}`);
    case 'hours':
      return hoursIn(view.locale, view.hours);
    case 'languages':
      break;
  }
  return view.languages.map((tag) => languageName(tag, view.locale)).join(', ');
}

function topicsIn(locale: Locale, topics: readonly TopicChoice[]): string {
  const words = wordsIn(locale, 'chat');
  if (topics.length === 0) return words('topics.none');
  const shown = topics.slice(0, SHOWN_TOPICS).map(({ name }) => nameOf(name));
  const more = topics.length - shown.length;
  return [...shown, ...(more > 0 ? [words('profile.more', { count: more })] : [])].join(', ');
}

function hoursIn(locale: Locale, { days, startMinute, endMinute }: WorkingHours): string {
  const names = days.map((day) => dayName(day, locale, 'short')).join(' ');
  const to = endMinute === 24 * 60 ? '24:00' : clock(endMinute);
  return wordsIn(locale, 'chat')('hours.value', { days: names, from: clock(startMinute), to });
}
