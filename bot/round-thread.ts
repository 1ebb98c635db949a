import { Worker } from 'node:worker_threads';

const WORKER = new URL('pairing-worker.ts', import.meta.url);
/**
 * A round that needs more than this would take the server down with it. It is less than the two gigabytes from which on
 * V8 lets what is dead lie about until there is four times as much as is alive.
 */
const MEMORY_MB = 1536;
/** Room for what is thrown away at once. More of it makes no round faster, and a large one lets it fill up. */
const YOUNG_MB = 24;
/** So few people leave little behind, and their next round is a third as long in a thread whose code is compiled. */
const FEW_PEOPLE = 20_000;
/** A coordinator tries settings and moves pairs by hand within minutes; after that the memory is worth more. */
const KEPT_MS = 5 * 60_000;

let kept: Worker | null = null;
let timer: NodeJS.Timeout | undefined;

/** A thread for a round of so many people: the one that a small round left, or a new one. */
export function takeThread(people: number): Worker {
  const found = people <= FEW_PEOPLE ? kept : null;
  if (found === null) {
    const resourceLimits = { maxOldGenerationSizeMb: MEMORY_MB, maxYoungGenerationSizeMb: YOUNG_MB };
    return new Worker(WORKER, { resourceLimits });
  }
  forget();
  found.ref();
  return found;
}

/** Keeps a thread that has answered for the next small round, without keeping the process alive; or ends it. */
export function leaveThread(worker: Worker, people: number): void {
  stopListening(worker);
  if (people > FEW_PEOPLE || kept !== null) {
    void worker.terminate();
    return;
  }
  kept = worker;
  worker.unref();
  worker.once('exit', forget);
  // Without a listener its failure would be this process's.
  worker.once('error', forget);
  timer = setTimeout(() => void worker.terminate(), KEPT_MS).unref();
}

function forget(): void {
  clearTimeout(timer);
  if (kept !== null) stopListening(kept);
  kept = null;
}

/** By name: a worker has listeners of its own, too. */
function stopListening(worker: Worker): void {
  for (const event of ['message', 'error', 'exit']) worker.removeAllListeners(event);
}
