import type { ProgrammeSettings } from '../programme.ts';
import type { PreparedMember, PreparedPool, TopicNumbers } from './prepare.ts';
import type { RuleContext } from './rules/rule.ts';

/** A perfect fit, and a perfect part of one. */
export const FULL = 1000;
/** More common time than this a day adds nothing. */
const ENOUGH_MINUTES = 360;
/** What each level away from the best step takes off. */
const LEVEL_LOSS = 400;
const SAME_LEVEL_YEARS = 200;

/** How well each part fits, 0 to 1000 whatever the weights. */
export interface FitParts {
  readonly topics: number;
  readonly step: number;
  readonly hours: number;
  readonly otherDepartment: number;
}

/** The most that each part can weigh. Topics are full with one lived experience and two skills. */
export function partWeights({ weights }: ProgrammeSettings): FitParts {
  return {
    topics: weights.experience + 2 * weights.skill,
    step: weights.step,
    hours: weights.hours,
    otherDepartment: weights.otherDepartment,
  };
}

/** Topic numbers that two ascending lists share. */
export function sharedTopics(a: TopicNumbers, b: TopicNumbers): number[] {
  const shared: number[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const [one, other] = [a[i] ?? 0, b[j] ?? 0];
    if (one === other) shared.push(one);
    if (one <= other) i += 1;
    if (other <= one) j += 1;
  }
  return shared;
}

export function topicWeight(pool: PreparedPool, settings: ProgrammeSettings, topic: number): number {
  return pool.isExperience[topic] === true ? settings.weights.experience : settings.weights.skill;
}

export function worth({ pool, settings }: RuleContext, topics: readonly number[]): number {
  let sum = 0;
  for (const topic of topics) sum += topicWeight(pool, settings, topic);
  return sum;
}

/** How much was met of what could be asked of one person: 0 to 1000. Who asks for nothing has all of it. */
export function partMet(met: number, asked: number): number {
  return asked === 0 ? FULL : Math.min(FULL, Math.floor((FULL * met) / asked));
}

/** How much of what the mentee is facing the mentor has come through. */
function needsMet(context: RuleContext, mentor: PreparedMember, mentee: PreparedMember): number {
  const asked = Math.min(worth(context, mentee.needs), partWeights(context.settings).topics);
  return partMet(worth(context, sharedTopics(mentor.offers, mentee.needs)), asked);
}

/**
 * Topics of peers, from how much each meets of the other's needs (0 to 1000) and the worth of what both are facing,
 * of `most`: the better direction counts most, and facing the same counts as much as half a need met.
 */
export function peersMet(one: number, other: number, facing: number, most: number): number {
  const together = most === 0 ? 0 : Math.floor((FULL * facing) / (2 * most));
  return Math.min(FULL, Math.max(one, other) - Math.floor(Math.abs(one - other) / 4) + together);
}

function peerTopics(context: RuleContext, a: PreparedMember, b: PreparedMember): number {
  const facing = worth(context, sharedTopics(a.needs, b.needs));
  const most = partWeights(context.settings).topics;
  return peersMet(needsMet(context, a, b), needsMet(context, b, a), facing, most);
}

/** A small step is best: one level ahead; at the same level, more years count a little. Peers: the same level. */
function stepPart({ mode, stepsAhead }: ProgrammeSettings, a: PreparedMember, b: PreparedMember): number {
  const levels = a.level - b.level;
  if (mode !== 'mentoring') return Math.max(0, FULL - LEVEL_LOSS * Math.abs(levels));
  const best = Math.max(stepsAhead.min, Math.min(1, stepsAhead.max));
  const years = levels === 0 && best > 0 ? Math.sign(a.years - b.years) * SAME_LEVEL_YEARS : 0;
  return Math.max(0, FULL - LEVEL_LOSS * Math.abs(levels - best) + years);
}

export function fitParts(context: RuleContext, mentor: PreparedMember, mentee: PreparedMember): FitParts {
  const minutes = Math.min(ENOUGH_MINUTES, context.pool.commonMinutes(mentor, mentee));
  const peers = context.settings.mode !== 'mentoring';
  return {
    topics: (peers ? peerTopics : needsMet)(context, mentor, mentee),
    step: stepPart(context.settings, mentor, mentee),
    hours: Math.floor((FULL * minutes) / ENOUGH_MINUTES),
    otherDepartment: mentor.department === mentee.department ? 0 : FULL,
  };
}

/** How well two fit by the programme's weights: a whole number from 0 to 1000. Doubling all weights changes nothing. */
export function fitOf(context: RuleContext, mentor: PreparedMember, mentee: PreparedMember): number {
  const weights = partWeights(context.settings);
  const parts = fitParts(context, mentor, mentee);
  const most = weights.topics + weights.step + weights.hours + weights.otherDepartment;
  if (most === 0) return FULL;
  const sum =
    weights.topics * parts.topics +
    weights.step * parts.step +
    weights.hours * parts.hours +
    weights.otherDepartment * parts.otherDepartment;
  return Math.floor(sum / most);
}

/** What a pair costs: the square of what it lacks, so that one poor pair weighs more than two middling ones. */
export const shortfall = (fit: number): number => (FULL - fit) ** 2;

/** What each time of guiding lately costs, in points of fit; more than so many times weigh no more. */
const WEAR_POINTS = 100;
const MOST_WEAR = 3;

/**
 * What it costs to ask somebody again who has guided others lately, beside what the pair lacks: convex too, so that
 * the asking goes round. It decides between mentors and never whether somebody has one.
 */
export const wear = (guidedLately: number): number =>
  (WEAR_POINTS * Math.min(MOST_WEAR, Math.max(0, guidedLately))) ** 2;

/** What a pair costs in all. */
export const pairCost = (context: RuleContext, mentor: PreparedMember, mentee: PreparedMember): number =>
  shortfall(fitOf(context, mentor, mentee)) +
  (context.settings.mode === 'mentoring' ? wear(mentor.guidedLately) : 0);

/** The most that any pair can cost. */
export const LARGEST_COST = shortfall(0) + wear(MOST_WEAR);

/** What so many pairs fit, in squares of a thousandth: what perfect fits would come to, less what these lack. */
export const totalFit = (pairs: number, lacking: number): number => shortfall(0) * pairs - lacking;
