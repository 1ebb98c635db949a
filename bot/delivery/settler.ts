import type { TenantId } from '../core/ids.ts';
import { land } from '../core/permit.ts';
import type { Landing } from '../core/permit.ts';
import type { Store, Writes } from '../core/ports/store.ts';
import type { Log } from '../log.ts';
import { endOf, learnFrom } from './settle.ts';
import type { Sent } from './settle.ts';

/** A send that has come to its end, and when it arrived: others wait to hear of it. */
export interface Ended {
  readonly sent: Sent;
  readonly landing: Landing | null;
}

export interface SettlerDeps {
  readonly store: Store;
  readonly now: () => Date;
  readonly wait: (ms: number) => Promise<unknown>;
  readonly dice: () => number;
  readonly log: Log;
  /** How long the first of several waits for the others, in real time whatever clock the work goes by. */
  readonly gatherMs: number;
}

/** Further and further apart, up to these seconds, for an hour: so long the store may be away. */
const LONGEST_WAIT_S = 5;
const TRIES = 720;
/** So many wait for no others. */
const ENOUGH = 16;

/** Writes down what sends came to, all that ended at about the same time in one transaction. */
export class Settler {
  readonly #deps: SettlerDeps;
  #waiting: Ended[] = [];
  #running: Promise<void> | null = null;
  #enough: () => void = () => undefined;

  constructor(deps: SettlerDeps) {
    this.#deps = deps;
  }

  /** Resolves once it is written down, or cannot be. Never rejects. */
  async add(ended: Ended): Promise<void> {
    this.#waiting.push(ended);
    this.#running ??= this.#gather();
    const running = this.#running;
    if (this.#waiting.length >= ENOUGH) this.#enough();
    await running;
  }

  async #gather(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.#enough = resolve;
      setTimeout(resolve, this.#deps.gatherMs);
    });
    const batch = this.#waiting;
    this.#waiting = [];
    // What ends from now on makes a batch of its own.
    this.#running = null;
    await this.#write(batch);
  }

  async #write(batch: readonly Ended[]): Promise<void> {
    const { store, now, wait, log } = this.#deps;
    for (let tries = 1; tries <= TRIES; tries += 1) {
      try {
        await store.transaction((tx) => settleAll(tx, this.#deps, batch, now()), 'in-turn');
        return;
      } catch (error) {
        const name = error instanceof Error ? error.name : typeof error;
        log.error({ sends: batch.length, error: name, tries }, 'outcomes not written down');
        // Meanwhile they stay `sending`, and are called unknown when the lease runs out.
        await wait(Math.min(tries, LONGEST_WAIT_S) * 1_000);
      }
    }
  }
}

async function settleAll(
  tx: Writes,
  { dice }: SettlerDeps,
  batch: readonly Ended[],
  now: Date,
): Promise<void> {
  const landings = Map.groupBy(
    batch.flatMap((one) => (one.landing === null ? [] : [{ tenantId: tenantOf(one), ...one.landing }])),
    (one) => one.tenantId,
  );
  for (const [tenantId, landed] of landings) {
    const permits = await tx.occurrences.lockPermits(tenantId, 'proactive', now);
    if (permits.recent.length > 0)
      await tx.occurrences.savePermits(tenantId, 'proactive', land(permits, landed));
  }
  await tx.occurrences.endSending(
    batch.map(({ sent }) => endOf(sent, now, dice)),
    now,
  );
  for (const { sent } of batch) await learnFrom(tx, sent, now);
}

const tenantOf = (ended: Ended): TenantId => ended.sent.occurrence.tenantId;
