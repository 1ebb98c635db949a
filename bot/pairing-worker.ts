/** The thread in which rounds are computed, so that the server keeps answering. Started by pair-in-worker.ts. */
import { parentPort, workerData } from 'node:worker_threads';
import type { PairingInput, PairingResult } from './core/pairing/input.ts';
import { pairRound } from './core/pairing/pair-round.ts';
import type { Stage } from './core/pairing/progress.ts';
import { Refusal } from './core/refusal.ts';
import type { RefusalCode, RefusalFacts } from './core/refusal.ts';

export interface WorkerTask {
  readonly input: PairingInput;
  readonly limitMs: number;
}

/** How far it is, then one answer. A refusal crosses the thread as plain values: classes do not survive the copy. */
export type WorkerMessage =
  | { readonly stage: Stage }
  | { readonly result: PairingResult }
  | { readonly refusal: { readonly code: RefusalCode; readonly facts: RefusalFacts } };

function say(message: WorkerMessage): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port between threads has no origin
  parentPort?.postMessage(message);
}

function answer({ input, limitMs }: WorkerTask): WorkerMessage {
  const end = performance.now() + limitMs;
  try {
    const onStage = (stage: Stage): void => say({ stage });
    return { result: pairRound(input, { stop: () => performance.now() >= end, onStage }) };
  } catch (error) {
    if (error instanceof Refusal) return { refusal: { code: error.code, facts: error.facts } };
    throw error;
  }
}

// The type is held by pair-in-worker.ts, the only one that starts this file.
say(answer(workerData as WorkerTask));
