import type { LeftOut } from '../round.ts';
import type { PreparedMember } from './prepare.ts';
import { HARD_RULES } from './rules/all-rules.ts';
import { doNotPairOrCooldown } from './rules/do-not-pair-or-cooldown.ts';
import { capacity } from './rules/capacity.ts';
import { topic } from './rules/topic.ts';
import type { PairRule, RuleContext } from './rules/rule.ts';

/** Rules that say whom two people could meet at all; the others say why they do not. */
const WHY_NOT = HARD_RULES.filter((rule) => ![doNotPairOrCooldown, capacity, topic].includes(rule));

/** Whether `person` could be paired with `partner` now with nobody else losing theirs, if only the rules held. */
export type IsOpen = (context: RuleContext, partner: PreparedMember, person: PreparedMember) => boolean;

type Remedy = LeftOut['remedies'][number];

/**
 * Whom a person could meet: they share a topic. Whoever may not be paired with them at all is passed over in silence,
 * since a count of one would tell that somebody asked for it.
 */
function possiblePartners(context: RuleContext, person: PreparedMember): readonly PreparedMember[] {
  return context.pool.members.filter(
    (partner) => topic.holds(context, partner, person) && doNotPairOrCooldown.holds(context, partner, person),
  );
}

function holdsAll(context: RuleContext, partner: PreparedMember, person: PreparedMember): boolean {
  return WHY_NOT.every((rule) => rule.holds(context, partner, person));
}

function causesOf(
  context: RuleContext,
  person: PreparedMember,
  partners: readonly PreparedMember[],
): LeftOut['causes'] {
  if (partners.length === 0) return [{ rule: topic.name, count: context.pool.members.length - 1 }];
  const counts = new Map<string, number>();
  for (const partner of partners) {
    const broken = WHY_NOT.filter((rule) => !rule.holds(context, partner, person));
    const rules = broken.length === 0 ? [capacity] : broken;
    for (const { name } of rules) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].map(([rule, count]) => ({ rule, count })).sort((a, b) => b.count - a.count);
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
  partners: readonly PreparedMember[],
  isOpen: IsOpen,
): Remedy[] {
  const find = (weaker: RuleContext): number =>
    partners.filter((partner) => holdsAll(weaker, partner, person) && isOpen(weaker, partner, person)).length;
  const changes = WHY_NOT.flatMap((rule) => [
    ...weaken(context, rule, 1, find),
    ...weaken(context, rule, -1, find),
  ]);
  const full = partners.filter((partner) => holdsAll(context, partner, person)).length;
  if (full > 0 && context.settings.mode === 'mentoring') {
    changes.push({ rule: capacity.name, from: 0, to: 1, count: full });
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
  return alone.map((person) => {
    const partners = possiblePartners(context, person);
    return {
      personId: person.id,
      causes: causesOf(context, person, partners),
      remedies: remediesOf(context, person, partners, isOpen),
    };
  });
}
