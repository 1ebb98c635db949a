/** The thread in which rounds are computed, so that the server keeps answering. Started by pair-in-worker.ts. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { parentPort } from 'node:worker_threads';
import type { PairingInput, PairingResult, Suggestion } from './core/pairing/input.ts';
import { peopleIn } from './core/pairing/packed-pool.ts';
import type { PackedPool } from './core/pairing/packed-pool.ts';
import { pairRound } from './core/pairing/pair-round.ts';
import type { Stage } from './core/pairing/progress.ts';
import { Refusal } from './core/refusal.ts';
import type { RefusalCode, RefusalFacts } from './core/refusal.ts';

/** What this thread is sent, once. */
export interface WorkerTask {
  readonly terms: Omit<PairingInput, 'pool'>;
  readonly pool: PackedPool;
  readonly limitMs: number;
}

/**
 * How far it is, the suggestions in parts, then the rest of the answer. A refusal crosses the thread as plain values:
 * classes do not survive the copy.
 */
export type WorkerMessage =
  | { readonly stage: Stage }
  | { readonly suggestions: readonly Suggestion[] }
  | { readonly result: Omit<PairingResult, 'suggestions'> }
  | { readonly refusal: { readonly code: RefusalCode; readonly facts: RefusalFacts } };

/** So many suggestions go at a time: all at once would be there a third time, as bytes on the way. */
const PART = 4000;

function say(message: WorkerMessage): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port between threads has no origin
  parentPort?.postMessage(message);
}

/** So many people leave behind enough to be worth a look of a tenth of a second. */
const MANY = 20_000;

/**
 * Gives back at once what is done with: what the search for pairs leaves behind before proposals take room themselves,
 * and all but the answer before it is copied over. V8 counts what lies outside its heap too little to come to it in time
 * by itself. It makes `gc` known to contexts made after the flag is set.
 */
function tidyUp({ people }: PackedPool): void {
  if (people.length <= MANY) return;
  setFlagsFromString('--expose-gc');
  runInNewContext('gc()');
}

function answer({ terms, pool, limitMs }: WorkerTask): void {
  const end = performance.now() + limitMs;
  const onStage = (stage: Stage): void => {
    say({ stage });
    if (stage === 'explaining') tidyUp(pool);
  };
  const stop = (): boolean => performance.now() >= end;
  try {
    const { suggestions, ...result } = pairRound({ ...terms, pool: peopleIn(pool) }, { stop, onStage });
    tidyUp(pool);
    for (let at = 0; at < suggestions.length; at += PART) {
      say({ suggestions: suggestions.slice(at, at + PART) });
    }
    say({ result });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    say({ refusal: { code: error.code, facts: error.facts } });
  }
}

// The type is held by pair-in-worker.ts, the only one that starts this file. Sent and not given at the start, as what is
// given then stays as long as the thread does.
parentPort?.once('message', (task: WorkerTask) => answer(task));
