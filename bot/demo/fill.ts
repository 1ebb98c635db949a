import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { importPeople } from '../actions/import-people.ts';
import { badRowsLines, fileSentence } from '../cli/people-words.ts';
import { CommandFailure } from '../cli/command.ts';
import type { Command } from '../cli/command.ts';
import type { Config } from '../config.ts';
import type { Deps } from '../core/deps.ts';
import { BadRows } from '../core/import.ts';
import type { ImportRow } from '../core/import.ts';
import { Refusal } from '../core/refusal.ts';
import { openPeopleCsv } from '../directory/csv/people-csv.ts';
import { pairInWorker } from '../pair-in-worker.ts';
import { wordsIn } from '../words/words.ts';
import type { Cast } from './cast.ts';
import { colleagueReference } from './colleagues.ts';
import { companyRows, DEMO_COMPANY, generateCompany } from './company.ts';
import { fillProgramme, findCast } from './programme.ts';
import { DEMO_TENANT } from '../demo-tenant.ts';

const GENERATED = 'generated';
const PAGE = 500;

export interface Filling {
  readonly config: Config;
  readonly command: Command;
  /** An HR export instead of the made-up company; null for the latter, or for what is there. */
  readonly peopleFile: string | null;
}

/** Whether what is kept can be gone on with: it was filled to its end, and from the people now asked for. */
export async function isToBeKept({ config, peopleFile }: Filling): Promise<boolean> {
  const kept = await readFile(noteFile(config), 'utf8').catch(() => null);
  return kept !== null && (peopleFile === null || kept === resolve(peopleFile));
}

/** Finds who plays a part, and makes up or brings in the company and its programme first where there is none. */
export async function fillDemonstration(deps: Deps, filling: Filling): Promise<Cast> {
  const found = await findCast(deps, DEMO_TENANT);
  if (found !== null) return found;
  const { command, peopleFile, config } = filling;
  const say = wordsIn(command.locale, 'start');
  command.note(peopleFile === null ? say('filling') : say('reading', { file: peopleFile }));
  await bringIn(deps, peopleFile, command);
  await letEverybodyBeReached(deps);
  const cast = await fillProgramme(deps, {
    tenantId: DEMO_TENANT,
    pair: pairInWorker,
    joining: peopleFile === null ? 'many' : 'everyone',
  });
  if (cast === null) throw new CommandFailure(say('too-small'));
  await writeFile(noteFile(config), peopleFile === null ? GENERATED : resolve(peopleFile));
  return cast;
}

/** Written last, so that a filling that was cut off begins anew. */
const noteFile = (config: Config): string => join(dirname(config.sqliteFile), 'company.txt');

async function bringIn(deps: Deps, file: string | null, command: Command): Promise<void> {
  const take = (rows: AsyncIterable<ImportRow>) =>
    importPeople(deps, { tenantId: DEMO_TENANT, rows, dryRun: false, skipBadRows: false });
  if (file === null) {
    await take(companyRows(generateCompany(DEMO_COMPANY)));
    return;
  }
  try {
    await take((await openPeopleCsv(file)).rows);
  } catch (error) {
    if (error instanceof BadRows) throw new CommandFailure(badRowsLines(error, command.say).join('\n'));
    if (error instanceof Refusal) throw new CommandFailure(fileSentence(error, file, command.say));
    throw error;
  }
}

/** In the demonstration everybody has an account and the app; the people of an HR export may have neither. */
async function letEverybodyBeReached(deps: Deps): Promise<void> {
  for (let offset = 0; ; offset += PAGE) {
    const { people } = await deps.store.reads.people.page(DEMO_TENANT, { search: '', offset, limit: PAGE });
    await deps.store.transaction(async (tx) => {
      for (const person of people) {
        const objectId = person.objectId ?? deps.newId();
        if (person.objectId === null) await tx.people.setObjectId(person.id, objectId);
        await tx.conversations.remember({ personId: person.id, ...colleagueReference(objectId) }, deps.now());
      }
    });
    if (people.length < PAGE) return;
  }
}
