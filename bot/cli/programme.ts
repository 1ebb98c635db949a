/** `npm run programme -- VERB`: makes a programme, opens it, and runs its rounds. */
import { readFile } from 'node:fs/promises';
import { addCoordinator } from '../actions/add-coordinator.ts';
import { changeHelpContacts } from '../actions/change-help-contacts.ts';
import { createProgramme } from '../actions/create-programme.ts';
import { lookBack } from '../actions/look-back.ts';
import { startProgramme } from '../actions/start-programme.ts';
import { helpContactsBody } from '../api/schemas.ts';
import type { Deps } from '../core/deps.ts';
import type { TenantId } from '../core/ids.ts';
import { LIMITS } from '../core/limits.ts';
import type { HelpContact, Programme } from '../core/programme.ts';
import { Refusal } from '../core/refusal.ts';
import { CommandFailure, runCommand, tenantOf, withStore } from './command.ts';
import type { Command } from './command.ts';
import { fairnessLines } from './fairness-words.ts';
import { programmeOptions } from './programme-options.ts';
import type { ProgrammeOptions } from './programme-options.ts';
import { runComparison } from './programme-compare.ts';
import { runRound } from './programme-round.ts';

interface Call {
  readonly command: Command;
  readonly options: ProgrammeOptions;
  readonly deps: Deps;
  readonly tenantId: TenantId;
}

/** Says how it went: a sentence for a person, JSON for a program. */
function tell({ command, options }: Call, sentence: string, facts: object): void {
  command.print(options.json ? JSON.stringify(facts) : sentence);
}

async function theProgramme({ command, options, deps, tenantId }: Call): Promise<Programme> {
  const all = await deps.store.reads.programmes.ofTenant(tenantId);
  const { programme: name } = options;
  const [only, ...others] = all;
  if (only === undefined) throw new CommandFailure(command.say('programme.none'));
  if (name === undefined && others.length === 0) return only;
  const names = all.map((one) => one.name).join(', ');
  if (name === undefined) throw new CommandFailure(command.say('programme.which', { names }));
  const found = all.find((one) => one.name.toLowerCase() === name.trim().toLowerCase());
  if (found === undefined) throw new CommandFailure(command.say('programme.unknown', { name }));
  return found;
}

async function list(call: Call): Promise<void> {
  const { command, options, deps, tenantId } = call;
  const programmes = await deps.store.reads.programmes.ofTenant(tenantId);
  const rows = [];
  for (const { id, name, state } of programmes) {
    const { joined } = await deps.store.reads.members.countByState(id);
    rows.push({ id, name, state, members: joined });
  }
  if (options.json) return command.print(JSON.stringify(rows));
  if (rows.length === 0) return command.print(command.say('programme.none'));
  for (const { name, state, members } of rows) {
    command.print(
      command.say('programme.row', { name, state: command.say(`programme.state.${state}`), members }),
    );
  }
}

async function create(call: Call): Promise<void> {
  const { command, options, deps, tenantId } = call;
  const name = options.object.trim();
  try {
    const id = await createProgramme(deps, { tenantId, name });
    tell(call, command.say('programme.created', { name }), { id, name });
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'malformed') throw error;
    const key = error.facts['taken'] === undefined ? 'programme.bad-name' : 'programme.exists';
    throw new CommandFailure(command.say(key, { name, limit: LIMITS.programmeNameLength }));
  }
}

async function contacts(call: Call): Promise<void> {
  const { command, options, deps } = call;
  const programme = await theProgramme(call);
  const list = await readContacts(command, options.object);
  await changeHelpContacts(deps, { programmeId: programme.id, actor: null, contacts: list });
  const countries = list.map((contact) => contact.country).join(', ');
  tell(call, command.say('programme.contacts', { countries }), {
    programme: programme.name,
    contacts: list.length,
  });
}

async function readContacts({ say }: Command, file: string): Promise<readonly HelpContact[]> {
  let json: unknown;
  try {
    json = JSON.parse(await readFile(file, 'utf8'));
  } catch {
    throw new CommandFailure(say('programme.file-not-json', { file }));
  }
  const body = helpContactsBody.safeParse(Array.isArray(json) ? { contacts: json } : json);
  if (body.success) return body.data.contacts;
  const where = body.error.issues.map((issue) => issue.path.join('.') || 'contacts').join(', ');
  throw new CommandFailure(say('programme.file-not-contacts', { file, where }));
}

async function addTheCoordinator(call: Call): Promise<void> {
  const { command, options, deps, tenantId } = call;
  const programme = await theProgramme(call);
  const person = await deps.store.reads.people.byDirectoryId(tenantId, options.object);
  if (person === null) {
    throw new CommandFailure(command.say('programme.unknown-person', { person: options.object }));
  }
  await addCoordinator(deps, {
    programmeId: programme.id,
    personId: person.id,
    actor: null,
    relation: 'operator',
  });
  const facts = { person: person.displayName, name: programme.name };
  tell(call, command.say('programme.coordinator-added', facts), facts);
}

async function start(call: Call): Promise<void> {
  const programme = await theProgramme(call);
  await startProgramme(call.deps, { programmeId: programme.id, actor: null });
  const { name } = programme;
  tell(call, call.command.say('programme.started', { name }), { name, state: 'running' });
}

async function round(call: Call): Promise<void> {
  const { command, deps, options } = call;
  const programme = await theProgramme(call);
  if (options.compare.length > 0) await runComparison(command, deps, { ...options, programme });
  else await runRound(command, deps, { ...options, programme });
}

async function rounds(call: Call): Promise<void> {
  const { command, options, deps } = call;
  const programme = await theProgramme(call);
  const report = await lookBack(deps, { programmeId: programme.id });
  if (options.json) return command.print(JSON.stringify({ programme: programme.name, rounds: report }));
  for (const line of fairnessLines(report, command.say)) command.print(line);
}

const VERBS = { list, create, contacts, 'add-coordinator': addTheCoordinator, start, round, rounds } as const;

await runCommand(async (command) => {
  const options = programmeOptions(command);
  await withStore(async (deps, config) => {
    const tenantId = tenantOf(config, options.tenant, command);
    await VERBS[options.verb]({ command, options, deps, tenantId });
  });
});
