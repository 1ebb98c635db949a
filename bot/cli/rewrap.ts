import { processEnvironment, readConfig } from '../config.ts';
import { addKey } from '../store/sealing/key-file.ts';
import { CommandFailure, withStore } from './command.ts';
import type { Command } from './command.ts';

/**
 * Wraps people's data keys with the current wrapping key, after making a new one in the key file where that is asked
 * for; the service may run meanwhile. @throws CommandFailure where a data key cannot be opened, or a vault makes the keys
 */
export async function rewrap(
  { say, print }: Command,
  { json, newKey }: { readonly json: boolean; readonly newKey: boolean },
): Promise<void> {
  const { config } = readConfig(processEnvironment());
  if (newKey && config.wrappingKeyUrl !== null) throw new CommandFailure(say('store.rewrap-vault'));
  if (newKey) await addKey(config.keyFile);
  const counts = await withStore(({ store }) => store.rewrap());
  if (json) print(JSON.stringify(counts));
  else print(say('store.rewrapped', { count: counts.rewrapped }));
  if (counts.unreadable > 0) throw new CommandFailure(say('store.unreadable', { count: counts.unreadable }));
}
