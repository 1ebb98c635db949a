import { TIE_RANGE } from './assignment.ts';
import { fitOf, shortfall } from './fit.ts';
import { hashText, mix } from './hash.ts';
import type { PreparedMember } from './prepare.ts';
import { isAdmissible } from './rules/all-rules.ts';
import type { RuleContext } from './rules/rule.ts';

/** Chance without dice: the same for the same two people and seed, whatever else is in the pool. */
export function pairTie(seed: number): (a: PreparedMember, b: PreparedMember) => number {
  const own = new Map<PreparedMember, number>();
  const hashOf = (member: PreparedMember): number => {
    const known = own.get(member) ?? hashText(member.id, seed);
    own.set(member, known);
    return known;
  };
  return (a, b) => mix(hashOf(a) ^ Math.imul(hashOf(b), 0x9e3779b1)) % TIE_RANGE;
}

/** By topic number: who has it, in the pool's order. */
export function topicIndex(
  members: readonly PreparedMember[],
  topicsOf: (member: PreparedMember) => Int32Array,
): ReadonlyMap<number, readonly PreparedMember[]> {
  const index = new Map<number, PreparedMember[]>();
  for (const member of members) {
    for (const topic of topicsOf(member)) {
      const having = index.get(topic);
      if (having === undefined) index.set(topic, [member]);
      else having.push(member);
    }
  }
  return index;
}

/** Everyone who has one of the topics, each once, in the pool's order. */
export function having(
  index: ReadonlyMap<number, readonly PreparedMember[]>,
  topics: Int32Array,
): readonly PreparedMember[] {
  const found = new Set<PreparedMember>();
  for (const topic of topics) for (const member of index.get(topic) ?? []) found.add(member);
  return [...found].sort((a, b) => a.at - b.at);
}

/** Two peers who may meet; `a` comes before `b` in the pool's order. Places are those among the seekers. */
export interface PeerEdge {
  readonly a: number;
  readonly b: number;
  readonly cost: number;
  readonly tie: number;
}

/** All admissible pairs of peers. */
export function peerCandidates(context: RuleContext, seed: number) {
  const seekers = context.pool.members.filter((member) => member.seeks);
  const numberOf = new Map(seekers.map((member, number) => [member, number]));
  const withTopic = topicIndex(seekers, (member) => Int32Array.of(...member.offers, ...member.needs));
  const tie = pairTie(seed);
  const edges: PeerEdge[] = [];
  for (const [a, one] of seekers.entries()) {
    for (const other of having(withTopic, Int32Array.of(...one.offers, ...one.needs))) {
      if (other.at <= one.at || !isAdmissible(context, one, other)) continue;
      const cost = shortfall(fitOf(context, one, other));
      edges.push({ a, b: numberOf.get(other) ?? 0, cost, tie: tie(one, other) });
    }
  }
  return { seekers, edges };
}
