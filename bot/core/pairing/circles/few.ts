import { shortfall } from '../fit.ts';
import type { PreparedMember } from '../prepare.ts';
import type { RuleContext } from '../rules/rule.ts';
import { FEWEST, fitInto, mayJoin, MOST } from './circle.ts';

/** Up to so many people every way is tried: four thousand sets of people, and some fifteen hundred circles. */
export const FEW = 12;

interface Possible {
  readonly bits: number;
  readonly members: readonly PreparedMember[];
  readonly fit: number;
}

/** Every circle that the rules allow, each once. */
function possibleCircles(context: RuleContext, people: readonly PreparedMember[]): Possible[] {
  const found: Possible[] = [];
  const extend = ({ bits, members, fit }: Possible, from: number): void => {
    if (members.length >= FEWEST) found.push({ bits, members, fit });
    if (members.length === MOST) return;
    for (const [at, person] of people.entries()) {
      if (at < from || !mayJoin(context, members, person)) continue;
      const worst = Math.min(fit, fitInto(context, members, person));
      extend({ bits: bits | (1 << at), members: [...members, person], fit: worst }, at + 1);
    }
  };
  for (const [at, person] of people.entries())
    extend({ bits: 1 << at, members: [person], fit: 1000 }, at + 1);
  return found;
}

interface Best {
  readonly aims: readonly number[];
  readonly circles: readonly Possible[];
}

const isMore = (a: readonly number[], b: readonly number[]): boolean => {
  const at = a.findIndex((value, place) => value !== b[place]);
  return at !== -1 && (a[at] ?? 0) > (b[at] ?? 0);
};

/** The best circles of a few people, by trying every way: most placed, then the longest waiting, then the best fit. */
export function circlesOfFew(context: RuleContext, people: readonly PreparedMember[]): PreparedMember[][] {
  const possible = possibleCircles(context, people);
  const classes = [...new Set(people.map((person) => person.waited))].sort((a, b) => b - a);
  const aimsOf = ({ members, fit }: Possible): number[] => [
    members.length,
    ...classes.map((waited) => members.filter((member) => member.waited === waited).length),
    -shortfall(fit) * members.length,
  ];
  const nobody: Best = { aims: [0, ...classes.map(() => 0), 0], circles: [] };
  const known = new Map<number, Best>();
  const bestWithout = (used: number): Best => {
    const before = known.get(used);
    if (before !== undefined) return before;
    const first = people.findIndex((_person, at) => ((used >> at) & 1) === 0);
    if (first === -1) return nobody;
    let best = bestWithout(used | (1 << first));
    for (const circle of possible) {
      if ((circle.bits & (1 << first)) === 0 || (circle.bits & used) !== 0) continue;
      const rest = bestWithout(used | circle.bits);
      const aims = aimsOf(circle).map((value, at) => value + (rest.aims[at] ?? 0));
      if (isMore(aims, best.aims)) best = { aims, circles: [circle, ...rest.circles] };
    }
    known.set(used, best);
    return best;
  };
  return bestWithout(0).circles.map((circle) => [...circle.members]);
}
