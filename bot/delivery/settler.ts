import type { TenantId } from '../core/ids.ts';
import { holdBack } from '../core/permit.ts';
import type { Slot } from '../core/permit.ts';
import type { Store, Writes } from '../core/ports/store.ts';
import type { Log } from '../log.ts';
import { settle } from './settle.ts';
import type { Sent } from './settle.ts';

/** A send that has come to its end, and when it arrived where that makes others wait. */
export interface Ended {
  readonly sent: Sent;
  readonly late: Slot | null;
}

export interface SettlerDeps {
  readonly store: Store;
  readonly now: () => Date;
  readonly wait: (ms: number) => Promise<unknown>;
  readonly dice: () => number;
  readonly log: Log;
}

const TRIES = 5;
/** How long the first of several waits for the others. */
const GATHER_MS = 10;

/** Writes down what sends came to, all that ended at about the same time in one transaction. */
export class Settler {
  readonly #deps: SettlerDeps;
  #waiting: Ended[] = [];
  #running: Promise<void> | null = null;

  constructor(deps: SettlerDeps) {
    this.#deps = deps;
  }

  /** Resolves once it is written down, or cannot be. Never rejects. */
  async add(ended: Ended): Promise<void> {
    this.#waiting.push(ended);
    this.#running ??= this.#gather();
    await this.#running;
  }

  async #gather(): Promise<void> {
    // Real time, whatever clock the work goes by.
    await new Promise((resolve) => setTimeout(resolve, GATHER_MS));
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
        await store.transaction((tx) => settleAll(tx, this.#deps, batch, now()));
        return;
      } catch (error) {
        const name = error instanceof Error ? error.name : typeof error;
        log.error({ sends: batch.length, error: name, tries }, 'outcomes not written down');
        // Without the store they stay `sending`, and become unknown when the lease runs out.
        await wait(tries * 1_000);
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
  const late = Map.groupBy(
    batch.flatMap((one) => (one.late === null ? [] : [{ tenantId: tenantOf(one), slot: one.late }])),
    (one) => one.tenantId,
  );
  for (const [tenantId, slots] of late) {
    const permits = await tx.occurrences.lockPermits(tenantId, 'proactive', now);
    const held = holdBack(
      permits,
      slots.map((one) => one.slot),
    );
    if (held !== permits) await tx.occurrences.savePermits(tenantId, 'proactive', held);
  }
  for (const { sent } of batch) await settle(tx, sent, now, dice);
}

const tenantOf = (ended: Ended): TenantId => ended.sent.occurrence.tenantId;
