import type { TFunction } from 'i18next';
import { ConfigError, processEnvironment, readConfig } from '../config.ts';
import type { Config } from '../config.ts';
import { clockOf } from '../clock.ts';
import type { Deps } from '../core/deps.ts';
import { asId } from '../core/ids.ts';
import type { TenantId } from '../core/ids.ts';
import type { Locale } from '../core/person.ts';
import { Refusal } from '../core/refusal.ts';
import { DEMO_TENANT } from '../demo-tenant.ts';
import { newId } from '../new-id.ts';
import { StoreError } from '../store/errors.ts';
import { openStore } from '../store/open.ts';
import type { OpenedStore } from '../store/open.ts';
import { refusalWords } from '../words/refusals.ts';
import { nearestLocale, wordsIn } from '../words/words.ts';
import { openWrappingKey } from '../wrapping-key.ts';

/** What a command is given. */
export interface Command {
  readonly args: readonly string[];
  readonly locale: Locale;
  /** The words of the command line. */
  readonly say: TFunction;
  /** For the person's or another program's use: standard output. */
  readonly print: (text: string) => void;
  /** Progress and complaints: standard error. */
  readonly note: (text: string) => void;
}

/** Ends a command with these sentences on standard error and exit code 1. */
export class CommandFailure extends Error {
  override readonly name = 'CommandFailure';
}

/** Runs a command to its exit code; every refusal becomes a sentence, nothing becomes a stack. */
export async function runCommand(work: (command: Command) => Promise<void>): Promise<void> {
  const locale = localeOfShell();
  const command: Command = {
    args: process.argv.slice(2),
    locale,
    say: wordsIn(locale, 'cli'),
    print: (text) => process.stdout.write(`${text}\n`),
    note: (text) => process.stderr.write(`${text}\n`),
  };
  try {
    await work(command);
  } catch (error) {
    command.note(sentenceOf(error, command));
    process.exitCode = 1;
  }
}

function sentenceOf(error: unknown, { say, locale }: Command): string {
  if (error instanceof CommandFailure || error instanceof ConfigError || error instanceof StoreError)
    return error.message;
  if (error instanceof Refusal) return refusalWords(locale, error);
  // What the message of a fault holds is not ours to show.
  return say('fault', { what: error instanceof Error ? error.name : typeof error });
}

/** `LC_ALL`, `LC_MESSAGES`, `LANG`, in the order of POSIX: `de_AT.UTF-8` gives German. */
function localeOfShell(): Locale {
  const env = processEnvironment();
  const tag = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || null;
  return nearestLocale(tag?.split('.')[0]?.replaceAll('_', '-') ?? null);
}

/** Opens the store that the environment names, and closes it when the work is done. */
export async function withStore<T>(
  work: (deps: Deps & { readonly store: OpenedStore }, config: Config) => Promise<T>,
): Promise<T> {
  const { config, secrets } = readConfig(processEnvironment());
  const store = await openStore({
    sqliteFile: config.sqliteFile,
    mssql: secrets.mssql,
    wrappingKey: await openWrappingKey(config),
  });
  try {
    const clock = await clockOf(config);
    return await work({ store, now: () => clock.now(), newId }, config);
  } finally {
    await store.close();
  }
}

/** The tenant that a command is about: the one that is named, else the only one configured, else the demonstration's. */
export function tenantOf(config: Config, named: string | undefined, { say }: Command): TenantId {
  const tenants = config.tenants.length > 0 ? config.tenants : [DEMO_TENANT];
  const [only, ...others] = tenants;
  const facts = { tenants: tenants.join(', ') };
  if (named !== undefined && !tenants.includes(named.toLowerCase()))
    throw new CommandFailure(say('unknown-tenant', facts));
  if (named === undefined && others.length > 0) throw new CommandFailure(say('which-tenant', facts));
  return asId(named?.toLowerCase() ?? only ?? DEMO_TENANT);
}
