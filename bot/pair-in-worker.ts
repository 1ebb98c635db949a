import type { PairingInput, PairingResult, Suggestion } from './core/pairing/input.ts';
import { SuggestionUnpacker } from './core/pairing/packed-answer.ts';
import { buffersOf, packPool } from './core/pairing/packed-pool.ts';
import type { Stage } from './core/pairing/progress.ts';
import { Refusal } from './core/refusal.ts';
import type { WorkerMessage, WorkerTask } from './pairing-worker.ts';
import { leaveThread, takeThread } from './round-thread.ts';

/** After this the best so far is taken as it is, not proven. A round over 100,000 people takes well below a minute. */
const LIMIT_MS = 5 * 60_000;

/** How a round is followed, called off, and kept from taking for ever. */
export interface WorkerOptions {
  readonly signal?: AbortSignal;
  readonly limitMs?: number;
  readonly onStage?: (stage: Stage) => void;
}

/**
 * Computes a round in a thread beside this one. An abort ends the thread at once and rejects with the signal's reason; a
 * round that outlives its limit answers with the best so far, of which nothing is claimed to be proven.
 * @throws Refusal 'bad-settings'
 */
export function pairInWorker(
  { pool, ...terms }: PairingInput,
  options: WorkerOptions = {},
): Promise<PairingResult> {
  const { signal, limitMs = LIMIT_MS, onStage } = options;
  signal?.throwIfAborted();
  const { promise, resolve, reject } = Promise.withResolvers<PairingResult>();
  const people = pool.members.length;
  const worker = takeThread(people);
  const packed = packPool(pool);
  const unpacker = new SuggestionUnpacker(packed.people);
  const task: WorkerTask = { input: { ...terms, pool: packed }, limitMs };
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port between threads has no origin
  worker.postMessage(task, buffersOf(packed));
  const suggestions: Suggestion[] = [];
  const abort = (): void => {
    reject(signal?.reason instanceof Error ? signal.reason : new Error('the round was called off'));
    void worker.terminate();
  };
  signal?.addEventListener('abort', abort, { once: true });
  const leave = (): void => {
    signal?.removeEventListener('abort', abort);
    leaveThread(worker, people);
  };
  worker.on('message', (message: WorkerMessage) => {
    if ('stage' in message) onStage?.(message.stage);
    else if ('suggestions' in message) suggestions.push(...unpacker.unpack(message.suggestions));
    else {
      leave();
      if ('result' in message) resolve({ ...message.result, suggestions });
      else reject(new Refusal(message.refusal.code, message.refusal.facts));
    }
  });
  worker.once('error', reject);
  worker.once('exit', (code) => {
    signal?.removeEventListener('abort', abort);
    reject(new Error(`the thread of the round ended with ${code} before it answered`));
  });
  return promise;
}
