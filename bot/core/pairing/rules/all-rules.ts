import type { PreparedMember } from '../prepare.ts';
import { capacity } from './capacity.ts';
import { commonHours } from './common-hours.ts';
import { doNotPairOrCooldown } from './do-not-pair-or-cooldown.ts';
import { language } from './language.ts';
import { reportingLine } from './reporting-line.ts';
import { neverRelaxed } from './rule.ts';
import type { PairRule, RuleContext } from './rule.ts';
import { stepAhead } from './step-ahead.ts';
import { topic } from './topic.ts';

/** Every hard rule of pairing, the cheapest and most often broken first. */
export const HARD_RULES: readonly PairRule[] = [
  capacity,
  stepAhead,
  commonHours,
  language,
  doNotPairOrCooldown,
  reportingLine,
  topic,
];

/** Whether every hard rule holds for these two. */
export function isAdmissible(context: RuleContext, mentor: PreparedMember, mentee: PreparedMember): boolean {
  for (const rule of HARD_RULES) if (!rule.holds(context, mentor, mentee)) return false;
  return true;
}

/** The rules that tell why two who could talk about something do not meet; the rest say whether they could at all. */
export const TELLING_RULES: readonly PairRule[] = HARD_RULES.filter(
  (rule) => ![doNotPairOrCooldown, capacity, topic].includes(rule),
);

/** Those of them that a programme could weaken. */
export const SOFT_RULES: readonly PairRule[] = TELLING_RULES.filter((rule) => rule.relax !== neverRelaxed);
