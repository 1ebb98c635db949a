import type { PersonId } from '../ids.ts';

/** Answers "is one above the other, at any depth" at once: each person is an interval that holds those below. */
export interface ReportingTree {
  inOneLine(a: PersonId, b: PersonId): boolean;
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

/** Everyone in a loop is above everyone else in it, and above all below it: a loop is one node of the tree. */
export function reportingTree(managerOf: ReadonlyMap<PersonId, PersonId>): ReportingTree {
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
  const isAbove = (upper: PersonId, lower: PersonId): boolean => {
    const at = from.get(lower);
    return at !== undefined && at >= (from.get(upper) ?? Infinity) && at < (to.get(upper) ?? -1);
  };
  return { inOneLine: (a, b) => isAbove(node(a), node(b)) || isAbove(node(b), node(a)) };
}
