import { arcBetween } from '../assignment.ts';
import type { AssignmentProblem, SolveAssignment } from '../assignment.ts';
import { checkCertificate } from '../certificate.ts';
import { ArcList } from '../engine/arc-list.ts';
import { inFull, NOTHING_KEPT } from '../engine/kept-arcs.ts';
import type { Kept } from '../engine/kept-arcs.ts';
import { never } from '../progress.ts';
import type { Stop } from '../progress.ts';
import { heaviestMatching } from './blossom.ts';
import { coverMost } from './cover-most.ts';
import { NONE, takeHalves, worthOfArcs } from './halves.ts';
import type { PeerMatching } from './halves.ts';
import { peerGap } from './peer-gap.ts';
import { raisedPrices } from './peer-prices.ts';
import type { PeerPrices } from './peer-prices.ts';
import { solveBySome } from './solve-by-some.ts';
import { ShortestExchange } from './shortest-exchange.ts';

/**
 * Up to here peers are matched exactly. The exact method keeps a table of everyone with everyone, 150 MB for so many;
 * beyond, what the odd circles cost is a few hundredths of a thousandth of the whole.
 */
const EXACT_UP_TO = 2000;

export interface SolvedPeers {
  /** By person: the partner, or -1. As many pairs as the graph allows, from the longest waiting on. */
  readonly partners: Int32Array;
  /** What all pairs lack together, in squares of a thousandth of fit. */
  readonly shortfall: number;
  /** At most so much less could as many pairs of the graph lack; 0 where it was solved exactly, null where unproven. */
  readonly gap: number | null;
}

/**
 * The best pairs of a graph of peers. Everyone stands on both sides of an assignment (Balinski 1965: what comes out is
 * made of pairs and odd circles only), whose prices bound every matching; then the odd circles are opened, exactly for
 * few people and along cheapest chains for many.
 */
export function solvePeers(
  graph: AssignmentProblem,
  solve: SolveAssignment,
  {
    exactUpTo = EXACT_UP_TO,
    kept = NOTHING_KEPT,
    stop = never,
  }: { exactUpTo?: number; kept?: Kept; stop?: Stop } = {},
): SolvedPeers {
  const even = withNobody(graph);
  const found = even === null ? null : matchAll(even, { solve, stop, exactUpTo: exactUpTo + 1 });
  if (even !== null && found !== null && areAllPaired(even, found.matching))
    return judged(graph, found, kept);
  return judged(graph, matchAll(graph, { solve, stop, exactUpTo }), kept);
}

interface Found {
  readonly problem: AssignmentProblem;
  readonly matching: PeerMatching;
  /** What bounds every other matching; null where this one is exact. */
  readonly prices: PeerPrices | null;
}

function matchAll(
  problem: AssignmentProblem,
  { solve, stop, exactUpTo }: { solve: SolveAssignment; stop: Stop; exactUpTo: number },
): Found {
  const isFew = problem.waiting.length <= exactUpTo;
  const result = solveBySome(problem, solve, { isRough: !isFew, isBothWays: true, stop });
  const halves = takeHalves(problem, result);
  if (isFew && checkCertificate(problem, result) === null) {
    const matching = exactly(problem, halves);
    coverMost(problem, matching.partners);
    return { problem, matching, prices: null };
  }
  const prices = raisedPrices(problem, halves);
  new ShortestExchange(problem, halves, prices).run(stop);
  coverMost(problem, halves.partners);
  return { problem, matching: halves, prices };
}

const isMet = ({ arcStart }: AssignmentProblem, person: number): boolean =>
  arcStart[person] !== arcStart[person + 1];

/**
 * Of an odd number of people one must stay alone. With somebody who is nobody, whom all who have waited least may meet
 * at no cost, the number is even; without, the prices would promise half a pair too much. It holds only where this
 * pairs everyone, else nobody would take a person from someone. Null where the number is even.
 */
function withNobody(graph: AssignmentProblem): AssignmentProblem | null {
  const size = graph.waiting.length;
  const met = [...graph.waiting.keys()].filter((person) => isMet(graph, person));
  if (met.length % 2 === 0) return null;
  const least = met.reduce((low, person) => Math.min(low, graph.waiting[person] ?? 0), Infinity);
  const arcs = new ArcList();
  for (const person of met) {
    if (graph.waiting[person] !== least) continue;
    arcs.add(person, size, 0, 0);
    arcs.add(size, person, 0, 0);
  }
  const waiting = new Int32Array(size + 1);
  waiting.set(graph.waiting);
  waiting[size] = least;
  const arcStart = new Int32Array(size + 2).fill(graph.arcMentor.length);
  arcStart.set(graph.arcStart);
  const capacity = new Int32Array(size + 1).fill(1);
  return arcs.addedTo({ ...graph, arcStart, capacity, waiting, largestCost: 0 });
}

const areAllPaired = (problem: AssignmentProblem, { partners }: PeerMatching): boolean =>
  partners.every((partner, person) => partner !== NONE || !isMet(problem, person));

function exactly(problem: AssignmentProblem, start: PeerMatching): PeerMatching {
  const worth = worthOfArcs(problem, start.units);
  const edges: { a: number; b: number; weight: number }[] = [];
  for (let a = 0; a < start.partners.length; a += 1) {
    for (let arc = problem.arcStart[a] ?? 0; arc < (problem.arcStart[a + 1] ?? 0); arc += 1) {
      const b = problem.arcMentor[arc] ?? 0;
      if (a < b) edges.push({ a, b, weight: worth[arc] ?? 0 });
    }
  }
  return { ...start, partners: heaviestMatching(start.partners.length, edges, start) };
}

function judged(graph: AssignmentProblem, found: Found, kept: Kept): SolvedPeers {
  const { matching } = found;
  const size = graph.waiting.length;
  const partners = matching.partners.slice(0, size).map((partner) => (partner === size ? NONE : partner));
  const problem = inFull(found.problem, kept);
  const shortfall = shortfallOf(problem, partners);
  const gap = gapOf(problem, found);
  // Half a bonus is more than all costs together: beyond, the gap is in how many and who.
  const isMost = gap < matching.units.bonusStep / 2;
  return { partners, shortfall, gap: isMost ? Math.floor(gap / (2 * matching.units.costUnit)) : null };
}

/** What these pairs of a graph lack together, in squares of a thousandth of fit. */
export function shortfallOf(problem: AssignmentProblem, partners: Int32Array): number {
  let shortfall = 0;
  for (const [person, partner] of partners.entries()) {
    if (partner > person) shortfall += problem.arcCost[arcBetween(problem, person, partner)] ?? 0;
  }
  return shortfall;
}

/** In the units of the result, among the pairs of the problem at what they cost there. */
function gapOf(problem: AssignmentProblem, { problem: solved, matching, prices }: Found): number {
  if (problem !== solved) return peerGap(problem, matching.partners, raisedPrices(problem, matching));
  return prices === null ? 0 : peerGap(problem, matching.partners, prices);
}
