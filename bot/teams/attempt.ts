import { AsyncLocalStorage } from 'node:async_hooks';

/** What is known for certain of one request to Teams. */
export interface Attempt {
  /** The bytes may have left: from here on an error no longer proves that nothing arrived. */
  dispatched: boolean;
  /** Nobody waits any more; a request that has not been dispatched must not be. */
  abandoned: boolean;
  /** The same from this instant on, on the monotonic clock: a process that stood still has not been told. */
  readonly leaveBy: number;
  /** Ended by our own deadline. */
  timedOut: boolean;
  status: number | null;
  retryAfter: string | null;
  body: string | null;
}

const current = new AsyncLocalStorage<Attempt>();

export const currentAttempt = (): Attempt | undefined => current.getStore();

export type Observed<T> =
  | { readonly attempt: Attempt; readonly ok: true; readonly value: T }
  | { readonly attempt: Attempt; readonly ok: false; readonly error: unknown };

/**
 * Runs one request and says what happened to it. What comes before the request itself (a token, above all) has
 * `deadlineMs`; once that is over the request is never sent. After the dispatch the pipeline keeps the time.
 */
export async function observe<T>(deadlineMs: number, request: () => Promise<T>): Promise<Observed<T>> {
  const attempt: Attempt = {
    dispatched: false,
    abandoned: false,
    leaveBy: performance.now() + deadlineMs,
    timedOut: false,
    status: null,
    retryAfter: null,
    body: null,
  };
  const running = current.run(attempt, request).then(
    (value): Observed<T> => ({ attempt, ok: true, value }),
    (error: unknown): Observed<T> => ({ attempt, ok: false, error }),
  );
  const { promise: late, resolve } = Promise.withResolvers<Observed<T>>();
  const timer = setTimeout(
    () => {
      if (attempt.dispatched) return;
      attempt.abandoned = true;
      resolve({ attempt, ok: false, error: new Error('no time left to send') });
    },
    Math.max(0, deadlineMs),
  );
  try {
    return await Promise.race([running, late]);
  } finally {
    clearTimeout(timer);
  }
}
