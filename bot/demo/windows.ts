import { resolve } from 'node:path';
import type { Command } from '../cli/command.ts';
import type { Deps } from '../core/deps.ts';
import type { Person } from '../core/person.ts';
import { wordsIn } from '../words/words.ts';
import type { Cast } from './cast.ts';
import { findPlayground, startPlayground } from './playground.ts';
import type { Playground } from './playground.ts';
import type { PlaygroundUser } from './playground-config.ts';
import { DEMO_TENANT } from '../demo-tenant.ts';

const FIRST_PORT = 56_150;
/** Others whom each window knows; more than it needs, since it leaves its own person out. */
const COLLEAGUES = 8;

/** Opens a chat window for each of the first people of the cast; none, with a sentence, where the Playground cannot be had. */
export async function openWindows(options: {
  readonly command: Command;
  readonly deps: Deps;
  readonly cast: Cast;
  readonly folder: string;
  readonly windows: number;
  readonly url: string;
}): Promise<readonly Playground[]> {
  const { command, cast, deps } = options;
  const say = wordsIn(command.locale, 'start');
  const users = [cast.newcomer, cast.guide, cast.coordinator, cast.manager].slice(0, options.windows);
  if (users.length === 0) return [];
  command.note(say('fetching'));
  const { people } = await deps.store.reads.people.page(DEMO_TENANT, {
    search: '',
    offset: 0,
    limit: COLLEAGUES,
  });
  const opened: Playground[] = [];
  try {
    const program = await findPlayground();
    for (const [index, person] of users.entries())
      opened.push(
        await startPlayground({
          program,
          folder: resolve(options.folder, `playground-${index + 1}`),
          tenantId: DEMO_TENANT,
          user: asUser(person),
          colleagues: people.map(asUser),
          messagesUrl: `${options.url}/api/messages`,
          port: FIRST_PORT + index,
        }),
      );
  } catch {
    command.note(say('no-playground'));
  }
  return opened;
}

function asUser(person: Person): PlaygroundUser {
  return { objectId: person.objectId ?? person.id, name: person.displayName, email: person.email };
}
