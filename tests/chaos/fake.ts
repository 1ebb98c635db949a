import { z } from 'zod';
import type { Fault } from '../fakes/teams/faults.ts';
import type { Summary } from '../fakes/teams/ledger.ts';
import { PREFIX } from './names.ts';
import { startProcess } from './processes.ts';

/** The fake Teams as a process of its own: what it accepted outlives everything that is killed. */
export interface FakeProcess {
  readonly serviceUrl: string;
  share(share: number, faults: readonly Fault[], seed: number): Promise<void>;
  none(): Promise<void>;
  summary(): Promise<Summary>;
  accepted(): Promise<readonly string[]>;
  close(): Promise<void>;
}

const addresses = z.object({ serviceUrl: z.string(), control: z.string() });

export async function startFake(...args: readonly string[]): Promise<FakeProcess> {
  const running = await startProcess('../fakes/teams/main.ts', null, [
    '--counts-only',
    '--end-with-parent',
    '--name-texts',
    PREFIX,
    ...args,
  ]);
  const { serviceUrl, control } = addresses.parse(running.ready);
  const ask = async (command: string, input: unknown = {}): Promise<unknown> => {
    const response = await fetch(`${control}${command}`, { method: 'POST', body: JSON.stringify(input) });
    if (!response.ok) throw new Error(await response.text());
    return response.json();
  };
  return {
    serviceUrl,
    share: async (share, faults, seed) => void (await ask('share', { share, faults, seed })),
    none: async () => void (await ask('none')),
    // Its own shapes, over its own wire.
    summary: async () => (await ask('summary')) as Summary,
    accepted: async () => (await ask('accepted')) as readonly string[],
    close: async () => {
      running.child.kill('SIGKILL');
      await running.gone;
    },
  };
}

/** After these the sender cannot know; the first three were shown to the person. */
export const UNCLEAR: readonly Fault[] = [
  { kind: 'accept-then-reset' },
  { kind: 'accept-then-status', error: 'gatewayTimeout' },
  { kind: 'accept-then-hang' },
  { kind: 'reset' },
];
