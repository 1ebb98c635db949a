import type { PreparedMember, PreparedPool } from './prepare.ts';
import type { PairRule } from './rules/rule.ts';

/** Members by what they are alike in. */
export interface Traits {
  /** By place in the pool: the number of the trait. */
  readonly numbers: Int32Array;
  /** By number: one of those who have it. */
  readonly someone: readonly PreparedMember[];
}

/** Numbers traits in the order in which they come. */
export function traitsOf(
  { members }: Pick<PreparedPool, 'members'>,
  traitOf: (member: PreparedMember) => unknown,
): Traits {
  const known = new Map<unknown, number>();
  const someone: PreparedMember[] = [];
  const numbers = new Int32Array(members.length);
  for (const member of members) {
    const trait = traitOf(member);
    let number = known.get(trait);
    if (number === undefined) {
      number = someone.push(member) - 1;
      known.set(trait, number);
    }
    numbers[member.at] = number;
  }
  return { numbers, someone };
}

/** Members who are alike in all that these rules see of a person; where one of them sees who it is, nobody is. */
export function traitsOfAll(pool: Pick<PreparedPool, 'members'>, rules: readonly PairRule[]): Traits {
  let all = traitsOf(pool, () => null);
  for (const { trait } of rules) {
    if (trait === undefined) return traitsOf(pool, (member) => member);
    const [before, own] = [all, traitsOf(pool, trait)];
    const both = ({ at }: PreparedMember): number =>
      (before.numbers[at] ?? 0) * own.someone.length + (own.numbers[at] ?? 0);
    all = traitsOf(pool, both);
  }
  return all;
}
