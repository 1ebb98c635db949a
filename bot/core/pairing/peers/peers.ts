import { aimUnits, waitingRanks } from '../assignment.ts';
import type { SolveAssignment } from '../assignment.ts';
import { peerCandidates } from '../candidates.ts';
import type { PeerEdge } from '../candidates.ts';
import type { Matched, Matching } from '../matched.ts';
import type { PreparedMember } from '../prepare.ts';
import type { RuleContext } from '../rules/rule.ts';
import { heaviestMatching } from './blossom.ts';
import { matchByHalves } from './halves.ts';
import { joinTrios } from './trios.ts';

/** Up to here peers are matched exactly; the table of the exact method grows with the square. */
const EXACT_UP_TO = 1000;

/** The aims of a round as one weight a pair: both people's bonuses, less what the pair lacks, less the tie. */
function exactPartners(seekers: readonly PreparedMember[], edges: readonly PeerEdge[]): Int32Array {
  const ranks = waitingRanks(Int32Array.from(seekers, (seeker) => seeker.waited));
  const largest = edges.reduce((most, edge) => Math.max(most, edge.cost), 0);
  const units = aimUnits(seekers.length, largest, Math.max(0, ...ranks) + 1);
  const bonus = (person: number): number => units.bonusStep * ((ranks[person] ?? 0) + 1);
  const weighted = edges.map(({ a, b, cost, tie }) => ({
    a,
    b,
    weight: bonus(a) + bonus(b) - cost * units.costUnit - (tie % units.tieRange),
  }));
  return heaviestMatching(seekers.length, weighted);
}

/** The rules bound how many can be paired: nobody without a single admissible peer can. */
function provenMaximum(paired: number, edges: readonly PeerEdge[], exact: boolean): number | null {
  const reachable = new Set(edges.flatMap(({ a, b }) => [a, b])).size;
  return exact && paired === reachable ? paired : null;
}

/** Matches people as peers, two by two; who remains joins a pair, where the rules hold towards both. */
export function matchPeers(context: RuleContext, seed: number, solve: SolveAssignment): Matching {
  const { seekers, edges } = peerCandidates(context, seed);
  const exact = seekers.length <= EXACT_UP_TO;
  const partners = exact ? exactPartners(seekers, edges) : matchByHalves(seekers, edges, solve);
  const pairs: Matched[] = [];
  const left: PreparedMember[] = [];
  for (const [at, seeker] of seekers.entries()) {
    const partner = seekers[partners[at] ?? -1];
    if (partner === undefined) left.push(seeker);
    else if (seeker.at < partner.at) pairs.push({ kind: 'peers', members: [seeker, partner] });
  }
  const { matched, alone } = joinTrios(context, seed, { pairs, left, solve });
  const paired = seekers.length - alone.length;
  return { matched, alone, seeking: seekers.length, maximum: provenMaximum(paired, edges, exact) };
}
