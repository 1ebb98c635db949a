import { TIE_RANGE } from '../assignment.ts';
import { mix } from '../hash.ts';
import type { PreparedMember } from '../prepare.ts';
import { inOneLine } from '../reporting-tree.ts';
import { HARD_RULES } from '../rules/all-rules.ts';
import { capacity } from '../rules/capacity.ts';
import { commonHours } from '../rules/common-hours.ts';
import { doNotPairOrCooldown } from '../rules/do-not-pair-or-cooldown.ts';
import { language } from '../rules/language.ts';
import { reportingLine } from '../rules/reporting-line.ts';
import type { PairRule, RuleContext } from '../rules/rule.ts';
import { stepAhead } from '../rules/step-ahead.ts';
import { topic } from '../rules/topic.ts';
import { PairIndex } from './pair-index.ts';
import { mentorSide, seekerSide } from './side.ts';
import type { Side } from './side.ts';
import { Terms } from './terms.ts';

/** What the index sees to. Every other rule, one added later too, is asked for each pair that is to be used. */
const INDEXED = [capacity, stepAhead, commonHours, topic];

/** With up to 30 languages in use, one word of bits holds them all, and the index is exact for them too. */
export function otherRules({ pool }: RuleContext): readonly PairRule[] {
  const indexed = (pool.members[0]?.languages.length ?? 0) <= 1 ? [...INDEXED, language] : INDEXED;
  return HARD_RULES.filter((rule) => !indexed.includes(rule));
}

/** The people of a round by number, and the index through which they are paired. */
export interface PairFinder {
  readonly seekers: readonly PreparedMember[];
  readonly mentors: readonly PreparedMember[];
  readonly sides: { readonly seekers: Side; readonly mentors: Side };
  readonly index: PairIndex;
  /** The rules that the index does not see to. */
  isAdmissible(mentor: number, seeker: number): boolean;
  /** The same as `pairTie` of the two. */
  tie(mentor: number, seeker: number): number;
}

/** `more` is what each pair costs beside what it lacks and what its mentor has done lately. */
export function pairFinder(context: RuleContext, seed: number, more = 0): PairFinder {
  const seekers = context.pool.members.filter((member) => member.seeks);
  const mentors = context.pool.members
    .filter((member) => member.freeAsMentor > 0)
    .sort((a, b) => a.level - b.level || a.clock - b.clock || a.at - b.at);
  const terms = new Terms(context);
  const sides = {
    seekers: seekerSide(terms, seekers, seed),
    mentors: mentorSide(terms, mentors, { seed, more }),
  };
  const [ofMentor, ofSeeker] = [sides.mentors.chance, sides.seekers.chance];
  return {
    seekers,
    mentors,
    sides,
    index: new PairIndex(terms, sides.mentors),
    isAdmissible: byOtherRules(context, mentors, seekers),
    tie: (mentor, seeker) => mix((ofMentor[mentor] ?? 0) ^ (ofSeeker[seeker] ?? 0)) % TIE_RANGE,
  };
}

/**
 * Asks the other rules, those that know two people by name by what they ask for alone and in columns: it is asked about
 * millions of pairs, and the people lie all over memory.
 */
function byOtherRules(
  context: RuleContext,
  mentors: readonly PreparedMember[],
  seekers: readonly PreparedMember[],
): PairFinder['isAdmissible'] {
  const rules = otherRules(context).filter((rule) => rule !== doNotPairOrCooldown && rule !== reportingLine);
  const { pool } = context;
  const [guides, guided] = [columnsOf(mentors), columnsOf(seekers)];
  return (mentor, seeker) => {
    const line = { from: guides.from[mentor] ?? 0, to: guides.to[mentor] ?? 0 };
    if (inOneLine(line, { from: guided.from[seeker] ?? 0, to: guided.to[seeker] ?? 0 })) return false;
    const [guide, mentee] = [{ at: guides.at[mentor] ?? 0 }, { at: guided.at[seeker] ?? 0 }];
    if (guide.at === mentee.at || pool.isForbidden(guide, mentee)) return false;
    if (rules.length === 0) return true;
    const [one, other] = [mentors[mentor], seekers[seeker]];
    if (one === undefined || other === undefined) return false;
    for (const rule of rules) if (!rule.holds(context, one, other)) return false;
    return true;
  };
}

const columnsOf = (members: readonly PreparedMember[]) => ({
  at: Int32Array.from(members, ({ at }) => at),
  from: Int32Array.from(members, ({ line }) => line.from),
  to: Int32Array.from(members, ({ line }) => line.to),
});
