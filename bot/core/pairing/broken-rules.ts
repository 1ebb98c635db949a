import { startsOf } from './engine/rows.ts';
import { PeopleSet } from './people-set.ts';
import type { PreparedMember } from './prepare.ts';
import { TELLING_RULES } from './rules/all-rules.ts';
import { reportingLine } from './rules/reporting-line.ts';
import type { PairRule, RuleContext } from './rules/rule.ts';
import { traitsOf } from './traits.ts';

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

function byTrait(context: RuleContext, rule: PairRule, traitOf: NonNullable<PairRule['trait']>): RuledOut {
  const { numbers, someone } = traitsOf(context.pool, traitOf);
  const known = someone.map((): PeopleSet | undefined => undefined);
  const outFor = (person: PreparedMember): PeopleSet => {
    const isBroken = Uint8Array.from(someone, (other) => Number(!rule.holds(context, other, person)));
    const out = new PeopleSet(numbers.length);
    out.addOfKinds(numbers, isBroken);
    return out;
  };
  return (person) => (known[numbers[person.at] ?? 0] ??= outFor(person));
}

/** Spans lie in each other or apart: whoever is in one line with a person has one that overlaps theirs. */
function byLine({ pool: { members } }: RuleContext): RuledOut {
  const { start, inOrder } = byBegin(members);
  const out = new PeopleSet(members.length);
  return ({ line }) => {
    out.clear();
    if (line.to <= 0) return out;
    // Nobody of an empty span is in order, so the first is whoever begins at the very top.
    for (let at = 0; at < inOrder.length;) {
      const other = members[inOrder[at] ?? 0];
      if (other === undefined || other.line.from >= line.to) break;
      const isInLine = other.line.to > line.from;
      if (isInLine) out.add(other.at);
      // Where one stands elsewhere, so does everyone below.
      at = isInLine ? at + 1 : (start[other.line.to] ?? inOrder.length);
    }
    return out;
  };
}

/** Places of those with a span, in the order in which these begin; and by figure the first that begins there or later. */
function byBegin(members: readonly PreparedMember[]): { start: Int32Array; inOrder: Int32Array } {
  let end = 0;
  for (const { line } of members) end = Math.max(end, line.to);
  const counts = new Int32Array(end);
  for (const { line } of members) if (line.from >= 0) counts[line.from] = (counts[line.from] ?? 0) + 1;
  const start = startsOf(counts);
  const inOrder = new Int32Array(start[end] ?? 0);
  const next = start.slice();
  for (const { at, line } of members) {
    if (line.from < 0) continue;
    inOrder[next[line.from] ?? 0] = at;
    next[line.from] = (next[line.from] ?? 0) + 1;
  }
  return { start, inOrder };
}
