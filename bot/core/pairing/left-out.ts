import type { LeftOut } from '../round.ts';
import type { PreparedMember } from './prepare.ts';
import { HARD_RULES } from './rules/all-rules.ts';
import { doNotPairOrCooldown } from './rules/do-not-pair-or-cooldown.ts';
import { capacity } from './rules/capacity.ts';
import { topic } from './rules/topic.ts';
import { topicSharers } from './topic-sharers.ts';
import type { TopicSharers } from './topic-sharers.ts';
import type { PairRule, RuleContext } from './rules/rule.ts';

/** Rules that say whom two people could meet at all; the others say why they do not. */
const WHY_NOT = HARD_RULES.filter((rule) => ![doNotPairOrCooldown, capacity, topic].includes(rule));

/** Whether `person` could be paired with `partner` now with nobody else losing theirs, if only the rules held. */
export type IsOpen = (context: RuleContext, partner: PreparedMember, person: PreparedMember) => boolean;

type Remedy = LeftOut['remedies'][number];

/** Whom a person could meet, by what stands between them. */
interface Partners {
  /** By rule of `WHY_NOT`: how many it rules out, whatever else does. */
  readonly ruledOut: Int32Array;
  /** No rule stands between. */
  readonly fitting: readonly PreparedMember[];
  /** By rule of `WHY_NOT`: those whom it alone rules out. */
  readonly butFor: readonly (readonly PreparedMember[])[];
}

/**
 * Whom a person could meet: they share a topic. Whoever may not be paired with them at all is passed over in silence,
 * since a count of one would tell that somebody asked for it.
 */
function partnersOf(context: RuleContext, sharing: TopicSharers, person: PreparedMember): Partners | null {
  const ruledOut = new Int32Array(WHY_NOT.length);
  const fitting: PreparedMember[] = [];
  const butFor: PreparedMember[][] = WHY_NOT.map(() => []);
  for (const partner of sharing(person)) {
    if (!doNotPairOrCooldown.holds(context, partner, person)) continue;
    let [broken, last] = [0, 0];
    for (let at = 0; at < WHY_NOT.length; at += 1) {
      if (WHY_NOT[at]?.holds(context, partner, person) !== false) continue;
      broken += 1;
      last = at;
      ruledOut[at] = (ruledOut[at] ?? 0) + 1;
    }
    if (broken === 0) fitting.push(partner);
    if (broken === 1) butFor[last]?.push(partner);
  }
  const isNobody = fitting.length === 0 && ruledOut.every((count) => count === 0);
  return isNobody ? null : { ruledOut, fitting, butFor };
}

function causesOf(context: RuleContext, partners: Partners | null): LeftOut['causes'] {
  if (partners === null) return [{ rule: topic.name, count: context.pool.members.length - 1 }];
  const ruled = WHY_NOT.map(({ name }, at) => ({ rule: name, count: partners.ruledOut[at] ?? 0 }));
  return [...ruled, { rule: capacity.name, count: partners.fitting.length }]
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);
}

/** Weakens one rule step by step in one direction until someone is found. */
function weaken(
  context: RuleContext,
  rule: PairRule,
  direction: number,
  find: (context: RuleContext) => number,
): Remedy[] {
  let settings = context.settings;
  let from: number | null = null;
  for (;;) {
    const step = rule.relax(settings).find((change) => Math.sign(change.to - change.from) === direction);
    if (step === undefined) return [];
    from ??= step.from;
    settings = step.settings;
    const count = find({ pool: context.pool, settings });
    if (count > 0) return [{ rule: rule.name, from, to: step.to, count }];
  }
}

function remediesOf(
  context: RuleContext,
  person: PreparedMember,
  { fitting, butFor }: Partners,
  isOpen: IsOpen,
): Remedy[] {
  const changes = WHY_NOT.flatMap((rule, at) => {
    const nearly = [...fitting, ...(butFor[at] ?? [])];
    const find = (weaker: RuleContext): number =>
      nearly.filter((partner) => rule.holds(weaker, partner, person) && isOpen(weaker, partner, person))
        .length;
    return [...weaken(context, rule, 1, find), ...weaken(context, rule, -1, find)];
  });
  if (fitting.length > 0 && context.settings.mode === 'mentoring') {
    changes.push({ rule: capacity.name, from: 0, to: 1, count: fitting.length });
  }
  const size = ({ from, to }: Remedy): number => Math.abs(to - from);
  return changes.sort((a, b) => size(a) - size(b) || b.count - a.count);
}

/**
 * Why each of these has no proposal: of those who share a topic with them, how many each rule ruled out (one partner
 * can fall under several), and the smallest change of each single setting that would pair them. Computed, not guessed.
 */
export function explainLeftOut(
  context: RuleContext,
  alone: readonly PreparedMember[],
  isOpen: IsOpen,
): readonly LeftOut[] {
  if (alone.length === 0) return [];
  const sharing = topicSharers(context);
  return alone.map((person) => {
    const partners = partnersOf(context, sharing, person);
    return {
      personId: person.id,
      causes: causesOf(context, partners),
      remedies: partners === null ? [] : remediesOf(context, person, partners, isOpen),
    };
  });
}
