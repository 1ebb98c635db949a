import type { PreparedMember } from './prepare.ts';
import { TELLING_RULES } from './rules/all-rules.ts';
import { reportingLine } from './rules/reporting-line.ts';
import type { PairRule, RuleContext } from './rules/rule.ts';

/** By place in the pool: the telling rules that do not hold between that partner and the person, bit `n` for rule `n`. */
export type BrokenWith = (partner: number) => number;

/**
 * Asks the telling rules about many people. A rule that sees only a trait of each is asked once for every two traits
 * and not for every two people, which is what makes a hundred million questions bearable.
 */
export function brokenRules(context: RuleContext): (person: PreparedMember) => BrokenWith {
  const { members } = context.pool;
  const tables = TELLING_RULES.flatMap((rule, at) => traitTable(context, rule, 1 << at) ?? []);
  const byName = TELLING_RULES.map((rule, at) => ({ rule, bit: 1 << at })).filter(
    ({ rule }) => rule.trait === undefined && rule !== reportingLine,
  );
  const inLine = 1 << TELLING_RULES.indexOf(reportingLine);
  // The reporting line, as its rule asks for it, from tables beside each other in memory.
  const from = Int32Array.from(members, ({ line }) => line.from);
  const to = Int32Array.from(members, ({ line }) => line.to);
  return (person) => {
    const rows = tables.map(({ traits, rowOf }) => ({ traits, row: rowOf(person) }));
    const { line } = person;
    return (partner) => {
      let broken = 0;
      for (const { traits, row } of rows) broken |= row[traits[partner] ?? 0] ?? 0;
      const first = from[partner] ?? 0;
      if (first >= line.from ? first < line.to : line.from < (to[partner] ?? 0)) broken |= inLine;
      for (const { rule, bit } of byName) {
        const member = members[partner];
        if (member !== undefined && !rule.holds(context, member, person)) broken |= bit;
      }
      return broken;
    };
  };
}

interface TraitTable {
  /** By member: the number of their trait. */
  readonly traits: Int32Array;
  /** By trait of the partner: the bit, where the rule does not hold with this person. */
  readonly rowOf: (person: PreparedMember) => Uint8Array;
}

function traitTable(context: RuleContext, rule: PairRule, bit: number): TraitTable | null {
  const traitOf = rule.trait;
  if (traitOf === undefined) return null;
  const numbers = new Map<number | string, number>();
  const someone: PreparedMember[] = [];
  const traits = Int32Array.from(context.pool.members, (member) => {
    const trait = traitOf(member);
    const number = numbers.get(trait) ?? someone.push(member) - 1;
    numbers.set(trait, number);
    return number;
  });
  const rows = someone.map((): Uint8Array | undefined => undefined);
  return {
    traits,
    rowOf: (person) =>
      (rows[traits[person.at] ?? 0] ??= Uint8Array.from(someone, (other) =>
        rule.holds(context, other, person) ? 0 : bit,
      )),
  };
}
