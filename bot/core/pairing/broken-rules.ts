import { PeopleSet } from './people-set.ts';
import type { PreparedMember } from './prepare.ts';
import { TELLING_RULES } from './rules/all-rules.ts';
import { reportingLine } from './rules/reporting-line.ts';
import type { PairRule, RuleContext } from './rules/rule.ts';

/** Those with whom a rule does not hold for a person, good until the next call. */
type RuledOut = (person: PreparedMember) => PeopleSet;

/**
 * By telling rule: whom it keeps from a person, whatever else does. A rule that sees only a trait of each is asked once
 * for every two traits and not for every two people, which is what makes a hundred million questions bearable.
 */
export function brokenRules(context: RuleContext): (person: PreparedMember) => readonly PeopleSet[] {
  const ruledOut = TELLING_RULES.map((rule): RuledOut => {
    if (rule === reportingLine) return byLine(context);
    return rule.trait === undefined ? byName(context, rule) : byTrait(context, rule, rule.trait);
  });
  return (person) => ruledOut.map((by) => by(person));
}

function byName(context: RuleContext, rule: PairRule): RuledOut {
  const { members } = context.pool;
  return (person) => {
    const out = new PeopleSet(members.length);
    for (const other of members) if (!rule.holds(context, other, person)) out.add(other.at);
    return out;
  };
}

function byTrait(
  context: RuleContext,
  rule: PairRule,
  traitOf: (member: PreparedMember) => number | string,
): RuledOut {
  const { members } = context.pool;
  const numbers = new Map<number | string, number>();
  /** By trait: one of those who have it. */
  const someone: PreparedMember[] = [];
  const traits = Int32Array.from(members, (member) => {
    const trait = traitOf(member);
    const number = numbers.get(trait) ?? someone.push(member) - 1;
    numbers.set(trait, number);
    return number;
  });
  const known = someone.map((): PeopleSet | undefined => undefined);
  const outFor = (person: PreparedMember): PeopleSet => {
    const isBroken = Uint8Array.from(someone, (other) => Number(!rule.holds(context, other, person)));
    const out = new PeopleSet(members.length);
    for (let at = 0; at < traits.length; at += 1) if (isBroken[traits[at] ?? 0] === 1) out.add(at);
    return out;
  };
  return (person) => (known[traits[person.at] ?? 0] ??= outFor(person));
}

/** Spans lie in each other or apart: whoever is in one line with a person has one that overlaps theirs. */
function byLine({ pool: { members } }: RuleContext): RuledOut {
  const inOrder = members.toSorted((a, b) => a.line.from - b.line.from);
  const from = Int32Array.from(inOrder, ({ line }) => line.from);
  const out = new PeopleSet(members.length);
  return ({ line }) => {
    out.clear();
    for (let at = firstAt(from, 0); (from[at] ?? Infinity) < line.to;) {
      const other = inOrder[at];
      if (other === undefined) break;
      const isInLine = other.line.to > line.from;
      if (isInLine) out.add(other.at);
      // Where one stands elsewhere, so does everyone below.
      at = isInLine ? at + 1 : firstAt(from, other.line.to);
    }
    return out;
  };
}

/** Where the first of ascending figures is that is not less; at the end where all are. */
function firstAt(figures: Int32Array, least: number): number {
  let [low, high] = [0, figures.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((figures[middle] ?? 0) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}
