import { TIE_RANGE } from '../assignment.ts';
import type { AssignmentProblem } from '../assignment.ts';
import { ArcList } from '../engine/arc-list.ts';
import { BestFew } from '../engine/best-few.ts';
import type { Kept } from '../engine/kept-arcs.ts';
import { otherRules } from '../engine/pair-finder.ts';
import { pairCost } from '../fit.ts';
import { hashText, mix } from '../hash.ts';
import type { PairingInput } from '../input.ts';
import { keptArcs } from '../kept.ts';
import type { PreparedMember } from '../prepare.ts';
import { never } from '../progress.ts';
import type { Stop } from '../progress.ts';
import { isAdmissible } from '../rules/all-rules.ts';
import type { PairRule, RuleContext } from '../rules/rule.ts';
import { PeerIndex } from './peer-index.ts';

/** Up to so many pairs are all kept; looking whether there are more is worth it up to so many people. */
const ALL_UP_TO = 2_000_000;
const COUNT_UP_TO = 10_000;
const FEW = 32;
const ASK_EVERY = 256;
/** When time is over, whoever is left looks only at so many of those nearest in level and hours. */
const AT_HAND = 16;

/**
 * Who may meet whom among peers. Each pair is two arcs, one each way, with the same cost and tie: as an assignment
 * problem everyone stands on both sides.
 */
export interface PeerGraph {
  readonly people: readonly PreparedMember[];
  readonly problem: AssignmentProblem;
  /** Whether every admissible pair is in it. */
  readonly isComplete: boolean;
  /** How many pairs were looked at one by one. */
  readonly looked: number;
  /** Pairs of an earlier look, which are in it at less than the others cost more. */
  readonly kept: Kept;
  /** The graph with all admissible pairs of these people as well. */
  withAllOf(numbers: readonly number[]): PeerGraph;
}

/** Those who look for somebody, who is near in level and hours beside each other. */
export const peersOf = ({ pool }: RuleContext): readonly PreparedMember[] =>
  pool.members
    .filter((member) => member.seeks)
    .sort((a, b) => a.level - b.level || a.clock - b.clock || a.at - b.at);

/**
 * All admissible pairs of few people; of many the best few of each, and of those with a short list all that they have.
 * Stopped, it takes the pairs at hand for whoever is left.
 */
export function peerGraph(
  context: RuleContext,
  input: Pick<PairingInput, 'seed' | 'earlier'>,
  stop: Stop = never,
): PeerGraph {
  const people = peersOf(context);
  const kept = keptArcs(context, input, { seekers: people, mentors: people });
  const search = new Search(context, { people, seed: input.seed, kept });
  const isWhole = search.hasFew(stop);
  const reached = isWhole ? search.addEvery(stop) : search.addBest(stop);
  if (reached < people.length) search.addNear(reached);
  return search.graph(isWhole && reached === people.length);
}

class Search {
  readonly #context: RuleContext;
  readonly #people: readonly PreparedMember[];
  readonly #index: PeerIndex;
  readonly #hashes: Int32Array;
  readonly #rules: readonly PairRule[];
  readonly #kept: Kept;
  readonly #arcs = new ArcList();
  #looked = 0;

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

  hasFew(stop: Stop): boolean {
    if (this.#people.length > COUNT_UP_TO) return false;
    let pairs = 0;
    for (const number of this.#people.keys()) {
      if (number % ASK_EVERY === 0 && stop()) return false;
      pairs += this.#index.find(number, { below: number, sharedOffers: true });
      if (pairs > ALL_UP_TO) return false;
    }
    return true;
  }

  /** Every pair, each once, up to the number that it returns, at which it was stopped. */
  addEvery(stop: Stop): number {
    for (const number of this.#people.keys()) {
      if (number % ASK_EVERY === 0 && stop()) return number;
      this.#addAll(number, number);
    }
    return this.#people.length;
  }

  /** The best few of each, up to the number that it returns, at which it was stopped. */
  addBest(stop: Stop): number {
    const best = new BestFew(this.#people.length, FEW);
    let reached = 0;
    for (; reached < this.#people.length; reached += 1) {
      if (reached % ASK_EVERY === 0 && stop()) break;
      this.#offerAll(best, reached);
    }
    const short: number[] = [];
    for (let number = 0; number < reached; number += 1) {
      const count = best.count[number] ?? 0;
      for (let at = 0; at < count; at += 1)
        this.#keep(number, best.itemAt(number, at), best.keyAt(number, at));
      if (count < FEW) short.push(number);
    }
    if (reached === this.#people.length) for (const number of short) this.#addAll(number);
    return reached;
  }

  /** From this number on those nearest in level and hours, who have the numbers before. */
  addNear(from: number): void {
    for (let number = from; number < this.#people.length; number += 1) {
      for (let other = Math.max(0, number - AT_HAND); other < number; other += 1) {
        const [one, two] = [this.#people[number], this.#people[other]];
        if (one === undefined || two === undefined || !isAdmissible(this.#context, one, two)) continue;
        this.#looked += 1;
        this.#add(number, other, pairCost(this.#context, one, two) * TIE_RANGE + this.#tie(number, other));
      }
    }
  }

  /** Every pair of this person, with those whose numbers are below. */
  #addAll(number: number, below = this.#people.length): void {
    const found = this.#index.find(number, { below, sharedOffers: true });
    this.#looked += found;
    for (let at = 0; at < found; at += 1) {
      const other = this.#index.other[at] ?? 0;
      this.#keep(number, other, (this.#index.cost[at] ?? 0) * TIE_RANGE + this.#tie(number, other));
    }
  }

  /** Offers each pair with a lesser number to both its ends. */
  #offerAll(best: BestFew, number: number): void {
    const found = this.#index.find(number, { below: number, sharedOffers: false });
    this.#looked += found;
    for (let at = 0; at < found; at += 1) {
      const other = this.#index.other[at] ?? 0;
      const least = (this.#index.cost[at] ?? 0) * TIE_RANGE;
      if (least >= (best.worst[number] ?? 0) && least >= (best.worst[other] ?? 0)) continue;
      const key = least + this.#tie(number, other);
      if (key < (best.worst[number] ?? 0)) best.add(number, other, key);
      if (key < (best.worst[other] ?? 0)) best.add(other, number, key);
    }
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
    if (this.#rules.every((rule) => rule.holds(this.#context, one, other))) this.#add(a, b, key);
  }

  #add(a: number, b: number, key: number): void {
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
      looked: this.#looked,
      kept: this.#kept,
      withAllOf: (numbers) => {
        for (const number of numbers) this.#addAll(number);
        return this.graph(isComplete);
      },
    };
  }
}
