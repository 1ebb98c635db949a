import type { SolveAssignment } from '../assignment.ts';
import { pairTie } from '../candidates.ts';
import { fitOf, shortfall } from '../fit.ts';
import type { Matched } from '../matched.ts';
import type { PreparedMember } from '../prepare.ts';
import { isAdmissible } from '../rules/all-rules.ts';
import type { RuleContext } from '../rules/rule.ts';

interface Leftovers {
  readonly pairs: readonly Matched[];
  readonly left: readonly PreparedMember[];
  readonly solve: SolveAssignment;
}

/**
 * Lets those who remain join pairs in which the rules hold towards both, at most one to a pair. Who joins whom is the
 * same problem as a round: a pair is a mentor with one place, and fits as well as the worse of its two people.
 */
export function joinTrios(context: RuleContext, seed: number, { pairs, left, solve }: Leftovers) {
  const tie = pairTie(seed);
  const arcStart = [0];
  const [arcMentor, arcCost, arcTie]: [number[], number[], number[]] = [[], [], []];
  for (const person of left) {
    for (const [pair, { members }] of pairs.entries()) {
      if (!members.every((member) => isAdmissible(context, member, person))) continue;
      arcMentor.push(pair);
      arcCost.push(shortfall(Math.min(...members.map((member) => fitOf(context, member, person)))));
      arcTie.push(members.reduce((sum, member) => (sum + tie(member, person)) % 65536, 0));
    }
    arcStart.push(arcMentor.length);
  }
  const { arcOf } = solve({
    capacity: new Int32Array(pairs.length).fill(1),
    arcStart: Int32Array.from(arcStart),
    arcMentor: Int32Array.from(arcMentor),
    arcCost: Int32Array.from(arcCost),
    arcTie: Int32Array.from(arcTie),
    waiting: Int32Array.from(left, (person) => person.waited),
  });
  const joined = new Map<number, PreparedMember>();
  const alone: PreparedMember[] = [];
  for (const [index, person] of left.entries()) {
    const pair = arcMentor[arcOf[index] ?? -1];
    if (pair === undefined) alone.push(person);
    else joined.set(pair, person);
  }
  const matched = pairs.map((pair, index): Matched => {
    const third = joined.get(index);
    return third === undefined ? pair : { kind: 'trio', members: [...pair.members, third] };
  });
  return { matched, alone };
}
