import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** A process of ours, under its own id. */
export interface Running {
  readonly child: ChildProcess;
  /** What it said first: one line of JSON. */
  readonly ready: unknown;
  /** Resolves with its exit code once it is gone; null after a signal. */
  readonly gone: Promise<number | null>;
}

/** Starts a module beside this one with its input as JSON, and waits for its first line. */
export async function startProcess(
  module: string,
  input: unknown,
  args: readonly string[] = [],
): Promise<Running> {
  const file = fileURLToPath(new URL(module, import.meta.url));
  const child = spawn(process.execPath, [file, ...(input === null ? [] : [JSON.stringify(input)]), ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
    // Those that are killed and begun again begin faster.
    env: { ...process.env, NODE_COMPILE_CACHE: path.join(tmpdir(), 'alongside-compiled') },
  });
  const gone = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const lines = createInterface({ input: child.stdout });
  const ready = await Promise.race([
    new Promise<unknown>((resolve) => lines.once('line', (line) => resolve(JSON.parse(line)))),
    gone.then(() => null),
  ]);
  // Whatever else it says is not kept, and does not fill the pipe.
  lines.on('line', () => undefined);
  return { child, ready, gone };
}

/** Ends it as a power cut would. */
export async function kill({ child, gone }: Running): Promise<void> {
  child.kill('SIGKILL');
  await gone;
}

/** Asks it to stop, and ends it if it does not within this time. Says whether it did, and after how long. */
export async function stop(running: Running, withinMs: number): Promise<{ inTime: boolean; ms: number }> {
  const began = performance.now();
  running.child.kill('SIGTERM');
  const timer = setTimeout(() => running.child.kill('SIGKILL'), withinMs);
  const code = await running.gone;
  clearTimeout(timer);
  return { inTime: code === 0, ms: Math.round(performance.now() - began) };
}
