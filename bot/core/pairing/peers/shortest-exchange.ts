import type { AssignmentProblem } from '../assignment.ts';
import { PathHeap } from '../engine/path-heap.ts';
import type { Stop } from '../progress.ts';
import { NONE } from './halves.ts';
import type { PeerMatching } from './halves.ts';
import type { PeerPrices } from './peer-prices.ts';
import { arcsWithin } from './slack-arcs.ts';
import type { SlackArcs } from './slack-arcs.ts';

/**
 * Of less slack than this, in squares of a thousandth of fit, are nearly all arcs of nearly every cheapest chain, and one
 * in five of all.
 */
const NEAR = 4000;

/**
 * Brings in people whom odd circles left over. From each a search for the cheapest chain of exchanges by reduced cost
 * (Dijkstra 1959) that ends with another who is left over, first over arcs of little slack; whoever finds none may take
 * the place of someone who loses less by staying alone. Chains that meet themselves are passed over, so the result is
 * near the optimum and not always it: the prices say how near. Every exchange pairs more people or is worth more, so it
 * ends.
 */
export class ShortestExchange {
  readonly #waiting: Int32Array;
  readonly #partners: Int32Array;
  readonly #price: Float64Array;
  readonly #all: SlackArcs;
  readonly #near: SlackArcs;
  readonly #distance: Float64Array;
  /** By person who would be free at the end of the chain so far: who gave up whom, and the partner given up. */
  readonly #from: Int32Array;
  #touched: number[] = [];
  readonly #queue = new PathHeap();
  /** What the best end in sight costs, who is the last to move, and whom they join: -1 is nobody. */
  #limit = 0;
  #end = NONE;
  #joins = NONE;

  constructor(problem: AssignmentProblem, { partners, units }: PeerMatching, { price, slack }: PeerPrices) {
    this.#waiting = problem.waiting;
    this.#partners = partners;
    this.#price = price;
    this.#all = { start: problem.arcStart, to: problem.arcMentor, slack };
    this.#near = arcsWithin(this.#all, NEAR * 2 * units.costUnit);
    this.#distance = new Float64Array(partners.length).fill(Infinity);
    this.#from = new Int32Array(partners.length).fill(NONE);
  }

  /** Repeats as long as anyone left over gains, each time the longest waiting first. */
  run(stop: Stop): void {
    for (let changed = true; changed;) {
      changed = false;
      const left = [...this.#partners.keys()].filter((person) => this.#isLeft(person));
      for (const person of left.sort((a, b) => (this.#waiting[b] ?? 0) - (this.#waiting[a] ?? 0) || a - b)) {
        if (stop()) return;
        if (this.#isLeft(person) && this.#improve(person)) changed = true;
      }
    }
  }

  #isLeft(person: number): boolean {
    return this.#partners[person] === NONE && this.#priceOf(person) > 0;
  }

  #priceOf(person: number): number {
    return this.#price[person] ?? 0;
  }

  #improve(root: number): boolean {
    const chain = this.#nearestChain(root);
    this.#exchange(chain);
    return chain.length > 0;
  }

  #nearestChain(root: number): readonly number[] {
    for (const arcs of [this.#near, this.#all]) {
      const chain = this.#search(root, arcs, { isJoining: true, limit: Infinity });
      if (chain.length > 0) return chain;
    }
    return this.#search(root, this.#all, { isJoining: false, limit: this.#priceOf(root) });
  }

  /** From the end of the best chain back to its root; empty when there is none that costs less than the limit. */
  #search(
    root: number,
    arcs: SlackArcs,
    { isJoining, limit }: { isJoining: boolean; limit: number },
  ): readonly number[] {
    this.#limit = limit;
    [this.#end, this.#joins] = [NONE, NONE];
    this.#reach(root, NONE, 0);
    while (this.#queue.least < this.#limit) {
      const distance = this.#queue.least;
      const person = this.#queue.pop();
      if (distance > (this.#distance[person] ?? 0)) continue;
      if (!isJoining) this.#offer(distance + this.#priceOf(person), person, NONE);
      this.#look(root, person, arcs, { distance, isJoining });
    }
    const chain = this.#wayBack();
    this.#forget();
    return chain;
  }

  #look(
    root: number,
    person: number,
    { start, to, slack }: SlackArcs,
    { distance, isJoining }: { distance: number; isJoining: boolean },
  ): void {
    const partners = this.#partners;
    for (let arc = start[person] ?? 0, end = start[person + 1] ?? 0; arc < end; arc += 1) {
      const away = distance + (slack[arc] ?? 0);
      if (away >= this.#limit) continue;
      const other = to[arc] ?? 0;
      const partner = partners[other] ?? NONE;
      if (other === root || partner === person) continue;
      if (partner !== NONE) {
        if (away < (this.#distance[partner] ?? 0) && !this.#isOnWay(person, other)) {
          this.#reach(partner, person, away);
        }
      } else if (isJoining) this.#offer(away, person, other);
    }
  }

  #offer(cost: number, end: number, joins: number): void {
    if (cost >= this.#limit) return;
    [this.#limit, this.#end, this.#joins] = [cost, end, joins];
  }

  #reach(person: number, from: number, distance: number): void {
    if (this.#distance[person] === Infinity) this.#touched.push(person);
    this.#distance[person] = distance;
    this.#from[person] = from;
    this.#queue.push(person, distance);
  }

  /** Whether the chain to `end` has freed this person; their partner it cannot meet again, being nearer already. */
  #isOnWay(end: number, person: number): boolean {
    if (this.#distance[person] === Infinity) return false;
    for (let at = end; at !== NONE; at = this.#from[at] ?? NONE) if (at === person) return true;
    return false;
  }

  /** From the end of the best chain back to its root. */
  #wayBack(): readonly number[] {
    const chain: number[] = [];
    for (let at = this.#end; at !== NONE; at = this.#from[at] ?? NONE) chain.push(at);
    return chain;
  }

  /** Everyone on the chain takes the partner that the one before gave up; who it began with had none to give. */
  #exchange(chain: readonly number[]): void {
    const partners = this.#partners;
    let free = this.#joins;
    for (const person of chain) {
      const given = partners[person] ?? NONE;
      partners[person] = free;
      if (free !== NONE) partners[free] = person;
      free = given;
    }
  }

  #forget(): void {
    for (const person of this.#touched) {
      this.#distance[person] = Infinity;
      this.#from[person] = NONE;
    }
    this.#touched = [];
    this.#queue.clear();
  }
}
