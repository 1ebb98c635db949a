import type { Log } from '../log.ts';
import { startLoop } from './loop.ts';
import type { Loop } from './loop.ts';

/** Something that is to happen every so often. Running it twice, or on two instances, must alter nothing. */
export interface Job {
  /** Shown in the log. */
  readonly name: string;
  readonly everyMs: number;
  /** Counts that it gives are logged. */
  readonly run: () => Promise<unknown>;
}

export interface ClockWork {
  /** Runs every job now, one after the other, whenever it ran last. Never rejects; returns the names of those that failed. */
  tick(): Promise<readonly string[]>;
  start(): void;
  /** Begins no more jobs and resolves once the one in hand has ended. */
  stop(): Promise<void>;
}

export interface ClockWorkOptions {
  readonly jobs: readonly Job[];
  readonly now: () => Date;
  readonly log: Log;
  /** How often to look whether a job is due. */
  readonly lookEveryMs?: number;
}

/** What happens by the clock: one job at a time, and no two runs at once. */
export function createClockWork(options: ClockWorkOptions): ClockWork {
  const lookEveryMs = options.lookEveryMs ?? 15_000;
  const ranAt = new Map<string, number>();
  let last: Promise<unknown> = Promise.resolve();
  let loop: Loop | null = null;

  const runAll = async (jobs: readonly Job[], halted: () => boolean): Promise<readonly string[]> => {
    const failed: string[] = [];
    for (const job of jobs) {
      if (halted()) break;
      ranAt.set(job.name, options.now().getTime());
      if (!(await runOne(job, options.log))) failed.push(job.name);
    }
    return failed;
  };
  /** Behind whatever is running already. */
  const queue = <T>(work: () => Promise<T>): Promise<T> => {
    const next = last.then(work);
    last = next;
    return next;
  };
  const isDue = (job: Job): boolean => {
    const ran = ranAt.get(job.name);
    return ran === undefined || options.now().getTime() - ran >= job.everyMs;
  };

  return {
    tick: () => queue(() => runAll(options.jobs, () => false)),
    start: () => {
      loop ??= startLoop({
        run: async () => {
          await queue(() => runAll(options.jobs.filter(isDue), () => loop?.stopping ?? false));
          return lookEveryMs;
        },
        failed: () => undefined,
        restMs: lookEveryMs,
      });
    },
    stop: async () => {
      await loop?.stop();
      await last;
      loop = null;
    },
  };
}

/** Numbers are all that a job may say of itself. */
const countsIn = (result: unknown): readonly [string, number][] =>
  typeof result === 'object' && result !== null
    ? Object.entries(result).filter((entry): entry is [string, number] => typeof entry[1] === 'number')
    : [];

async function runOne(job: Job, log: Log): Promise<boolean> {
  try {
    const counts = countsIn(await job.run());
    if (counts.some(([, count]) => count > 0))
      log.info({ job: job.name, ...Object.fromEntries(counts) }, 'job done');
    return true;
  } catch (error) {
    // The name only: what a job was about is nobody's business.
    log.error({ job: job.name, error: error instanceof Error ? error.name : typeof error }, 'job failed');
    return false;
  }
}
