/** Runs work one after the other where it belongs to the same lane, and side by side where it does not. */
export class Lanes {
  readonly #last = new Map<string, Promise<void>>();

  async run<T>(lane: string, work: () => Promise<T>): Promise<T> {
    const before = this.#last.get(lane);
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#last.set(lane, promise);
    try {
      await before;
      return await work();
    } finally {
      resolve();
      if (this.#last.get(lane) === promise) this.#last.delete(lane);
    }
  }
}
