import type { Reason } from '../round.ts';
import { fitParts, partWeights, sharedTopics, topicWeight } from './fit.ts';
import type { PreparedMember, TopicNumbers } from './prepare.ts';
import type { RuleContext } from './rules/rule.ts';
import type { Matched } from './matched.ts';
import { commonTopicsOf } from './circles/circle.ts';
import { minutesOfAll } from './working-clock.ts';

/** More topics than this in one direction say nothing more. */
const MOST_TOPICS = 3;
const SHARED_OFFER_WEIGHT = 10;

type Two = readonly [PreparedMember, PreparedMember];

/** Topics in common by worth, lived experiences first, at most a few. */
function heaviestTopics(context: RuleContext, a: TopicNumbers, b: TopicNumbers): number[] {
  const { pool, settings } = context;
  const rank = (topic: number): number =>
    topicWeight(pool, settings, topic) * 2 + Number(pool.isExperience[topic] === true);
  return sharedTopics(a, b)
    .sort((one, other) => rank(other) - rank(one) || one - other)
    .slice(0, MOST_TOPICS);
}

function topicReasons(context: RuleContext, [mentor, mentee]: Two, weight: number): Reason[] {
  const met = heaviestTopics(context, mentor.offers, mentee.needs);
  const worth = met.map((topic) => topicWeight(context.pool, context.settings, topic));
  const total = worth.reduce((sum, value) => sum + value, 0);
  return met.flatMap((number, index): Reason[] => {
    const topic = context.pool.topics[number];
    if (topic === undefined) return [];
    const share = total === 0 ? 0 : Math.floor((weight * (worth[index] ?? 0)) / total);
    return [{ kind: 'topic', topic, mentor: mentor.id, mentee: mentee.id, weight: share }];
  });
}

function commonTopics(context: RuleContext, [a, b]: Two, kind: 'shared-offer' | 'shared-need'): Reason[] {
  const numbers =
    kind === 'shared-need'
      ? heaviestTopics(context, a.needs, b.needs)
      : heaviestTopics(context, a.offers, b.offers)
          .filter((number) => context.pool.isExperience[number] === true)
          .slice(0, 1);
  return numbers.flatMap((number): Reason[] => {
    const topic = context.pool.topics[number];
    const weight = kind === 'shared-need' ? 2 * SHARED_OFFER_WEIGHT : SHARED_OFFER_WEIGHT;
    return topic === undefined ? [] : [{ kind, topic, weight }];
  });
}

function stepReason([a, b]: Two, weight: number): Reason[] {
  const [ahead, behind] = a.level - b.level || a.years - b.years ? order(a, b) : [null, null];
  if (ahead === null || behind === null) return [];
  const years = Math.max(0, ahead.years - behind.years);
  return [{ kind: 'step', mentor: ahead.id, levels: ahead.level - behind.level, years, weight }];
}

function order(a: PreparedMember, b: PreparedMember): Two {
  return (a.level - b.level || a.years - b.years) > 0 ? [a, b] : [b, a];
}

/** What two share and how they differ, each with its part in the fit. */
function reasonsOfTwo(context: RuleContext, two: Two, kind: Matched['kind']): Reason[] {
  const [a, b] = two;
  const most = partWeights(context.settings);
  const total = Math.max(1, most.topics + most.step + most.hours + most.otherDepartment);
  const parts = fitParts(context, a, b);
  const part = (name: keyof typeof parts): number => Math.floor((most[name] * parts[name]) / total);
  const mutual = kind !== 'mentoring';
  const isAhead = a.level > b.level || (a.level === b.level && a.years > b.years);
  return [
    ...topicReasons(context, two, part('topics')),
    ...(mutual ? topicReasons(context, [b, a], part('topics')) : []),
    ...(mutual ? commonTopics(context, two, 'shared-need') : []),
    ...commonTopics(context, two, 'shared-offer'),
    ...(mutual || isAhead ? stepReason(two, part('step')) : []),
    { kind: 'hours', minutesPerDay: context.pool.commonMinutes(a, b), weight: part('hours') },
    ...(parts.otherDepartment > 0
      ? [{ kind: 'other-department', weight: part('otherDepartment') } as const]
      : []),
  ];
}

/** The same fact said twice in a trio is said once, in its lightest form: what holds for all three. */
function mergeSame(reasons: readonly Reason[]): Reason[] {
  const known = new Map<string, Reason>();
  for (const reason of reasons) {
    const key = JSON.stringify(reason, (name, value: unknown) =>
      name === 'weight' || name === 'minutesPerDay' ? undefined : value,
    );
    const before = known.get(key);
    const isLess =
      before?.kind === 'hours' && reason.kind === 'hours' && reason.minutesPerDay < before.minutesPerDay;
    if (before === undefined || isLess) known.set(key, reason);
  }
  return [...known.values()];
}

/** What holds for everyone in the proposal, and who of them has waited. */
function reasonsOfAll(members: readonly PreparedMember[]): Reason[] {
  const language = members[0]?.spoken.find((tag) => members.every((member) => member.spoken.includes(tag)));
  const waited = members.filter((member) => member.waited > 0 && member.seeks);
  return [
    ...(language === undefined ? [] : [{ kind: 'language', language, weight: 0 } as const]),
    ...waited.map(({ id, waited }): Reason => ({ kind: 'waited', person: id, rounds: waited, weight: 0 })),
  ];
}

/** A circle is about its topics and what holds for all; what two of them share besides would be a long list. */
function reasonsOfCircle(context: RuleContext, members: readonly PreparedMember[]): Reason[] {
  const { pool, settings } = context;
  const topics = commonTopicsOf(members).sort(
    (a, b) => topicWeight(pool, settings, b) - topicWeight(pool, settings, a) || a - b,
  );
  const minutes = minutesOfAll(members.map((member) => pool.clockOf(member)));
  const hours = partWeights(settings).hours;
  return [
    ...topics.slice(0, MOST_TOPICS).flatMap((number): Reason[] => {
      const topic = pool.topics[number];
      const weight = topicWeight(pool, settings, number);
      return topic === undefined ? [] : [{ kind: 'circle', topic, weight }];
    }),
    { kind: 'hours', minutesPerDay: minutes, weight: Math.min(hours, Math.floor((hours * minutes) / 360)) },
  ];
}

/** Why these people are proposed, heaviest first. The same for everyone in the proposal. */
export function reasonsFor(context: RuleContext, { kind, members }: Matched): readonly Reason[] {
  if (kind === 'circle') {
    const reasons = [...reasonsOfCircle(context, members), ...reasonsOfAll(members)];
    return reasons.sort((one, other) => other.weight - one.weight);
  }
  const ofTwo = members.flatMap((a, index) =>
    members.slice(index + 1).flatMap((b) => reasonsOfTwo(context, [a, b], kind)),
  );
  const reasons = [...ofTwo, ...reasonsOfAll(members)];
  // Of two nothing is said twice.
  const merged = members.length > 2 ? mergeSame(reasons) : reasons;
  return merged.sort((one, other) => other.weight - one.weight);
}
