/**
 * `npm run store -- copy --from PLACE --to PLACE`: takes all data from one engine to another.
 * `npm run store -- verify-audit`: follows each programme's audit from its first entry to its last.
 * `npm run store -- rewrap [--new-key]`: wraps people's data keys with the current wrapping key; first makes one.
 */
import { parseArgs } from 'node:util';
import { processEnvironment, readConfig } from '../config.ts';
import { copyStore } from '../store/copy.ts';
import type { Engine } from '../store/engine.ts';
import { openEngine } from '../store/open.ts';
import type { StorePlace } from '../store/open.ts';
import { CommandFailure, runCommand } from './command.ts';
import type { Command } from './command.ts';
import { rewrap } from './rewrap.ts';
import { verifyAudit } from './verify-audit.ts';

interface CopyOptions {
  readonly verb: 'copy';
  readonly from: string;
  readonly to: string;
  readonly json: boolean;
}
type Options =
  | CopyOptions
  | { readonly verb: 'verify-audit'; readonly json: boolean }
  | { readonly verb: 'rewrap'; readonly json: boolean; readonly newKey: boolean };

function optionsOf({ args, say }: Command): Options {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        from: { type: 'string' },
        to: { type: 'string' },
        'new-key': { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
      },
    });
    const { from, to, json, 'new-key': newKey } = values;
    const verb = positionals.join(' ');
    if (verb === 'rewrap' && from === undefined && to === undefined) return { verb, json, newKey };
    if (newKey) throw new Error('Only rewrap makes a key');
    if (verb === 'copy' && from !== undefined && to !== undefined) return { verb, from, to, json };
    if (verb === 'verify-audit' && from === undefined && to === undefined) return { verb, json };
  } catch {
    // An unknown option is answered like a missing one: with how it is meant.
  }
  throw new CommandFailure(say('usage.store'));
}

function placeOf(text: string, { say }: Command): StorePlace {
  const [, engine, rest = ''] = /^(sqlite|mssql)(?::(.*))?$/s.exec(text) ?? [];
  if (engine === 'sqlite' && rest !== '') return { sqliteFile: rest };
  const mssql = rest === '' ? readConfig(processEnvironment()).secrets.mssql : rest;
  if (engine === 'mssql' && mssql !== null) return { sqliteFile: '', mssql };
  throw new CommandFailure(say('usage.store'));
}

const PROGRESS_EVERY_MS = 2000;

async function copy(command: Command, { json }: CopyOptions, from: Engine, to: Engine): Promise<void> {
  const { say, print, note } = command;
  let toldAt = performance.now();
  const tables = await copyStore(from, to, (table, rows) => {
    if (performance.now() - toldAt < PROGRESS_EVERY_MS) return;
    toldAt = performance.now();
    note(say('store.copying', { table, rows }));
  });
  if (json) return print(JSON.stringify({ tables }));
  const sum = (of: 'rows' | 'brought'): number => tables.reduce((all, table) => all + table[of], 0);
  print(say('store.done', { tables: tables.length, rows: sum('rows'), brought: sum('brought') }));
  print(say('store.key'));
}

async function copyBetween(command: Command, options: CopyOptions): Promise<void> {
  if (options.from === options.to) throw new CommandFailure(command.say('store.same-place'));
  const places = [placeOf(options.from, command), placeOf(options.to, command)] as const;
  const from = await openEngine(places[0]);
  try {
    const to = await openEngine(places[1]);
    try {
      await copy(command, options, from, to);
    } finally {
      await to.close();
    }
  } finally {
    await from.close();
  }
}

await runCommand(async (command) => {
  const options = optionsOf(command);
  if (options.verb === 'copy') await copyBetween(command, options);
  else if (options.verb === 'rewrap') await rewrap(command, options);
  else await verifyAudit(command, options);
});
