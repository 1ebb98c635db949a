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

const NOBODY = -1;

/** Somebody, then their manager; everyone has one at most. */
type Lines = Iterable<readonly [PersonId, PersonId]>;

/** Everyone of the tree by number, and by number who their manager is. */
function inNumbers(managerOf: Lines) {
  const numbers = new Map<PersonId, number>();
  for (const two of managerOf) for (const one of two) if (!numbers.has(one)) numbers.set(one, numbers.size);
  const managers = new Int32Array(numbers.size).fill(NOBODY);
  for (const [person, manager] of managerOf)
    managers[numbers.get(person) ?? 0] = numbers.get(manager) ?? NOBODY;
  return { numbers, managers };
}

/** By number: the node of the tree, oneself or, in a loop, one of it for all. A directory can hold loops. */
function nodesOf(managers: Int32Array): Int32Array {
  const nodes = managers.map((_manager, number) => number);
  const seenFrom = new Int32Array(managers.length).fill(NOBODY);
  for (let start = 0; start < managers.length; start += 1) {
    let at = start;
    while (at !== NOBODY && seenFrom[at] === NOBODY) {
      seenFrom[at] = start;
      at = managers[at] ?? NOBODY;
    }
    if (at === NOBODY || seenFrom[at] !== start) continue;
    for (let one = managers[at] ?? at; one !== at; one = managers[one] ?? at) nodes[one] = at;
  }
  return nodes;
}

/** By number: the node above, or nobody. A loop has nobody above it. */
function aboveOf(managers: Int32Array, nodes: Int32Array): Int32Array {
  return managers.map((manager, number) => {
    const above = manager === NOBODY || nodes[number] !== number ? NOBODY : (nodes[manager] ?? NOBODY);
    return above === number ? NOBODY : above;
  });
}

/** By number: how many stand in the line from there down; and everyone, whoever is below before whoever is above. */
function countBelow(above: Int32Array) {
  const sizes = new Int32Array(above.length).fill(1);
  const waiting = new Int32Array(above.length);
  for (const one of above) if (one !== NOBODY) waiting[one] = (waiting[one] ?? 0) + 1;
  const order = new Int32Array(above.length);
  let length = 0;
  for (let one = 0; one < above.length; one += 1) if (waiting[one] === 0) order[length++] = one;
  for (const one of order) {
    const next = above[one] ?? NOBODY;
    if (next === NOBODY) continue;
    sizes[next] = (sizes[next] ?? 0) + (sizes[one] ?? 0);
    waiting[next] = (waiting[next] ?? 0) - 1;
    if (waiting[next] === 0) order[length++] = next;
  }
  return { sizes, order };
}

/**
 * Where everyone stands in the tree of managers; empty for who is not in it. Everyone in a loop is above everyone else
 * in it, and above all below it: a loop is one node of the tree.
 */
export function reportingSpans(managerOf: Lines): (person: PersonId) => Span {
  const { numbers, managers } = inNumbers(managerOf);
  const nodes = nodesOf(managers);
  const above = aboveOf(managers, nodes);
  const { sizes, order } = countBelow(above);
  const from = new Int32Array(above.length);
  /** Where the next line below somebody begins. */
  const next = new Int32Array(above.length);
  let end = 0;
  for (const one of order.reverse()) {
    const upper = above[one] ?? NOBODY;
    const [start, size] = [upper === NOBODY ? end : (next[upper] ?? 0), sizes[one] ?? 0];
    if (upper === NOBODY) end += size;
    else next[upper] = start + size;
    from[one] = start;
    next[one] = start + 1;
  }
  return (person) => {
    const number = numbers.get(person);
    if (number === undefined) return NOWHERE;
    const node = nodes[number] ?? number;
    const start = from[node] ?? 0;
    return { from: start, to: start + (sizes[node] ?? 0) };
  };
}
