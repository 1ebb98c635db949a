import { setTimeout as wait } from 'node:timers/promises';

const TRIES = 20;
const PAUSE_MS = 500;

/** Asks again where a store under so much load, or silent on purpose, does not answer: it is not what is tried. */
export async function patiently<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1)
    try {
      return await work();
    } catch (error) {
      if (tries === TRIES) throw error;
      await wait(PAUSE_MS);
    }
}
