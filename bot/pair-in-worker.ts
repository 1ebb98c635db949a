import { Worker } from 'node:worker_threads';
import type { PairingInput, PairingResult } from './core/pairing/input.ts';
import { Refusal } from './core/refusal.ts';
import type { WorkerAnswer } from './pairing-worker.ts';

const WORKER = new URL('pairing-worker.ts', import.meta.url);
/** A round that needs more than this would take the server down with it. */
const MEMORY_MB = 2048;

/**
 * Computes a round in a thread of its own. An abort ends the thread at once and rejects with the signal's reason.
 * @throws Refusal 'bad-settings'
 */
export function pairInWorker(input: PairingInput, signal?: AbortSignal): Promise<PairingResult> {
  signal?.throwIfAborted();
  const { promise, resolve, reject } = Promise.withResolvers<PairingResult>();
  const worker = new Worker(WORKER, {
    workerData: input,
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
  });
  const abort = (): void => {
    reject(signal?.reason instanceof Error ? signal.reason : new Error('the round was called off'));
    void worker.terminate();
  };
  signal?.addEventListener('abort', abort, { once: true });
  worker.once('message', (answer: WorkerAnswer) => {
    if ('result' in answer) resolve(answer.result);
    else reject(new Refusal(answer.refusal.code, answer.refusal.facts));
  });
  worker.once('error', reject);
  worker.once('exit', (code) => {
    signal?.removeEventListener('abort', abort);
    reject(new Error(`the thread of the round ended with ${code} before it answered`));
  });
  return promise;
}
