import type { ProgrammeSettings } from '../../programme.ts';
import type { PreparedMember, PreparedPool } from '../prepare.ts';

export const RULE_NAMES = [
  'topic',
  'reporting-line',
  'do-not-pair-or-cooldown',
  'language',
  'common-hours',
  'step-ahead',
  'capacity',
] as const;
export type RuleName = (typeof RULE_NAMES)[number];

/** What a rule is checked against: the people, and the settings, which may be relaxed ones. */
export interface RuleContext {
  readonly pool: PreparedPool;
  readonly settings: ProgrammeSettings;
}

/** One setting, one step weaker. */
export interface Relaxation {
  readonly settings: ProgrammeSettings;
  readonly from: number;
  readonly to: number;
}

/** A condition that every pair of a round meets. A new rule is a file in this folder and a line in all-rules.ts. */
export interface PairRule {
  readonly name: RuleName;
  /** In the mode `peers` the order of the two does not matter. */
  holds(context: RuleContext, mentor: PreparedMember, mentee: PreparedMember): boolean;
  /** Where the rule sees nothing of a person but this: members in whom it is the very same fare alike. */
  readonly trait?: (member: PreparedMember) => unknown;
  /** Every way in which the programme could weaken this rule by one step; none where it is never weakened. */
  relax(settings: ProgrammeSettings): readonly Relaxation[];
}

export const neverRelaxed = (): readonly Relaxation[] => [];
