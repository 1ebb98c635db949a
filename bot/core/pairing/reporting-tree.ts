import type { PersonId } from '../ids.ts';

/** Everyone below a person, at any depth, begins within the person's own span. Nobody begins within an empty one. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

const NOWHERE: Span = { from: -1, to: -1 };

/** Whether one is above the other, at any depth. Two of one loop have one span, and are. */
export function inOneLine(a: Span, b: Span): boolean {
  return (b.from >= a.from && b.from < a.to) || (a.from >= b.from && a.from < b.to);
}

/** The top of everyone's line: itself, or the first member of a loop. A directory can hold loops. */
function findLoops(managerOf: ReadonlyMap<PersonId, PersonId>): Map<PersonId, PersonId> {
  const loopOf = new Map<PersonId, PersonId>();
  const seenIn = new Map<PersonId, PersonId>();
  for (const start of managerOf.keys()) {
    let at: PersonId | undefined = start;
    while (at !== undefined && !seenIn.has(at)) {
      seenIn.set(at, start);
      at = managerOf.get(at);
    }
    if (at === undefined || seenIn.get(at) !== start) continue;
    const first = at;
    do {
      loopOf.set(at, first);
      at = managerOf.get(at) ?? first;
    } while (at !== first);
  }
  return loopOf;
}

/**
 * Where everyone stands in the tree of managers; empty for who is not in it. Everyone in a loop is above everyone else
 * in it, and above all below it: a loop is one node of the tree.
 */
export function reportingSpans(managerOf: ReadonlyMap<PersonId, PersonId>): (person: PersonId) => Span {
  const loopOf = findLoops(managerOf);
  const node = (person: PersonId): PersonId => loopOf.get(person) ?? person;
  const below = new Map<PersonId, PersonId[]>();
  const tops = new Set<PersonId>();
  for (const [person, manager] of managerOf) {
    if (!managerOf.has(manager)) tops.add(manager);
    if (loopOf.has(person)) tops.add(node(person));
    else {
      const siblings = below.get(node(manager));
      if (siblings === undefined) below.set(node(manager), [person]);
      else siblings.push(person);
    }
  }
  const from = new Map<PersonId, number>();
  const to = new Map<PersonId, number>();
  let clock = 0;
  const stack = [...tops];
  for (let at = stack.at(-1); at !== undefined; at = stack.at(-1)) {
    if (from.has(at)) {
      stack.pop();
      if (!to.has(at)) to.set(at, clock);
      continue;
    }
    from.set(at, clock);
    clock += 1;
    for (const report of below.get(at) ?? []) stack.push(report);
  }
  return (person) => {
    const [start, end] = [from.get(node(person)), to.get(node(person))];
    return start === undefined || end === undefined ? NOWHERE : { from: start, to: end };
  };
}
