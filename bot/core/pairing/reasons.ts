import type { Reason } from '../round.ts';
import { fitParts, partWeights, sharedTopics, topicWeight, worth } from './fit.ts';
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
function heaviestTopics({ pool, settings }: RuleContext, a: TopicNumbers, b: TopicNumbers): number[] {
  const shared = sharedTopics(a, b);
  if (shared.length < 2) return shared;
  const rank = (topic: number): number =>
    topicWeight(pool, settings, topic) * 2 + Number(pool.isExperience[topic] === true);
  return shared.sort((one, other) => rank(other) - rank(one) || one - other).slice(0, MOST_TOPICS);
}

function addTopics(reasons: Reason[], context: RuleContext, [mentor, mentee]: Two, weight: number): void {
  const { pool, settings } = context;
  const met = heaviestTopics(context, mentor.offers, mentee.needs);
  const total = worth(context, met);
  for (const number of met) {
    const topic = pool.topics[number];
    if (topic === undefined) continue;
    const share = total === 0 ? 0 : Math.floor((weight * topicWeight(pool, settings, number)) / total);
    reasons.push({ kind: 'topic', topic, mentor: mentor.id, mentee: mentee.id, weight: share });
  }
}

function addSharedNeeds(reasons: Reason[], context: RuleContext, [a, b]: Two): void {
  for (const number of heaviestTopics(context, a.needs, b.needs)) {
    const topic = context.pool.topics[number];
    if (topic !== undefined) reasons.push({ kind: 'shared-need', topic, weight: 2 * SHARED_OFFER_WEIGHT });
  }
}

/** The one lived experience that says most. */
function addSharedOffer(reasons: Reason[], context: RuleContext, [a, b]: Two): void {
  for (const number of heaviestTopics(context, a.offers, b.offers)) {
    const topic = context.pool.topics[number];
    if (topic === undefined || context.pool.isExperience[number] !== true) continue;
    reasons.push({ kind: 'shared-offer', topic, weight: SHARED_OFFER_WEIGHT });
    return;
  }
}

/** Above 0 where the first is ahead, below where the second is. */
const aheadBy = ([a, b]: Two): number => a.level - b.level || a.years - b.years;

function addStep(reasons: Reason[], two: Two, weight: number): void {
  const by = aheadBy(two);
  if (by === 0) return;
  const [ahead, behind] = by > 0 ? two : [two[1], two[0]];
  const years = Math.max(0, ahead.years - behind.years);
  reasons.push({ kind: 'step', mentor: ahead.id, levels: ahead.level - behind.level, years, weight });
}

/** What two share and how they differ, each with its part in the fit. */
function addReasonsOfTwo(reasons: Reason[], context: RuleContext, two: Two, kind: Matched['kind']): void {
  const [a, b] = two;
  const most = partWeights(context.settings);
  const total = Math.max(1, most.topics + most.step + most.hours + most.otherDepartment);
  const parts = fitParts(context, a, b);
  const topics = Math.floor((most.topics * parts.topics) / total);
  const mutual = kind !== 'mentoring';
  addTopics(reasons, context, two, topics);
  if (mutual) {
    addTopics(reasons, context, [b, a], topics);
    addSharedNeeds(reasons, context, two);
  }
  addSharedOffer(reasons, context, two);
  if (mutual || aheadBy(two) > 0) addStep(reasons, two, Math.floor((most.step * parts.step) / total));
  const minutesPerDay = context.pool.commonMinutes(a, b);
  reasons.push({ kind: 'hours', minutesPerDay, weight: Math.floor((most.hours * parts.hours) / total) });
  if (parts.otherDepartment === 0) return;
  const weight = Math.floor((most.otherDepartment * parts.otherDepartment) / total);
  reasons.push({ kind: 'other-department', weight });
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
function addReasonsOfAll(reasons: Reason[], members: readonly PreparedMember[]): void {
  const language = firstOfAll(members);
  if (language !== undefined) reasons.push({ kind: 'language', language, weight: 0 });
  for (const { id, waited, seeks } of members) {
    if (waited > 0 && seeks) reasons.push({ kind: 'waited', person: id, rounds: waited, weight: 0 });
  }
}

/** The language that everyone speaks, and the first of them prefers. */
function firstOfAll([first, ...others]: readonly PreparedMember[]): string | undefined {
  if (first === undefined) return undefined;
  for (const tag of first.spoken) if (others.every(({ spoken }) => spoken.includes(tag))) return tag;
  return undefined;
}

/** Heaviest first; of equals the one that was there first. A plain sort of the few there are, as there are many times few. */
function heaviestFirst(reasons: Reason[]): Reason[] {
  for (let at = 1; at < reasons.length; at += 1) {
    const reason = reasons[at];
    if (reason === undefined) continue;
    let place = at;
    for (; place > 0; place -= 1) {
      const before = reasons[place - 1];
      if (before === undefined || before.weight >= reason.weight) break;
      reasons[place] = before;
    }
    reasons[place] = reason;
  }
  return reasons;
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

function reasonsOfEveryTwo(
  context: RuleContext,
  members: readonly PreparedMember[],
  kind: Matched['kind'],
): Reason[] {
  const reasons: Reason[] = [];
  for (let at = 0; at < members.length; at += 1) {
    for (let next = at + 1; next < members.length; next += 1) {
      const [a, b] = [members[at], members[next]];
      if (a !== undefined && b !== undefined) addReasonsOfTwo(reasons, context, [a, b], kind);
    }
  }
  return reasons;
}

/** Why these people are proposed, heaviest first. The same for everyone in the proposal. */
export function reasonsFor(context: RuleContext, { kind, members }: Matched): readonly Reason[] {
  const reasons =
    kind === 'circle' ? reasonsOfCircle(context, members) : reasonsOfEveryTwo(context, members, kind);
  addReasonsOfAll(reasons, members);
  // Of two nothing is said twice, nor of a circle.
  return heaviestFirst(kind === 'trio' ? mergeSame(reasons) : reasons);
}
