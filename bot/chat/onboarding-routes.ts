import { z } from 'zod';
import type { ConversationEvent } from '../core/conversation/advance.ts';
import { PARTS } from '../core/conversation/dialog.ts';
import { asId } from '../core/ids.ts';
import type { TopicId } from '../core/ids.ts';
import { LIMITS } from '../core/limits.ts';
import { RHYTHMS, TOPIC_SIDES } from '../core/member.ts';
import type { TopicSide } from '../core/member.ts';
import { WEEKDAYS } from '../core/person.ts';
import type { WorkingHours } from '../core/person.ts';
import type { TurnAnswer } from '../core/ports/messaging.ts';
import { Refusal } from '../core/refusal.ts';
import { wordsIn } from '../words/words.ts';
import { noteCard } from './cards/note.ts';
import { howItWorksCard } from './cards/welcome.ts';
import { keyFor } from './key-for.ts';
import { chosen, idField, repeatable, replaceBy, route } from './route.ts';
import type { PersonTurn, Press, Routes } from './route.ts';
import { browse } from './show.ts';
import { dialogOf, memberOf, saveDialog, step } from './step.ts';

const nothing = z.object({});
const side = z.enum(TOPIC_SIDES);
const part = z.enum(PARTS);
const timeOfDay = z.string().regex(/^([01]?\d|2[0-3]):[0-5]\d$/);

/** What is answered by tapping, on the way in and whenever something is changed. */
export const onboardingRoutes: Routes = {
  'onboarding.join': route(
    nothing,
    go(() => ({ kind: 'join' })),
  ),
  'onboarding.later': route(nothing, later),
  'onboarding.how': repeatable(route(nothing, how)),
  'onboarding.choose': route(
    z.object({ side, shown: z.array(idField).max(LIMITS.topicsPerList), topics: chosen }),
    go(({ data }) => choose(data)),
  ),
  'onboarding.none': route(
    nothing,
    go(() => ({ kind: 'skip', part: null })),
  ),
  'onboarding.skip': route(
    z.object({ part }),
    go(({ data }) => ({ kind: 'skip', part: data.part })),
  ),
  'onboarding.ask': repeatable(
    route(
      z.object({ part }),
      go(({ data }) => ({ kind: 'ask', part: data.part })),
    ),
  ),
  'onboarding.browse': repeatable(
    route(z.object({ side: side.nullable() }), async (press) =>
      replaceBy(await browse(press, press.data.side)),
    ),
  ),
  'onboarding.capacity': route(
    z.object({ capacity: z.number().int().min(0).max(LIMITS.mentorCapacity) }),
    go(({ data }) => ({ kind: 'capacity', capacity: data.capacity })),
  ),
  'onboarding.rhythm': route(
    z.object({ rhythm: z.enum(RHYTHMS) }),
    go(({ data }) => ({ kind: 'rhythm', rhythm: data.rhythm })),
  ),
  'onboarding.hours': route(
    z.object({ days: chosen, from: timeOfDay, to: timeOfDay }),
    go(({ data }) => ({ kind: 'hours', hours: hoursOf(data) })),
  ),
  'onboarding.languages': route(
    z.object({ languages: chosen }),
    go(({ data }) => ({ kind: 'languages', languages: data.languages })),
  ),
};

/** The press as an event of the conversation; the next card takes the place of the pressed one. */
function go<T>(event: (press: Press<T>) => ConversationEvent): (press: Press<T>) => Promise<TurnAnswer> {
  return async (press) => replaceBy(await step(press, event(press)));
}

function choose(data: {
  side: TopicSide;
  shown: readonly string[];
  topics: readonly string[];
}): ConversationEvent {
  // Nothing shown for good and nothing ticked: none of what was found is right.
  if (data.shown.length + data.topics.length === 0) return { kind: 'skip', part: null };
  return { kind: 'choose', side: data.side, shown: ids(data.shown), chosen: ids(data.topics) };
}

async function later(turn: PersonTurn): Promise<TurnAnswer> {
  const words = wordsIn(turn.locale, 'chat');
  const dialog = await dialogOf(turn);
  await saveDialog(turn, { ...dialog, candidates: [], side: null, confirming: null });
  return replaceBy(
    noteCard(
      { locale: turn.locale, key: keyFor(turn) },
      { heading: words('later.title'), lines: [words('later.text')] },
    ),
  );
}

async function how(turn: PersonTurn): Promise<TurnAnswer> {
  const member = (await memberOf(turn)) !== null;
  return replaceBy(howItWorksCard({ locale: turn.locale, key: keyFor(turn), member }));
}

function ids(values: readonly string[]): readonly TopicId[] {
  return values.map((value) => asId<TopicId>(value));
}

/** `23:59` is how an input says midnight. @throws Refusal 'bad-hours' */
function hoursOf(data: { days: readonly string[]; from: string; to: string }): WorkingHours {
  const days = WEEKDAYS.filter((day) => data.days.includes(String(day)));
  if (days.length === 0 || days.length !== data.days.length) throw new Refusal('bad-hours');
  const end = minuteOf(data.to);
  return { days, startMinute: minuteOf(data.from), endMinute: end === 24 * 60 - 1 ? 24 * 60 : end };
}

function minuteOf(time: string): number {
  const [hours, minutes] = time.split(':').map(Number);
  return (hours ?? 0) * 60 + (minutes ?? 0);
}
