import { TIE_RANGE } from '../assignment.ts';
import type { AssignmentProblem } from '../assignment.ts';
import { ArcList } from '../engine/arc-list.ts';
import { BestFew } from '../engine/best-few.ts';
import type { Kept } from '../engine/kept-arcs.ts';
import { otherRules } from '../engine/pair-finder.ts';
import { hashText, mix } from '../hash.ts';
import type { PairingInput } from '../input.ts';
import { keptArcs } from '../kept.ts';
import type { PreparedMember } from '../prepare.ts';
import type { PairRule, RuleContext } from '../rules/rule.ts';
import { PeerIndex } from './peer-index.ts';

/** Up to so many pairs are all kept; looking whether there are more is worth it up to so many people. */
const ALL_UP_TO = 2_000_000;
const COUNT_UP_TO = 10_000;
const FEW = 32;

/**
 * Who may meet whom among peers. Each pair is two arcs, one each way, with the same cost and tie: as an assignment
 * problem everyone stands on both sides.
 */
export interface PeerGraph {
  readonly people: readonly PreparedMember[];
  readonly problem: AssignmentProblem;
  /** Whether every admissible pair is in it. */
  readonly isComplete: boolean;
  /** Pairs of an earlier look, which are in it at less than the others cost more. */
  readonly kept: Kept;
  /** The graph with all admissible pairs of these people as well. */
  withAllOf(numbers: readonly number[]): PeerGraph;
}

/** All admissible pairs of few people; of many the best few of each, and of those with a short list all that they have. */
export function peerGraph(context: RuleContext, input: Pick<PairingInput, 'seed' | 'earlier'>): PeerGraph {
  const people = context.pool.members
    .filter((member) => member.seeks)
    .sort((a, b) => a.level - b.level || a.clock - b.clock || a.at - b.at);
  const kept = keptArcs(context, input, { seekers: people, mentors: people });
  const search = new Search(context, { people, seed: input.seed, kept });
  const isComplete = search.hasFew();
  if (isComplete) search.addAll(people.keys(), true);
  else search.addBest();
  return search.graph(isComplete);
}

class Search {
  readonly #context: RuleContext;
  readonly #people: readonly PreparedMember[];
  readonly #index: PeerIndex;
  readonly #hashes: Int32Array;
  readonly #rules: readonly PairRule[];
  readonly #kept: Kept;
  readonly #arcs = new ArcList();

  constructor(
    context: RuleContext,
    { people, seed, kept }: { people: readonly PreparedMember[]; seed: number; kept: Kept },
  ) {
    this.#context = context;
    this.#people = people;
    this.#kept = kept;
    // The first of two arcs between the same people is the one that counts.
    for (const { seeker, mentor, cost, tie } of kept.arcs) this.#arcs.add(seeker, mentor, cost, tie);
    this.#rules = otherRules(context);
    this.#index = new PeerIndex(context, people);
    this.#hashes = Int32Array.from(people, (person) => hashText(person.id, seed));
  }

  hasFew(): boolean {
    if (this.#people.length > COUNT_UP_TO) return false;
    let pairs = 0;
    for (const number of this.#people.keys()) {
      pairs += this.#index.find(number, { below: number, sharedOffers: true });
      if (pairs > ALL_UP_TO) return false;
    }
    return true;
  }

  /** Every pair of these people; only with lesser numbers where all are asked for, so that each comes once. */
  addAll(numbers: Iterable<number>, everyone: boolean): void {
    for (const number of numbers) {
      const found = this.#index.find(number, {
        below: everyone ? number : this.#people.length,
        sharedOffers: true,
      });
      for (let at = 0; at < found; at += 1) {
        const other = this.#index.other[at] ?? 0;
        this.#keep(number, other, (this.#index.cost[at] ?? 0) * TIE_RANGE + this.#tie(number, other));
      }
    }
  }

  addBest(): void {
    const best = new BestFew(this.#people.length, FEW);
    for (const number of this.#people.keys()) {
      const found = this.#index.find(number, { below: number, sharedOffers: false });
      for (let at = 0; at < found; at += 1) {
        const other = this.#index.other[at] ?? 0;
        const least = (this.#index.cost[at] ?? 0) * TIE_RANGE;
        if (least >= (best.worst[number] ?? 0) && least >= (best.worst[other] ?? 0)) continue;
        const key = least + this.#tie(number, other);
        if (key < (best.worst[number] ?? 0)) best.add(number, other, key);
        if (key < (best.worst[other] ?? 0)) best.add(other, number, key);
      }
    }
    const short: number[] = [];
    for (const number of this.#people.keys()) {
      const count = best.count[number] ?? 0;
      for (let at = 0; at < count; at += 1)
        this.#keep(number, best.itemAt(number, at), best.keyAt(number, at));
      if (count < FEW) short.push(number);
    }
    this.addAll(short, false);
  }

  /** Chance without dice, as `pairTie` has it: the same for the same two people. */
  #tie(a: number, b: number): number {
    const isFirst = (this.#people[a]?.at ?? 0) < (this.#people[b]?.at ?? 0);
    const [one, other] = isFirst ? [a, b] : [b, a];
    return mix((this.#hashes[one] ?? 0) ^ Math.imul(this.#hashes[other] ?? 0, 0x9e3779b1)) % TIE_RANGE;
  }

  #keep(a: number, b: number, key: number): void {
    const [one, other] = [this.#people[a], this.#people[b]];
    if (one === undefined || other === undefined) return;
    if (!this.#rules.every((rule) => rule.holds(this.#context, one, other))) return;
    const [cost, tie] = [Math.floor(key / TIE_RANGE) + this.#kept.more, key % TIE_RANGE];
    this.#arcs.add(a, b, cost, tie);
    this.#arcs.add(b, a, cost, tie);
  }

  graph(isComplete: boolean): PeerGraph {
    return {
      people: this.#people,
      problem: this.#arcs.problem({
        capacity: new Int32Array(this.#people.length).fill(1),
        waiting: Int32Array.from(this.#people, (person) => person.waited),
      }),
      isComplete,
      kept: this.#kept,
      withAllOf: (numbers) => {
        this.addAll(numbers, false);
        return this.graph(isComplete);
      },
    };
  }
}
