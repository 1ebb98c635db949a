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
 * Where everyone stands in the tree of managers, by number; empty for who has nobody above or below. `managers` says by
 * number who their manager is, or -1. Everyone in a loop is above everyone else in it, and above all below it: a loop is
 * one node of the tree.
 */
export function reportingSpans(managers: Int32Array): (number: number) => Span {
  const nodes = nodesOf(managers);
  const above = aboveOf(managers, nodes);
  const { sizes, order } = countBelow(above);
  const from = new Int32Array(above.length);
  /** Where the next line below somebody begins. */
  const next = new Int32Array(above.length);
  let end = 0;
  for (let at = order.length - 1; at >= 0; at -= 1) {
    const one = order[at] ?? 0;
    const upper = above[one] ?? NOBODY;
    const size = sizes[one] ?? 0;
    let start = end;
    if (upper === NOBODY) end += size;
    else {
      start = next[upper] ?? 0;
      next[upper] = start + size;
    }
    from[one] = start;
    next[one] = start + 1;
  }
  return (number) => {
    const node = nodes[number] ?? number;
    const size = sizes[node] ?? 0;
    if (size <= 1 && managers[number] === NOBODY) return NOWHERE;
    const start = from[node] ?? 0;
    return { from: start, to: start + size };
  };
}
