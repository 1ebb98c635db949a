import type { Market } from './market.ts';

/**
 * Below every price, and below every surplus, in the part of a market that somebody belongs to, so that a search can
 * leave a row that is sorted by cost. Where mentors are scarce prices lie far below zero and elsewhere never: one
 * floor for both would end no row.
 */
export class Floors {
  /** By seeker and by mentor: 1 where mentors are scarce. */
  readonly #ofSeeker: Uint8Array;
  readonly #ofMentor: Uint8Array;
  readonly #least = new Float64Array(2);

  constructor({ isScarceFor, mustMentor }: Market) {
    this.#ofSeeker = isScarceFor;
    this.#ofMentor = mustMentor;
  }

  /** To be called before searches that only raise these prices. */
  ofPrices(price: Float64Array): void {
    this.#fill(price, this.#ofMentor);
  }

  ofSurpluses(surplus: Float64Array): void {
    this.#fill(surplus, this.#ofSeeker);
  }

  #fill(values: Float64Array, parts: Uint8Array): void {
    let [enough, scarce] = [0, 0];
    for (let at = 0; at < values.length; at += 1) {
      const value = values[at] ?? 0;
      if (parts[at] === 1) scarce = Math.min(scarce, value);
      else enough = Math.min(enough, value);
    }
    this.#least.set([enough, scarce]);
  }

  forSeeker(seeker: number): number {
    return this.#least[this.#ofSeeker[seeker] ?? 0] ?? 0;
  }

  forMentor(mentor: number): number {
    return this.#least[this.#ofMentor[mentor] ?? 0] ?? 0;
  }
}
