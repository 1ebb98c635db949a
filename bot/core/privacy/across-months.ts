/**
 * Figures of two months can be subtracted too: what is left speaks of those who came, left or moved in between.
 * Each month's told figures cut the people whom they count into *atoms*: those with the same innermost told group.
 * Whatever can be had from a month by adding and subtracting is a union of its atoms, so two months are safe
 * together when no union of the one and union of the other differ by a few people.
 */
import type { PersonId } from '../ids.ts';
import type { Scope } from './scopes.ts';

/** Stands for the whole programme where a scope's manager would. */
export const WHOLE = 'programme';
/** A manager's id, or WHOLE. */
export type ScopeKey = string;

export const keyOf = (scope: Scope): ScopeKey => scope.manager ?? WHOLE;

/** Whom an earlier month's figures of one question counted, each with the innermost group that was told. */
export type Cohort = ReadonlyMap<PersonId, ScopeKey>;

/** How many people are in one atom of an earlier month, or none, and in one scope's own people now, or none. */
interface Overlap {
  readonly earlier: ScopeKey | null;
  readonly own: number | null;
  readonly people: number;
}

/** The overlaps of an earlier month with those counted now, who are given with the scope that they are right in. */
export function overlapsWith(earlier: Cohort, now: ReadonlyMap<PersonId, number>): readonly Overlap[] {
  const counts = new Map<string, { earlier: ScopeKey | null; own: number | null; people: number }>();
  const count = (from: ScopeKey | null, own: number | null): void => {
    const key = `${own ?? ''} ${from ?? ''}`;
    const known = counts.get(key);
    if (known === undefined) counts.set(key, { earlier: from, own, people: 1 });
    else known.people += 1;
  };
  for (const [person, own] of now) count(earlier.get(person) ?? null, own);
  for (const [person, from] of earlier) if (!now.has(person)) count(from, null);
  return [...counts.values()];
}

/** The innermost told scope that each scope's own people are counted in; null where they are in none. */
export function innermostTold(
  scopes: readonly Scope[],
  told: ReadonlySet<number>,
): readonly (number | null)[] {
  const innermost: (number | null)[] = scopes.map(() => null);
  // Those above come after those below.
  for (let at = scopes.length - 1; at >= 0; at -= 1) {
    if (told.has(at)) innermost[at] = at;
    for (const below of scopes[at]?.below ?? []) innermost[below] = innermost[at] ?? null;
  }
  return innermost;
}

/**
 * The told scopes to hide because together with an earlier month they would tell of fewer than `fewest` people;
 * empty when there are none. Hiding may bring out others: ask again with what is then told.
 *
 * Atoms of both months are the nodes of a graph, and whoever is in none the last node; an edge weighs as many
 * people as its ends share. A difference is a cut. Nodes that share `fewest` people or more cannot be cut apart
 * by fewer, so they are made one, again and again; where nothing but such nodes is left, nothing is told.
 */
export function tooCloseTo(
  overlaps: readonly Overlap[],
  innermost: readonly (number | null)[],
  depths: readonly number[],
  fewest: number,
): ReadonlySet<number> {
  const merged = new Groups();
  const edges = edgesOf(overlaps, innermost);
  for (let light = edges; ;) {
    const heavy = light.filter((edge) => edge.people >= fewest);
    if (heavy.length === 0) return deepest(light, merged, depths);
    for (const { one, other } of heavy) merged.join(one, other);
    light = between(light, merged);
  }
}

interface Edge {
  readonly one: string;
  readonly other: string;
  readonly people: number;
}

const OUTSIDE = 'outside';
const NOW = 'now ';

function edgesOf(overlaps: readonly Overlap[], innermost: readonly (number | null)[]): readonly Edge[] {
  const edges = overlaps.map(({ earlier, own, people }) => {
    const atom = own === null ? null : (innermost[own] ?? null);
    return {
      one: earlier === null ? OUTSIDE : `then ${earlier}`,
      other: atom === null ? OUTSIDE : `${NOW}${atom}`,
      people,
    };
  });
  return summed(edges);
}

/** The edges between groups that are still apart. */
const between = (edges: readonly Edge[], groups: Groups): readonly Edge[] =>
  summed(edges.map(({ one, other, people }) => ({ one: groups.of(one), other: groups.of(other), people })));

function summed(edges: readonly Edge[]): readonly Edge[] {
  const sums = new Map<string, Edge>();
  for (const { one, other, people } of edges) {
    if (one === other) continue;
    const [first, second] = one < other ? [one, other] : [other, one];
    const key = `${first}|${second}`;
    sums.set(key, { one: first, other: second, people: people + (sums.get(key)?.people ?? 0) });
  }
  return [...sums.values()];
}

/** Of the scopes told now at either end of each edge, those farthest down: what is above says more. */
function deepest(edges: readonly Edge[], groups: Groups, depths: readonly number[]): ReadonlySet<number> {
  const hidden = new Set<number>();
  for (const { one, other } of edges) {
    const ends = [...groups.nodes(one), ...groups.nodes(other)]
      .filter((node) => node.startsWith(NOW))
      .map((node) => Number(node.slice(NOW.length)));
    const most = Math.max(...ends.map((at) => depths[at] ?? 0));
    for (const at of ends) if ((depths[at] ?? 0) === most) hidden.add(at);
  }
  return hidden;
}

/** Nodes that have been made one. */
class Groups {
  readonly #leader = new Map<string, string>();
  readonly #nodes = new Map<string, readonly string[]>();

  of(node: string): string {
    return this.#leader.get(node) ?? node;
  }

  nodes(leader: string): readonly string[] {
    return this.#nodes.get(leader) ?? [leader];
  }

  join(one: string, other: string): void {
    const [small, large] = [this.of(one), this.of(other)].sort(
      (a, b) => this.nodes(a).length - this.nodes(b).length,
    );
    if (small === undefined || large === undefined || small === large) return;
    const moved = this.nodes(small);
    for (const node of moved) this.#leader.set(node, large);
    this.#nodes.set(large, [...this.nodes(large), ...moved]);
    this.#nodes.delete(small);
  }
}
