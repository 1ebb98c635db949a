/** People that two groups of people share, by the names of the groups. */
export type Shared = ReadonlyMap<string, ReadonlyMap<string, number>>;

/**
 * The smallest weight above zero that cuts a graph in two; null where nothing connects two nodes.
 * Stoer and Wagner, "A simple min-cut algorithm" (1997), over each connected part.
 */
export function smallestCut(shared: Shared): number | null {
  const cuts = partsOf(shared).flatMap((part) => (part.length < 2 ? [] : [cutOf(part, shared)]));
  return cuts.length === 0 ? null : Math.min(...cuts);
}

function partsOf(shared: Shared): readonly (readonly string[])[] {
  const seen = new Set<string>();
  const parts: string[][] = [];
  for (const start of shared.keys()) {
    if (seen.has(start)) continue;
    const part = [start];
    seen.add(start);
    for (const node of part) {
      for (const next of shared.get(node)?.keys() ?? []) {
        if (seen.has(next)) continue;
        seen.add(next);
        part.push(next);
      }
    }
    parts.push(part);
  }
  return parts;
}

function cutOf(part: readonly string[], shared: Shared): number {
  const weights = part.map((one) => part.map((other) => shared.get(one)?.get(other) ?? 0));
  let nodes = part.map((_, at) => at);
  let best = Number.POSITIVE_INFINITY;
  while (nodes.length > 1) {
    const order = byAttachment(nodes, weights);
    const last = order.at(-1) ?? 0;
    const before = order.at(-2) ?? 0;
    best = Math.min(
      best,
      sum(nodes, (node) => (node === last ? 0 : at(weights, last, node))),
    );
    for (const node of nodes) {
      const together = at(weights, before, node) + at(weights, last, node);
      put(weights, before, node, together);
      put(weights, node, before, together);
    }
    nodes = nodes.filter((node) => node !== last);
  }
  return best;
}

/** From any node on, always the one that hangs most on those already taken. */
function byAttachment(nodes: readonly number[], weights: readonly number[][]): readonly number[] {
  const left = new Map(nodes.map((node) => [node, 0]));
  const order: number[] = [];
  while (left.size > 0) {
    const [most] = [...left].reduce((one, other) => (other[1] > one[1] ? other : one));
    left.delete(most);
    order.push(most);
    for (const [node, weight] of left) left.set(node, weight + at(weights, most, node));
  }
  return order;
}

const at = (weights: readonly number[][], one: number, other: number): number => weights[one]?.[other] ?? 0;

function put(weights: number[][], one: number, other: number, weight: number): void {
  const row = weights[one];
  if (row !== undefined) row[other] = weight;
}

const sum = (nodes: readonly number[], weight: (node: number) => number): number =>
  nodes.reduce((total, node) => total + weight(node), 0);
