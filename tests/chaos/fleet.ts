import type { ChildProcess } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { seeded } from '../fakes/teams/faults.ts';
import type { Pace } from '../fakes/paced-clock.ts';
import type { Place } from './place.ts';
import { kill, startProcess, stop } from './processes.ts';
import type { Running } from './processes.ts';

export interface WorkerSettings {
  readonly place: Place;
  readonly perSecond: number;
  readonly leaseMs: number;
  readonly sendDeadlineMs: number;
  readonly skewMs: number;
  readonly batch: number;
  readonly stock: boolean;
  /** The real clock, unless told otherwise. */
  readonly pace?: Pace;
}

interface Berth {
  readonly settings: WorkerSettings;
  running: Running | null;
  url: string | null;
  frozen: boolean;
  /** When it was up, on the monotonic clock. */
  upAt: number;
}

/** Nobody is killed who has not had time to get something in hand. */
const SETTLED_MS = 1_500;

const MOST_STARTS = 10;

const ready = z.object({ url: z.string() });

/** Several instances of the service, and what happens to them. */
export class Fleet {
  readonly #berths: Berth[] = [];
  readonly #dice: () => number;
  #thawing: Promise<void>[] = [];
  kills = 0;
  zombies = 0;

  constructor(seed: number) {
    this.#dice = seeded(seed);
  }

  async launch(all: readonly WorkerSettings[]): Promise<void> {
    await Promise.all(
      all.map(async (settings) => {
        const berth: Berth = { settings, running: null, url: null, frozen: false, upAt: 0 };
        this.#berths.push(berth);
        await this.#start(berth);
      }),
    );
  }

  /** Somebody who is up and awake. */
  anyone(): string | null {
    const up = this.#berths.filter(({ url, frozen }) => url !== null && !frozen);
    return this.#any(up)?.url ?? null;
  }

  /** Ends one as a power cut would, and starts it again; nobody, where all have only just begun. */
  async kill(): Promise<void> {
    const berth = this.#any(this.#settled());
    if (berth?.running === undefined || berth.running === null) return;
    berth.url = null;
    await kill(berth.running);
    this.kills += 1;
    await this.#start(berth);
  }

  /** Freezes one for longer than its lease, and lets it go on as if nothing had been. */
  freeze(forMs: number): void {
    const awake = this.#settled();
    const berth = awake.length > 1 ? this.#any(awake) : undefined;
    const child = berth?.running?.child;
    if (berth === undefined || child === undefined) return;
    berth.frozen = true;
    child.kill('SIGSTOP');
    this.zombies += 1;
    this.#thawing.push(this.#thaw(berth, child, forMs));
  }

  async #thaw(berth: Berth, child: ChildProcess, afterMs: number): Promise<void> {
    await wait(afterMs);
    child.kill('SIGCONT');
    berth.frozen = false;
  }

  pids(): readonly number[] {
    return this.#berths.flatMap(({ running }) => running?.child.pid ?? []);
  }

  /** Resolves once nobody is frozen any more. */
  async thawed(): Promise<void> {
    await Promise.all(this.#thawing);
    this.#thawing = [];
  }

  /** Asks all to stop; says how long the slowest took and whether all did. */
  async stop(withinMs: number): Promise<{ inTime: boolean; ms: number }> {
    const running = this.#berths.flatMap((berth) => (berth.running === null ? [] : [berth.running]));
    const stopped = await Promise.all(running.map((one) => stop(one, withinMs)));
    return { inTime: stopped.every((one) => one.inTime), ms: Math.max(0, ...stopped.map(({ ms }) => ms)) };
  }

  async #start(berth: Berth): Promise<void> {
    // Whoever runs a service starts it again, where it could not reach its store.
    for (let tries = 1; ; tries += 1) {
      berth.running = await startProcess('./worker-process.ts', berth.settings);
      if (berth.running.ready !== null || tries === MOST_STARTS) break;
    }
    berth.url = ready.parse(berth.running.ready).url;
    berth.upAt = performance.now();
  }

  #settled(): readonly Berth[] {
    const since = performance.now() - SETTLED_MS;
    return this.#berths.filter(({ url, frozen, upAt }) => url !== null && !frozen && upAt < since);
  }

  #any<T>(from: readonly T[]): T | undefined {
    return from[Math.floor(this.#dice() * from.length)];
  }
}
