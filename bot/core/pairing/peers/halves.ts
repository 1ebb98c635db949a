import type { SolveAssignment } from '../assignment.ts';
import type { PeerEdge } from '../candidates.ts';
import type { PreparedMember } from '../prepare.ts';

const NONE = -1;

/** Everyone stands on both sides: as a seeker and as a mentor with one place. */
function solveTwice(seekers: readonly PreparedMember[], edges: readonly PeerEdge[], solve: SolveAssignment) {
  const arcs: { to: number; cost: number; tie: number }[][] = seekers.map(() => []);
  for (const { a, b, cost, tie } of edges) {
    arcs[a]?.push({ to: b, cost, tie });
    arcs[b]?.push({ to: a, cost, tie });
  }
  const flat = arcs.flat();
  const arcStart = Int32Array.from({ length: seekers.length + 1 }, () => 0);
  for (const [person, own] of arcs.entries()) arcStart[person + 1] = (arcStart[person] ?? 0) + own.length;
  const { arcOf } = solve({
    capacity: new Int32Array(seekers.length).fill(1),
    arcStart,
    arcMentor: Int32Array.from(flat, (arc) => arc.to),
    arcCost: Int32Array.from(flat, (arc) => arc.cost),
    arcTie: Int32Array.from(flat, (arc) => arc.tie),
    waiting: Int32Array.from(seekers, (seeker) => seeker.waited),
  });
  return arcOf.map((arc) => flat[arc]?.to ?? NONE);
}

/** Walks chains first, from the one that nobody points to, then circles; takes every second step of each. */
function takeHalves(next: Int32Array): Int32Array {
  const partners = new Int32Array(next.length).fill(NONE);
  const walked = new Uint8Array(next.length);
  const pointedAt = new Uint8Array(next.length);
  for (const to of next) if (to !== NONE) pointedAt[to] = 1;
  const walk = (start: number): void => {
    for (let at = start; at !== NONE && walked[at] === 0;) {
      walked[at] = 1;
      const to = next[at] ?? NONE;
      if (to === NONE || walked[to] === 1) return;
      walked[to] = 1;
      partners[at] = to;
      partners[to] = at;
      at = next[to] ?? NONE;
    }
  };
  for (let person = 0; person < next.length; person += 1) if (pointedAt[person] === 0) walk(person);
  for (let person = 0; person < next.length; person += 1) walk(person);
  return partners;
}

/** Pairs those who remain: with each other, or by parting a pair in which each has one of them to go to. */
function useLeftovers(partners: Int32Array, edges: readonly PeerEdge[]): void {
  const isFree = (person: number): boolean => partners[person] === NONE;
  const pair = (a: number, b: number): void => {
    partners[a] = b;
    partners[b] = a;
  };
  for (const { a, b } of edges) if (isFree(a) && isFree(b)) pair(a, b);
  const freeNextTo: number[][] = Array.from(partners, () => []);
  for (const { a, b } of edges) {
    if (isFree(a)) freeNextTo[b]?.push(a);
    if (isFree(b)) freeNextTo[a]?.push(b);
  }
  for (const [a, b] of partners.entries()) {
    if (b < a) continue;
    const one = freeNextTo[a]?.find(isFree);
    const other = freeNextTo[b]?.find((person) => person !== one && isFree(person));
    if (one === undefined || other === undefined) continue;
    pair(a, one);
    pair(b, other);
  }
}

/**
 * Near-exact matching for many peers: the exact two-sided problem gives circles and chains, of which every second
 * pair is taken; then short exchanges with those who remain. By person: the partner, or -1.
 */
export function matchByHalves(
  seekers: readonly PreparedMember[],
  edges: readonly PeerEdge[],
  solve: SolveAssignment,
): Int32Array {
  const partners = takeHalves(solveTwice(seekers, edges, solve));
  useLeftovers(partners, edges);
  return partners;
}
