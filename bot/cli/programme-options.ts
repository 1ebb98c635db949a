import { parseArgs } from 'node:util';
import { CommandFailure } from './command.ts';
import type { Command } from './command.ts';

export const VERBS = ['list', 'create', 'contacts', 'add-coordinator', 'start', 'round', 'rounds'] as const;
export type Verb = (typeof VERBS)[number];

/** Two people, by their ids of the HR export, and what was decided about them; null takes it back. */
export interface AskedCorrection {
  readonly kind: 'pin' | 'forbid' | null;
  readonly people: readonly [string, string];
}

/** What comes after `npm run programme --`. */
export interface ProgrammeOptions {
  readonly verb: Verb;
  /** The name, file or person that the verb is about; empty where it takes none. */
  readonly object: string;
  readonly programme: string | undefined;
  readonly tenant: string | undefined;
  readonly send: boolean;
  /** `SETTING=NUMBER`, as it was typed. */
  readonly compare: readonly string[];
  readonly corrections: readonly AskedCorrection[];
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
  const corrections = [
    ...values.pin.map((text) => correction('pin', text, usage)),
    ...values.forbid.map((text) => correction('forbid', text, usage)),
    ...values.release.map((text) => correction(null, text, usage)),
  ];
  const compare = values.compare.flatMap((text) => text.split(','));
  const asked = [values.send, values.preview, compare.length > 0].filter(Boolean).length;
  if (asked > 1 || (compare.length > 0 && corrections.length > 0)) throw usage;
  if (asked + corrections.length > 0 && verb !== 'round') throw usage;
  const { programme, tenant, send, json } = values;
  return { verb, object: object ?? '', programme, tenant, send, compare, corrections, json };
}

function correction(kind: AskedCorrection['kind'], text: string, usage: CommandFailure): AskedCorrection {
  const [one, other, ...more] = text.split('+').map((part) => part.trim());
  if (one === undefined || other === undefined || one === '' || other === '' || more.length > 0) throw usage;
  return { kind, people: [one, other] };
}

function parsed(args: readonly string[], usage: CommandFailure) {
  const several = { type: 'string', multiple: true, default: [] as string[] } as const;
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        programme: { type: 'string' },
        tenant: { type: 'string' },
        preview: { type: 'boolean', default: false },
        send: { type: 'boolean', default: false },
        compare: several,
        pin: several,
        forbid: several,
        release: several,
        json: { type: 'boolean', default: false },
      },
    });
  } catch {
    throw usage;
  }
}
