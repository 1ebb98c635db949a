/** The thread in which rounds are computed, so that the server keeps answering. Started by round-thread.ts. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { parentPort } from 'node:worker_threads';
import type { PairingResult, RoundInput } from './core/pairing/input.ts';
import { SuggestionPacker } from './core/pairing/packed-answer.ts';
import type { PackedSuggestions } from './core/pairing/packed-answer.ts';
import { membersOf } from './core/pairing/packed-pool.ts';
import { pairPacked } from './core/pairing/pair-round.ts';
import type { TakeSuggestion } from './core/pairing/pair-round.ts';
import type { Stage } from './core/pairing/progress.ts';
import { Refusal } from './core/refusal.ts';
import type { RefusalCode, RefusalFacts } from './core/refusal.ts';

/** What this thread is sent for each round. */
export interface WorkerTask {
  readonly input: RoundInput;
  readonly limitMs: number;
}

/**
 * How far it is, the suggestions in parts, then the rest of the answer. A refusal crosses the thread as plain values:
 * classes do not survive the copy.
 */
export type WorkerMessage =
  | { readonly stage: Stage }
  | { readonly suggestions: PackedSuggestions }
  | { readonly result: Omit<PairingResult, 'suggestions'> }
  | { readonly refusal: { readonly code: RefusalCode; readonly facts: RefusalFacts } };

/** So many suggestions go at a time: nobody here need hold them all. */
const PART = 4000;

function say(message: WorkerMessage, moved: readonly ArrayBuffer[] = []): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port between threads has no origin
  parentPort?.postMessage(message, moved);
}

/** So many people leave behind enough to be worth a look of a tenth of a second. */
const MANY = 20_000;

/** At these stages what came before is done with: the search for pairs, or the last solve. */
const TIDY_AT: readonly Stage[] = ['counting', 'explaining'];

/**
 * Gives back at once what is done with, before the next takes room. V8 counts what lies outside its heap too little to
 * come to it in time by itself. It makes `gc` known to contexts made after the flag is set.
 */
function tidyUp(people: number): void {
  if (people <= MANY) return;
  setFlagsFromString('--expose-gc');
  runInNewContext('gc()');
}

function sayPart(packer: SuggestionPacker): void {
  const suggestions = packer.take();
  say({ suggestions }, [suggestions.figures.buffer]);
}

function answer({ input, limitMs }: WorkerTask): void {
  const end = performance.now() + limitMs;
  const onStage = (stage: Stage): void => {
    say({ stage });
    if (TIDY_AT.includes(stage)) tidyUp(membersOf(input.pool));
  };
  const stop = (): boolean => performance.now() >= end;
  const packer = new SuggestionPacker();
  let count = 0;
  const take: TakeSuggestion = (suggestion, members) => {
    packer.add(suggestion, members);
    count += 1;
    if (count % PART === 0) sayPart(packer);
  };
  try {
    const result = pairPacked(input, take, { stop, onStage });
    sayPart(packer);
    say({ result });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    say({ refusal: { code: error.code, facts: error.facts } });
  }
}

// The type is held by pair-in-worker.ts, the only one that sends here. Sent and not given at the start, as what is
// given then stays as long as the thread does.
parentPort?.on('message', (task: WorkerTask) => answer(task));
