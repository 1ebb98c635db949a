/** `npm run people -- import FILE.csv`: brings the company's people in. */
import { parseArgs } from 'node:util';
import { importPeople } from '../actions/import-people.ts';
import type { Deps } from '../core/deps.ts';
import type { TenantId } from '../core/ids.ts';
import { BadRows } from '../core/import.ts';

import { Refusal } from '../core/refusal.ts';
import { openPeopleCsv } from '../directory/csv/people-csv.ts';
import type { PeopleCsv } from '../directory/csv/people-csv.ts';
import { CommandFailure, runCommand, tenantOf, withStore } from './command.ts';
import type { Command } from './command.ts';
import { badRowsLines, fileSentence, reportLines } from './people-words.ts';

interface Options {
  readonly file: string;
  readonly dryRun: boolean;
  readonly skipBadRows: boolean;
  readonly tenant: string | undefined;
  readonly json: boolean;
}

function optionsOf({ args, say }: Command): Options {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        'dry-run': { type: 'boolean', default: false },
        'skip-bad-rows': { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        tenant: { type: 'string' },
      },
    });
    const [verb, file, ...rest] = positionals;
    if (verb === 'import' && file !== undefined && rest.length === 0)
      return {
        file,
        dryRun: values['dry-run'],
        skipBadRows: values['skip-bad-rows'],
        tenant: values.tenant,
        json: values.json,
      };
  } catch {
    // An unknown option is answered like a missing one: with how it is meant.
  }
  throw new CommandFailure(say('usage.people'));
}

async function bringIn(
  { say, print, note }: Command,
  { dryRun, skipBadRows, json }: Options,
  csv: PeopleCsv,
  deps: Deps,
  tenantId: TenantId,
): Promise<void> {
  const progress = progressOf(csv, (percent, rows) => note(say('people.progress', { percent, rows })));
  const report = await importPeople(deps, { tenantId, rows: csv.rows, dryRun, skipBadRows, progress });
  if (json) return print(JSON.stringify({ ...report, ignoredColumns: csv.ignoredColumns }));
  if (csv.ignoredColumns.length > 0) print(say('people.ignored', { columns: csv.ignoredColumns.join(', ') }));
  for (const line of reportLines(report, say)) print(line);
}

const PROGRESS_EVERY_MS = 2000;

/** Speaks up only when an import takes long. */
function progressOf(csv: PeopleCsv, tell: (percent: number, rows: number) => void): (rows: number) => void {
  let toldAt = performance.now();
  return (rows) => {
    if (performance.now() - toldAt < PROGRESS_EVERY_MS) return;
    toldAt = performance.now();
    tell(Math.floor(csv.progress() * 100), rows);
  };
}

function refuse({ say, print }: Command, { file, json }: Options, refusal: Refusal): never {
  if (json)
    print(
      JSON.stringify({
        refused: refusal.code,
        facts: refusal.facts,
        problems: refusal instanceof BadRows ? refusal.problems : [],
      }),
    );
  if (refusal instanceof BadRows) throw new CommandFailure(badRowsLines(refusal, say).join('\n'));
  const aboutFile = ['file-unreadable', 'too-large', 'too-many'].includes(refusal.code);
  throw aboutFile ? new CommandFailure(fileSentence(refusal, file, say)) : refusal;
}

await runCommand(async (command) => {
  const options = optionsOf(command);
  try {
    // Before the store: a file that is none leaves no trace.
    const csv = await openPeopleCsv(options.file);
    await withStore((deps, config) =>
      bringIn(command, options, csv, deps, tenantOf(config, options.tenant, command)),
    );
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    refuse(command, options, error);
  }
});
