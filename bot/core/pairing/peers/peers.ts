import type { SolveAssignment } from '../assignment.ts';
import { solveByAuction } from '../engine/engine.ts';
import { inFull } from '../engine/kept-arcs.ts';
import type { PairingInput } from '../input.ts';
import type { Matched, Matching } from '../matched.ts';
import type { PreparedMember } from '../prepare.ts';
import { never } from '../progress.ts';
import type { Control, Stop } from '../progress.ts';
import { provenOf } from '../proven.ts';
import type { RuleContext } from '../rules/rule.ts';
import { coverMost } from './cover-most.ts';
import { NONE } from './halves.ts';
import { peerGraph } from './peer-graph.ts';
import type { PeerGraph } from './peer-graph.ts';
import { shortfallOf, solvePeers } from './solve-peers.ts';
import type { SolvedPeers } from './solve-peers.ts';
import { joinTrios } from './trios.ts';

const whoIsAlone = (partners: Int32Array): number[] =>
  [...partners.keys()].filter((person) => partners[person] === NONE);

/** Lets those who are alone look at everyone they may meet, not at their few best only, until that helps nobody. */
function lookFurther(graph: PeerGraph, partners: Int32Array, stop: Stop): PeerGraph {
  const looked = new Set<number>();
  let wider = graph;
  for (;;) {
    const alone = whoIsAlone(partners).filter((person) => !looked.has(person));
    if (alone.length === 0 || graph.isComplete || stop()) return wider;
    for (const person of alone) looked.add(person);
    wider = wider.withAllOf(alone);
    coverMost(wider.problem, partners);
  }
}

interface Work {
  readonly solve: SolveAssignment;
  readonly stop: Stop;
}

/**
 * Matches people as peers, two by two; who remains joins a pair, where the rules hold towards both. Pairs that stood
 * before may leave no pair to join: where that would leave out somebody more, they give way to the trios of a match
 * without a memory.
 */
export function matchPeers(
  context: RuleContext,
  input: Pick<PairingInput, 'seed' | 'earlier'>,
  control: Control,
): Matching {
  control.onStage?.('finding');
  const work: Work = {
    solve: (problem, options) => solveByAuction(problem, { ...control, ...options }),
    stop: control.stop ?? never,
  };
  const matching = matchOnce(context, input, work);
  const isDone = matching.maximum !== null || matching.stopped !== undefined;
  if (input.earlier === undefined || isDone) return matching;
  const anew = matchOnce(context, { seed: input.seed }, work);
  if (anew.alone.length >= matching.alone.length) return matching;
  const around = matchAround(context, input, anew.matched.filter(isTrio), work);
  return around.alone.length > anew.alone.length ? anew : { ...around, maximum: anew.maximum };
}

const isTrio = ({ kind }: Matched): boolean => kind === 'trio';

/** Everyone but those of these trios, who are set already. */
function matchAround(
  context: RuleContext,
  input: Pick<PairingInput, 'seed' | 'earlier'>,
  trios: readonly Matched[],
  work: Work,
): Matching {
  const set = new Set(trios.flatMap(({ members }) => members.map((member) => member.at)));
  const members = context.pool.members.map((member) =>
    set.has(member.at) ? { ...member, seeks: false } : member,
  );
  const rest = matchOnce({ ...context, pool: { ...context.pool, members } }, input, work);
  const { matched, seeking } = rest;
  return { ...rest, matched: inOrder([...trios, ...matched]), seeking: seeking + set.size };
}

function matchOnce(
  context: RuleContext,
  input: Pick<PairingInput, 'seed' | 'earlier'>,
  { solve, stop }: Work,
): Matching {
  const graph = peerGraph(context, input, stop);
  const solved = solvePeers(graph.problem, solve, { kept: graph.kept, stop });
  const isStopped = stop();
  const partners = solved.partners.slice();
  const wider = lookFurther(graph, partners, stop);
  const { matched, alone } = joinTrios(wider, partners, solve);
  const { arcStart } = wider.problem;
  const couldMeet = alone.filter((person) => arcStart[person] !== arcStart[person + 1]);
  const seeking = graph.people.length;
  const paired = seeking - alone.length;
  return {
    matched: inOrder(matched.map((members) => toMatched(graph.people, members))),
    alone: alone.flatMap((person) => graph.people[person] ?? []).sort((a, b) => a.at - b.at),
    seeking,
    // Nobody without a single admissible peer can be paired, so without anyone else alone it is the most.
    maximum: couldMeet.length === 0 ? paired : null,
    ...provenOf({ ...knownOf({ graph, wider }, solved, partners), isStopped }),
  };
}

/** What is known of the pairs, two by two: whoever joins one to make three is not in it. */
function knownOf(
  { graph, wider }: { graph: PeerGraph; wider: PeerGraph },
  solved: SolvedPeers,
  partners: Int32Array,
) {
  const isAsSolved = partners.every((partner, person) => partner === solved.partners[person]);
  return {
    candidates: wider.looked,
    shortfall: isAsSolved ? solved.shortfall : shortfallOf(inFull(wider.problem, graph.kept), partners),
    gap: isAsSolved ? solved.gap : null,
    over: graph.isComplete ? ('all' as const) : ('at-hand' as const),
  };
}

function toMatched(people: readonly PreparedMember[], numbers: readonly number[]): Matched {
  const [first, second, ...third] = numbers.flatMap((number) => people[number] ?? []);
  const two = [first, second].flatMap((member) => member ?? []).sort((a, b) => a.at - b.at);
  return { kind: third.length === 0 ? 'peers' : 'trio', members: [...two, ...third] };
}

const inOrder = (matched: readonly Matched[]): Matched[] =>
  matched.toSorted((one, other) => (one.members[0]?.at ?? 0) - (other.members[0]?.at ?? 0));
