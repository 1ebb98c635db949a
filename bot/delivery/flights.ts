/** The requests on their way, at most so many at a time. */
export class Flights {
  readonly #most: number;
  readonly #flying = new Set<Promise<void>>();

  constructor(most: number) {
    this.#most = most;
  }

  /** Resolves once there is room, and says for how many. */
  async room(): Promise<number> {
    while (this.#flying.size >= this.#most) await Promise.race(this.#flying);
    return this.#most - this.#flying.size;
  }

  /** @param flight never rejects. */
  launch(flight: Promise<void>): void {
    const tracked: Promise<void> = flight.finally(() => this.#flying.delete(tracked));
    this.#flying.add(tracked);
  }

  /** Resolves once all that are on their way now have ended. */
  async landed(): Promise<void> {
    await Promise.all(this.#flying);
  }
}
