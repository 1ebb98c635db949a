import type { AssignmentProblem } from '../assignment.ts';
import { PathHeap } from '../engine/path-heap.ts';
import { NONE, worthOfArcs } from './halves.ts';
import type { PeerMatching } from './halves.ts';

/**
 * Brings in people whom odd circles left over. From each a search for the cheapest chain of exchanges by reduced cost
 * (Dijkstra 1959) that ends with another who is left over; whoever finds none may take the place of someone who loses
 * less by staying alone. Chains that meet themselves are passed over, so the result is near the optimum and not always
 * it: the prices say how near.
 */
export class ShortestExchange {
  readonly #problem: AssignmentProblem;
  readonly #matching: PeerMatching;
  readonly #worth: Float64Array;
  readonly #distance: Float64Array;
  /** By person who would be free at the end of the chain so far: who gave up whom, and the partner given up. */
  readonly #from: Int32Array;
  #touched: number[] = [];
  readonly #queue = new PathHeap();
  /** What the best end in sight costs, who is the last to move, and whom they join: -1 is nobody. */
  #limit = 0;
  #end = NONE;
  #joins = NONE;

  constructor(problem: AssignmentProblem, matching: PeerMatching) {
    this.#problem = problem;
    this.#matching = matching;
    this.#worth = worthOfArcs(problem, matching.units);
    this.#distance = new Float64Array(matching.partners.length).fill(Infinity);
    this.#from = new Int32Array(matching.partners.length).fill(NONE);
  }

  /** Repeats as long as anyone left over gains, each time the longest waiting first. */
  run(): void {
    const { waiting } = this.#problem;
    for (let changed = true; changed;) {
      changed = false;
      const left = [...this.#matching.partners.keys()].filter((person) => this.#isLeft(person));
      for (const person of left.sort((a, b) => (waiting[b] ?? 0) - (waiting[a] ?? 0) || a - b)) {
        if (this.#isLeft(person) && this.#improve(person)) changed = true;
      }
    }
  }

  #isLeft(person: number): boolean {
    return this.#matching.partners[person] === NONE && this.#priceOf(person) > 0;
  }

  #priceOf(person: number): number {
    return this.#matching.price[person] ?? 0;
  }

  #improve(root: number): boolean {
    const chain = this.#search(root, true);
    const found = chain.length > 0 ? chain : this.#search(root, false);
    this.#exchange(found);
    return found.length > 0;
  }

  /** From the end of the best chain back to its root; empty when there is none that gains. */
  #search(root: number, joining: boolean): readonly number[] {
    this.#limit = joining ? Infinity : this.#priceOf(root);
    [this.#end, this.#joins] = [NONE, NONE];
    this.#reach(root, NONE, 0);
    while (this.#queue.least < this.#limit) {
      const distance = this.#queue.least;
      const person = this.#queue.pop();
      if (distance > (this.#distance[person] ?? 0)) continue;
      this.#look(root, person, distance, joining);
    }
    const chain = this.#wayBack();
    this.#forget();
    return chain;
  }

  #look(root: number, person: number, distance: number, joining: boolean): void {
    const { arcStart, arcMentor } = this.#problem;
    const { partners } = this.#matching;
    const mine = this.#priceOf(person);
    if (!joining) this.#offer(distance + mine, person, NONE);
    for (let arc = arcStart[person] ?? 0; arc < (arcStart[person + 1] ?? 0); arc += 1) {
      const other = arcMentor[arc] ?? 0;
      const partner = partners[other] ?? NONE;
      if (other === root || partner === person) continue;
      const away = distance + mine + this.#priceOf(other) - (this.#worth[arc] ?? 0);
      if (away >= this.#limit) continue;
      if (partner !== NONE) {
        if (away < (this.#distance[partner] ?? 0) && !this.#isOnWay(person, other, partner)) {
          this.#reach(partner, person, away);
        }
      } else if (joining && away < this.#priceOf(root) + this.#priceOf(other))
        this.#offer(away, person, other);
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

  #isOnWay(end: number, a: number, b: number): boolean {
    for (let at = end; at !== NONE; at = this.#from[at] ?? NONE) if (at === a || at === b) return true;
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
    const { partners } = this.#matching;
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
