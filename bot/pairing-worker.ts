/** The thread in which rounds are computed, so that the server keeps answering. Started by pair-in-worker.ts. */
import { parentPort, workerData } from 'node:worker_threads';
import type { PairingInput, PairingResult } from './core/pairing/input.ts';
import { pairRound } from './core/pairing/pair-round.ts';
import { Refusal } from './core/refusal.ts';
import type { RefusalCode, RefusalFacts } from './core/refusal.ts';

/** A refusal crosses the thread as plain values: classes do not survive the copy. */
export type WorkerAnswer =
  | { readonly result: PairingResult }
  | { readonly refusal: { readonly code: RefusalCode; readonly facts: RefusalFacts } };

function answer(input: PairingInput): WorkerAnswer {
  try {
    return { result: pairRound(input) };
  } catch (error) {
    if (error instanceof Refusal) return { refusal: { code: error.code, facts: error.facts } };
    throw error;
  }
}

// The type is held by pair-in-worker.ts, the only one that starts this file.
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port between threads has no origin
parentPort?.postMessage(answer(workerData as PairingInput));
