import type { Pair } from '../actions/solve-round.ts';
import { pairInWorker } from '../pair-in-worker.ts';
import type { Command } from './command.ts';

/** A small round is there before anybody asks where it has got to. */
const SILENT_MS = 2000;

/** Computes rounds in a thread of their own, and says on standard error what a long one is doing. */
export function pairAloud({ note, say }: Pick<Command, 'note' | 'say'>, silentMs = SILENT_MS): Pair {
  const loud = performance.now() + silentMs;
  return (input, options) =>
    pairInWorker(input, {
      ...options,
      onStage: (stage) => {
        if (performance.now() >= loud) note(say(`programme.stage.${stage}`));
      },
    });
}
