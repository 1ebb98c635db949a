/** The card for what the conversation shows next: loads what it shows, and hands it to the pure card. */
import type { Show } from '../core/conversation/advance.ts';
import { sideOf } from '../core/conversation/dialog.ts';
import type { Dialog, Part } from '../core/conversation/dialog.ts';
import type { TopicId } from '../core/ids.ts';
import type { Member, TopicSide } from '../core/member.ts';
import type { Locale, Topic } from '../core/person.ts';
import type { Message } from '../core/ports/messaging.ts';
import { Refusal } from '../core/refusal.ts';
import { topicName } from '../core/topics/experiences.ts';
import { clockOf } from '../core/working-time.ts';
import { leaveQuestionCard } from './cards/leave.ts';
import { eraseQuestionCard } from './cards/my-data.ts';
import { capacityCard, hoursCard, languagesCard, rhythmCard } from './cards/part-questions.ts';
import { pickTopicsCard } from './cards/pick-topics.ts';
import type { PickView, TopicChoice } from './cards/pick-topics.ts';
import { profileCard } from './cards/profile.ts';
import { topicsQuestionCard } from './cards/topics-question.ts';
import { welcomeCard } from './cards/welcome.ts';
import { keyFor } from './key-for.ts';
import type { PersonTurn } from './route.ts';

/** The more a card lists, the less of it is read; the rest can be typed. */
const MOST_SUGGESTED = 20;
const MOST_BROWSED = 60;

export async function show(turn: PersonTurn, next: Show, dialog: Dialog): Promise<Message> {
  const view = { locale: turn.locale, key: keyFor(turn) };
  switch (next.kind) {
    case 'welcome': {
      const found = await namesOf(turn, dialog.candidates);
      return welcomeCard({ ...view, name: turn.person.displayName, found: found.map(({ name }) => name) });
    }
    case 'question':
      return question(turn, next.part, dialog);
    case 'candidates':
      return pick(turn, { from: 'found', side: dialog.side, topics: dialog.candidates });
    case 'confirm':
      return next.what === 'leave' ? leaveQuestionCard(view) : eraseQuestionCard(view);
    case 'summary':
      break;
  }
  const member = await own(turn);
  return profileCard({
    ...view,
    member,
    offers: sorted(await namesOf(turn, member.offers), turn.locale),
    needs: sorted(await namesOf(turn, member.needs), turn.locale),
    hours: turn.preferences.hours,
    languages: turn.preferences.languages ?? turn.person.languages,
  });
}

/** Topics to confirm, by id. */
export async function pick(
  turn: PersonTurn,
  what: Pick<PickView, 'from' | 'side'> & { readonly topics: readonly TopicId[] },
): Promise<Message> {
  const topics = await namesOf(turn, what.topics);
  return pickTopicsCard({ ...what, topics, locale: turn.locale, key: keyFor(turn) });
}

/** Every lived experience of the company. */
export async function browse(turn: PersonTurn, side: TopicSide | null): Promise<Message> {
  const all = await turn.deps.store.reads.topics.all(turn.person.tenantId);
  const lived = all.filter(({ kind }) => kind === 'experience').slice(0, MOST_BROWSED);
  const topics = sorted(lived.map(choiceIn(turn.locale)), turn.locale);
  return pickTopicsCard({ from: 'browse', side, topics, locale: turn.locale, key: keyFor(turn) });
}

async function question(turn: PersonTurn, part: Part, dialog: Dialog): Promise<Message> {
  const view = { locale: turn.locale, key: keyFor(turn) };
  switch (part) {
    case 'capacity':
      return capacityCard(view);
    case 'rhythm':
      return rhythmCard(view);
    case 'hours': {
      const { hours, timeZone } = clockOf(turn.person, turn.preferences);
      return hoursCard({ ...view, hours, timeZone });
    }
    case 'languages':
      return languagesCard({ ...view, languages: turn.preferences.languages ?? turn.person.languages });
    case 'offers':
    case 'needs':
      break;
  }
  return topicsQuestion(turn, sideOf(part) ?? 'offer', dialog);
}

async function topicsQuestion(turn: PersonTurn, side: TopicSide, dialog: Dialog): Promise<Message> {
  const { deps, person, locale } = turn;
  const member = await own(turn);
  const chosen = side === 'offer' ? member.offers : member.needs;
  const suggested = dialog.onboarding ? await deps.store.reads.people.suggestedTopics(person.id) : [];
  const more = suggested
    .filter((each) => each.side === side && !chosen.includes(each.topicId))
    .map((each) => each.topicId);
  const found = await deps.store.reads.topics.byIds([...chosen, ...more]);
  const mine = listed(found, chosen, locale);
  const free = Math.max(0, MOST_SUGGESTED - mine.length);
  const first = dialog.onboarding && dialog.done.length === 0;
  return topicsQuestionCard({
    locale,
    key: keyFor(turn),
    side,
    topics: [...mine, ...listed(found, more, locale).slice(0, free)],
    directory: first ? { ...person, timeZone: clockOf(person, turn.preferences).timeZone } : null,
  });
}

/** Lived experiences first, since they carry further than skills; then by name. */
function listed(
  topics: ReadonlyMap<TopicId, Topic>,
  ids: readonly TopicId[],
  locale: Locale,
): readonly TopicChoice[] {
  const known = ids.map((id) => topics.get(id)).filter((topic) => topic !== undefined);
  const of = (kind: Topic['kind']) =>
    sorted(known.filter((topic) => topic.kind === kind).map(choiceIn(locale)), locale);
  return [...of('experience'), ...of('skill')];
}

async function namesOf(turn: PersonTurn, ids: readonly TopicId[]): Promise<readonly TopicChoice[]> {
  const topics = await turn.deps.store.reads.topics.byIds(ids);
  return ids
    .map((id) => topics.get(id))
    .filter((topic) => topic !== undefined)
    .map(choiceIn(turn.locale));
}

const choiceIn =
  (locale: Locale) =>
  ({ id, name }: Topic): TopicChoice => ({ id, name: topicName(name, locale) });

function sorted(topics: readonly TopicChoice[], locale: Locale): readonly TopicChoice[] {
  return [...topics].sort((a, b) => a.name.localeCompare(b.name, locale));
}

async function own({ deps, person, programme }: PersonTurn): Promise<Member> {
  const member = programme === null ? null : await deps.store.reads.members.one(programme.id, person.id);
  if (member === null) throw new Refusal('not-a-member');
  return member;
}
