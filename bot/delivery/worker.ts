import { setImmediate as breathe, setTimeout as waitFor } from 'node:timers/promises';
import type { Occurrence } from '../core/occurrence.ts';
import type { Render, Sender } from '../core/ports/messaging.ts';
import type { Store } from '../core/ports/store.ts';
import type { Log } from '../log.ts';
import { PROACTIVE_PER_SECOND } from './slots.ts';
import { deliver } from './deliver.ts';
import type { DeliverDeps } from './deliver.ts';
import { startLoop } from './loop.ts';
import type { Loop } from './loop.ts';

export interface WorkerOptions {
  readonly store: Store;
  readonly sender: Sender;
  readonly render: Render;
  readonly now: () => Date;
  /** Unlike that of any other worker, now or before. */
  readonly name: string;
  readonly log: Log;
  /** 0 to 1, for jitter. */
  readonly dice?: () => number;
  readonly wait?: (ms: number) => Promise<unknown>;
  readonly perSecond?: number;
  /** How many are claimed at a time. */
  readonly batch?: number;
  /** How many sends may be on their way at the same time. */
  readonly inFlight?: number;
  /** How long a claim holds without a sign of life: well above the deadline of a send. */
  readonly leaseMs?: number;
  /** How long to rest when nothing is due. */
  readonly pollMs?: number;
}

export interface Worker {
  /** Claims one batch and sees each of it to its end; returns how many it claimed. */
  runOnce(): Promise<number>;
  start(): void;
  /** Claims no more and finishes what is on its way, within 25 seconds. */
  stop(): Promise<void>;
}

const STOP_MS = 25_000;

/** A worker of the outbox. Any number may run, on any number of machines, over one store. */
export function createWorker(options: WorkerOptions): Worker {
  const deps: DeliverDeps = {
    ...options,
    dice: options.dice ?? Math.random,
    wait: options.wait ?? ((ms) => waitFor(ms)),
    perSecond: options.perSecond ?? PROACTIVE_PER_SECOND,
    leaseMs: options.leaseMs ?? 60_000,
    stopping: () => stopped,
  };
  const batch = options.batch ?? 30;
  const most = options.inFlight ?? 64;
  const flying = new Set<Promise<void>>();
  let loop: Loop | null = null;
  let stopped = false;

  const launch = async (occurrence: Occurrence, claimedAt: Date): Promise<void> => {
    while (flying.size >= most) await Promise.race(flying);
    const flight = await deliver(deps, occurrence, claimedAt);
    if (flight === null) return;
    const tracked: Promise<void> = flight().finally(() => flying.delete(tracked));
    flying.add(tracked);
  };

  const pump = async (): Promise<number> => {
    if (stopped) return 0;
    const claimedAt = deps.now();
    const claimed = await deps.store.transaction(async (tx) => {
      await tx.occurrences.recover(claimedAt);
      const leaseUntil = new Date(claimedAt.getTime() + deps.leaseMs);
      return tx.occurrences.claim({ worker: options.name, now: claimedAt, leaseUntil, limit: batch });
    });
    for (const occurrence of claimed) {
      await launch(occurrence, claimedAt);
      // An embedded store answers at once: without this, requests on their way would never get a turn.
      await breathe();
    }
    return claimed.length;
  };

  return {
    runOnce: async () => {
      const count = await pump();
      await Promise.all(flying);
      return count;
    },
    start: () => {
      stopped = false;
      loop ??= startLoop({
        run: async () => ((await pump()) < batch ? (options.pollMs ?? 1_000) : 0),
        failed: (error) => options.log.error({ error: nameOf(error) }, 'delivery stood still'),
        restMs: 5_000,
      });
    },
    stop: async () => {
      stopped = true;
      const deadline = waitFor(STOP_MS, undefined, { ref: false });
      await Promise.race([(loop?.stop() ?? Promise.resolve()).then(() => Promise.all(flying)), deadline]);
      loop = null;
    },
  };
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : typeof error);
