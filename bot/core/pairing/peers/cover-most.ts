import type { AssignmentProblem } from '../assignment.ts';
import { NONE } from './halves.ts';

const UNSEEN = -1;
const OUTER = 0;
const INNER = 1;

/**
 * Brings a matching to as many people as a graph allows, and of those who must stay alone to the ones who have waited
 * least: alternating search that shrinks odd circles (Edmonds 1965; with union-find, Gabow 1976), from the longest
 * waiting on. Who is paired stays paired unless somebody who has waited longer takes the place. This reaches the first
 * two aims exactly, because the sets of people that can be paired form a matroid.
 */
export function coverMost(problem: AssignmentProblem, partners: Int32Array): void {
  const { waiting } = problem;
  const search = new OddSearch(problem, partners);
  const left = [...partners.keys()].filter((person) => partners[person] === NONE);
  for (const person of left.sort((a, b) => (waiting[b] ?? 0) - (waiting[a] ?? 0) || a - b)) {
    if (partners[person] === NONE) search.from(person);
  }
}

class OddSearch {
  readonly #problem: AssignmentProblem;
  readonly #partners: Int32Array;
  readonly #state: Int8Array;
  readonly #came: Int32Array;
  readonly #base: Int32Array;
  readonly #mark: Int32Array;
  #marks = 0;
  #queue: number[] = [];

  constructor(problem: AssignmentProblem, partners: Int32Array) {
    this.#problem = problem;
    this.#partners = partners;
    this.#state = new Int8Array(partners.length).fill(UNSEEN);
    this.#came = new Int32Array(partners.length).fill(NONE);
    this.#base = Int32Array.from(partners.keys());
    this.#mark = new Int32Array(partners.length);
  }

  from(root: number): void {
    const { waiting } = this.#problem;
    this.#state[root] = OUTER;
    this.#queue = [root];
    const seen = [root];
    let cheapest = root;
    for (let head = 0; head < this.#queue.length; head += 1) {
      const person = this.#queue[head] ?? 0;
      if ((waiting[person] ?? 0) < (waiting[cheapest] ?? 0)) cheapest = person;
      const end = this.#grow(person, seen);
      if (end === NONE) continue;
      this.#flip(end);
      this.#reset(seen);
      return;
    }
    if (cheapest !== root) {
      const given = this.#partners[cheapest] ?? NONE;
      this.#partners[cheapest] = NONE;
      this.#flip(given);
    }
    this.#reset(seen);
  }

  /** Follows everyone whom this person may meet; returns who completes a chain, or -1. */
  #grow(person: number, seen: number[]): number {
    const { arcStart, arcMentor } = this.#problem;
    for (let arc = arcStart[person] ?? 0; arc < (arcStart[person + 1] ?? 0); arc += 1) {
      const other = arcMentor[arc] ?? 0;
      if (this.#state[other] === UNSEEN) {
        const partner = this.#partners[other] ?? NONE;
        this.#came[other] = person;
        seen.push(other);
        if (partner === NONE) return other;
        this.#state[other] = INNER;
        this.#state[partner] = OUTER;
        seen.push(partner);
        this.#queue.push(partner);
      } else if (this.#state[other] === OUTER && this.#find(other) !== this.#find(person)) {
        const top = this.#meeting(person, other);
        this.#shrink(person, other, top);
        this.#shrink(other, person, top);
      }
    }
    return NONE;
  }

  #find(person: number): number {
    let at = person;
    for (let up = this.#base[at] ?? at; up !== at; up = this.#base[at] ?? at) {
      this.#base[at] = this.#base[up] ?? up;
      at = this.#base[at] ?? at;
    }
    return at;
  }

  /** Where the ways of two people back to the root come together. */
  #meeting(a: number, b: number): number {
    this.#marks += 1;
    for (let [one, other] = [a, b]; ; [one, other] = [other, one]) {
      if (one === NONE) continue;
      one = this.#find(one);
      if (this.#mark[one] === this.#marks) return one;
      this.#mark[one] = this.#marks;
      const partner = this.#partners[one] ?? NONE;
      one = partner === NONE ? NONE : (this.#came[partner] ?? NONE);
    }
  }

  #shrink(from: number, across: number, top: number): void {
    for (let [person, other] = [from, across]; this.#find(person) !== top;) {
      this.#came[person] = other;
      other = this.#partners[person] ?? NONE;
      if (this.#state[other] === INNER) {
        this.#state[other] = OUTER;
        this.#queue.push(other);
      }
      if (this.#find(person) === person) this.#base[person] = top;
      if (this.#find(other) === other) this.#base[other] = top;
      person = this.#came[other] ?? NONE;
    }
  }

  /** Exchanges partners along the way back to the root. */
  #flip(end: number): void {
    for (let person = end; person !== NONE;) {
      const from = this.#came[person] ?? NONE;
      const next = this.#partners[from] ?? NONE;
      this.#partners[person] = from;
      this.#partners[from] = person;
      person = next;
    }
  }

  #reset(seen: readonly number[]): void {
    for (const person of seen) {
      this.#state[person] = UNSEEN;
      this.#came[person] = NONE;
      this.#base[person] = person;
    }
  }
}
