import { setTimeout as waitFor } from 'node:timers/promises';
import { OCCURRENCE_KINDS } from '../core/occurrence.ts';
import type { OccurrenceKind } from '../core/occurrence.ts';
import type { Render, Sender } from '../core/ports/messaging.ts';
import type { Store } from '../core/ports/store.ts';
import { Refusal } from '../core/refusal.ts';
import type { Log } from '../log.ts';
import { deliver } from './deliver.ts';
import type { DeliverDeps } from './deliver.ts';
import { Flights } from './flights.ts';
import { startLoop } from './loop.ts';
import type { Loop } from './loop.ts';
import { Settler } from './settler.ts';
import { PROACTIVE_PER_SECOND, createArrivals } from './slots.ts';

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
  /** What this version has words for; whatever else is due is left alone. All kinds, unless told otherwise. */
  readonly kinds?: readonly OccurrenceKind[];
  /** How many are claimed at a time. */
  readonly batch?: number;
  /** How many sends may be on their way at the same time. */
  readonly inFlight?: number;
  /** How long a claim holds without a sign of life: well above the deadline of a send. */
  readonly leaseMs?: number;
  /** What a send takes at most, and something to spare. */
  readonly sendTakesMs?: number;
  /** How long an outcome waits for others to be written down together with it. */
  readonly gatherMs?: number;
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
const BUSY_MS = 200;

/** A worker of the outbox. Any number may run, on any number of machines, over one store. */
export function createWorker(options: WorkerOptions): Worker {
  const common = {
    ...options,
    dice: options.dice ?? Math.random,
    wait: options.wait ?? ((ms: number) => waitFor(ms)),
    perSecond: options.perSecond ?? PROACTIVE_PER_SECOND,
    gatherMs: options.gatherMs ?? 40,
  };
  const deps: DeliverDeps = {
    ...common,
    leaseMs: options.leaseMs ?? 60_000,
    sendTakesMs: options.sendTakesMs ?? 15_000,
    stopping: () => stopped,
    flights: new Flights(options.inFlight ?? 64),
    settler: new Settler(common),
    arrivedAt: createArrivals(),
  };
  const { batch = 30, kinds = OCCURRENCE_KINDS } = options;
  let loop: Loop | null = null;
  let stopped = false;

  const pump = async (): Promise<number> => {
    if (stopped) return 0;
    const claimedAt = deps.now();
    const claimed = await deps.store.transaction(async (tx) => {
      await tx.occurrences.recover(claimedAt);
      const leaseUntil = new Date(claimedAt.getTime() + deps.leaseMs);
      return tx.occurrences.claim({ worker: options.name, now: claimedAt, leaseUntil, limit: batch, kinds });
    }, 'in-turn');
    if (claimed.length > 0) await deliver(deps, claimed, claimedAt);
    return claimed.length;
  };

  return {
    runOnce: async () => {
      const count = await pump();
      await deps.flights.landed();
      return count;
    },
    start: () => {
      stopped = false;
      loop ??= startLoop({
        run: async () => {
          try {
            return (await pump()) < batch ? (options.pollMs ?? 1_000) : 0;
          } catch (error) {
            // Others were at the same rows: no reason to stand still.
            if (error instanceof Refusal && error.code === 'try-again') return BUSY_MS * (1 + deps.dice());
            throw error;
          }
        },
        failed: (error) => options.log.error({ error: nameOf(error) }, 'delivery stood still'),
        restMs: 5_000,
      });
    },
    stop: async () => {
      stopped = true;
      const deadline = waitFor(STOP_MS, undefined, { ref: false });
      await Promise.race([(loop?.stop() ?? Promise.resolve()).then(() => deps.flights.landed()), deadline]);
      loop = null;
    },
  };
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : typeof error);
