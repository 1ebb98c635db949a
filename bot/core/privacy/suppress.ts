/**
 * Complementary suppression over a tree of groups. Told figures of groups that lie inside one another can be
 * subtracted; what a subtraction leaves is the *rest* of a group: its people without those of the told groups
 * inside it. Every answer that can be had by adding and subtracting is a sum of rests, so it is enough that
 * each rest is empty or may be told by itself.
 */
import type { Scope } from './scopes.ts';
import { sizeOf } from './questions.ts';
import type { Tally } from './questions.ts';

/** Whether a group of this tally may be told, for the scope that it is the whole or the rest of. */
export type MayTell = (tally: Tally, scope: Scope) => boolean;

/** Adds up each scope with those below it. `own` holds the tally of each scope's own people. */
export function totals(scopes: readonly Scope[], own: readonly Tally[]): readonly Tally[] {
  const sums: Tally[] = [];
  for (const [at, scope] of scopes.entries()) {
    sums.push(scope.below.reduce((sum, below) => plus(sum, sums[below] ?? []), own[at] ?? []));
  }
  return sums;
}

/** The scopes that may be told each for itself, as positions. Not safe to tell together: see `tellable`. */
export function tellableAlone(
  scopes: readonly Scope[],
  sums: readonly Tally[],
  mayTell: MayTell,
): ReadonlySet<number> {
  const alone = new Set<number>();
  for (const [at, scope] of scopes.entries()) {
    if (mayTell(sums[at] ?? [], scope)) alone.add(at);
  }
  return alone;
}

/**
 * The scopes that may be told together. Where the rest of a group may not be told, the smallest told group
 * inside it is hidden with it, until it may; so that the larger group, which says more, stays.
 */
export function tellable(
  scopes: readonly Scope[],
  sums: readonly Tally[],
  mayTell: MayTell,
  /** Scopes that are not told in any case. */
  hidden: ReadonlySet<number> = new Set(),
): ReadonlySet<number> {
  const alone = tellableAlone(scopes, sums, mayTell);
  const told = new Set([...alone].filter((at) => !hidden.has(at)));
  const result = new Set<number>();
  const outermost: number[][] = [];
  for (const [at, scope] of scopes.entries()) {
    const inside = scope.below.flatMap((below) => outermost[below] ?? []);
    if (!told.has(at)) {
      outermost.push(inside);
      continue;
    }
    let rest = inside.reduce((sum, one) => minus(sum, sums[one] ?? []), sums[at] ?? []);
    while (inside.length > 0 && sizeOf(rest) > 0 && !mayTell(rest, scope)) {
      const [hidden] = inside.splice(smallest(inside, sums), 1);
      if (hidden === undefined) break;
      result.delete(hidden);
      const freed = scopesInside(hidden, scopes, result);
      inside.push(...freed);
      rest = freed.reduce((sum, one) => minus(sum, sums[one] ?? []), plus(rest, sums[hidden] ?? []));
    }
    result.add(at);
    outermost.push([at]);
  }
  return result;
}

/** The outermost told scopes below one that is not told. */
function scopesInside(at: number, scopes: readonly Scope[], told: ReadonlySet<number>): readonly number[] {
  return (scopes[at]?.below ?? []).flatMap((below) =>
    told.has(below) ? [below] : scopesInside(below, scopes, told),
  );
}

function smallest(positions: readonly number[], sums: readonly Tally[]): number {
  let best = 0;
  for (const [index, at] of positions.entries()) {
    if (sizeOf(sums[at] ?? []) < sizeOf(sums[positions[best] ?? 0] ?? [])) best = index;
  }
  return best;
}

const plus = (one: Tally, other: Tally): Tally => one.map((part, at) => part + (other[at] ?? 0));
const minus = (one: Tally, other: Tally): Tally => one.map((part, at) => part - (other[at] ?? 0));
