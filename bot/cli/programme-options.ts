import { parseArgs } from 'node:util';
import { CommandFailure } from './command.ts';
import type { Command } from './command.ts';

export const VERBS = ['list', 'create', 'contacts', 'add-coordinator', 'start', 'round'] as const;
export type Verb = (typeof VERBS)[number];

/** What comes after `npm run programme --`. */
export interface ProgrammeOptions {
  readonly verb: Verb;
  /** The name, file or person that the verb is about; empty where it takes none. */
  readonly object: string;
  readonly programme: string | undefined;
  readonly tenant: string | undefined;
  readonly send: boolean;
  readonly json: boolean;
}

const WITH_OBJECT: readonly Verb[] = ['create', 'contacts', 'add-coordinator'];

/** @throws CommandFailure with how the command is meant, for anything that is not. */
export function programmeOptions({ args, say }: Command): ProgrammeOptions {
  const usage = new CommandFailure(say('usage.programme'));
  const { values, positionals } = parsed(args, usage);
  const [named, object, ...rest] = positionals;
  const verb = VERBS.find((one) => one === named);
  if (verb === undefined || rest.length > 0) throw usage;
  if (WITH_OBJECT.includes(verb) !== (object !== undefined)) throw usage;
  if ((values.send || values.preview) && verb !== 'round') throw usage;
  if (values.send && values.preview) throw usage;
  return {
    verb,
    object: object ?? '',
    programme: values.programme,
    tenant: values.tenant,
    send: values.send,
    json: values.json,
  };
}

function parsed(args: readonly string[], usage: CommandFailure) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        programme: { type: 'string' },
        tenant: { type: 'string' },
        preview: { type: 'boolean', default: false },
        send: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
      },
    });
  } catch {
    throw usage;
  }
}
