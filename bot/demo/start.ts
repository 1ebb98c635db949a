import { mkdir, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { DateTime } from 'luxon';
import { createDemoSignIn } from '../api/auth/demo.ts';
import { startApp } from '../app.ts';
import type { App } from '../app.ts';
import { CommandFailure } from '../cli/command.ts';
import type { Command } from '../cli/command.ts';
import type { Config, Secrets } from '../config.ts';
import type { Deps } from '../core/deps.ts';
import { createLog } from '../log.ts';
import type { Log } from '../log.ts';
import { idSource } from '../new-id.ts';
import { emptyStore } from '../store/empty.ts';
import { StoreError } from '../store/errors.ts';
import { openStore } from '../store/open.ts';
import { keyFile } from '../store/sealing/key-file.ts';
import { wordsIn } from '../words/words.ts';
import { buildTab } from './build-tab.ts';
import type { Cast } from './cast.ts';
import { clockFile, openMovableClock } from '../clock.ts';
import type { MovableClock } from '../clock.ts';
import { createColleagues } from './colleagues.ts';
import { fillDemonstration, isToBeKept } from './fill.ts';
import { nextWorkingMoment } from './moments.ts';
import { moveClock } from './move.ts';
import { demoOperator, demoPeople } from './people.ts';
import { openWindows } from './windows.ts';
import type { Playground } from './playground.ts';
import { randomFrom } from './random.ts';
import { registerDemoPages } from './routes.ts';
import { demoState } from './state.ts';
import { DEMO_TENANT } from '../demo-tenant.ts';

export interface DemonstrationOptions {
  readonly config: Config;
  readonly secrets: Secrets;
  readonly command: Command;
  readonly fresh: boolean;
  readonly peopleFile: string | null;
  /** Chat windows to open, each as another person. */
  readonly windows: number;
  /** How long a made-up colleague thinks before answering. */
  readonly thinkMs?: number;
}

export interface Demonstration {
  readonly url: string;
  readonly deps: Deps;
  readonly cast: Cast;
  readonly windows: readonly Playground[];
  readonly clock: MovableClock;
  readonly app: App;
  close(): Promise<void>;
}

const THINK_MS = 4000;
const SEED = 8;

/**
 * Runs everything on this machine, with made-up people or those of a file: the store, the service, the tab, and a chat
 * window.
 * @throws CommandFailure with one sentence where the machine does not allow it.
 */
export async function startDemonstration(options: DemonstrationOptions): Promise<Demonstration> {
  const { config, command } = options;
  const say = wordsIn(command.locale, 'start');
  const folder = dirname(config.sqliteFile);
  await prepareFolder(options, folder, say('no-write', { folder }));
  const log = createLog(config.logLevel);
  const { sqliteFile } = config;
  const place = { sqliteFile, mssql: options.secrets.mssql };
  const store = await openStore({ ...place, wrappingKey: keyFile(config.keyFile) });
  try {
    const clock = await openMovableClock(config);
    const deps: Deps = { store, now: () => clock.now(), newId: idSource() };
    const cast = await fillDemonstration(deps, options);
    command.note(say('building'));
    await buildTab();
    await clock.moveTo(nextWorkingMoment(clock.now(), cast.newcomer.timeZone));
    return await run({ ...options, log, deps, clock, cast, folder });
  } catch (error) {
    await store.close();
    throw listenFailure(error, config, say) ?? error;
  }
}

type Say = ReturnType<typeof wordsIn>;

interface Prepared extends DemonstrationOptions {
  readonly log: Log;
  readonly deps: Deps;
  readonly clock: MovableClock;
  readonly cast: Cast;
  readonly folder: string;
}

async function run(prepared: Prepared): Promise<Demonstration> {
  const { config, log, deps, clock, cast } = prepared;
  const tenants = [DEMO_TENANT];
  const windows: Playground[] = [];
  const operator = await demoOperator(deps, cast);
  const signIn = await createDemoSignIn({
    config,
    deps: { ...deps, log },
    tenantId: DEMO_TENANT,
    people: () => demoPeople(deps.store.reads, cast, operator?.person ?? null),
    signedIn: cast.newcomer.id,
  });
  const colleagues = createColleagues({
    tenantId: DEMO_TENANT,
    handler: () => app.handler,
    random: randomFrom(SEED),
    thinkMs: prepared.thinkMs ?? THINK_MS,
    newId: deps.newId,
  });
  const app: App = await startApp({
    config: { ...config, tenants, operators: operator === null ? [] : [operator.objectId] },
    secrets: prepared.secrets,
    log,
    deps,
    verify: signIn.authenticator,
    sender: (teams) => colleagues.sender(teams),
    routes: (server) => {
      signIn.routes(server);
      registerDemoPages(server, {
        log,
        state: () => demoState(deps, cast, windows),
        move: async (move) => {
          await moveClock({ deps, clock, cast }, move);
          await app.tick();
        },
      });
    },
  });
  windows.push(...(await openWindows({ ...prepared, url: app.url })));
  await announce(prepared, app.url, windows);
  return {
    url: app.url,
    deps,
    cast,
    windows,
    clock,
    app,
    close: async () => {
      colleagues.stop();
      await Promise.all(windows.map((window) => window.close()));
      await app.close();
      await deps.store.close();
    },
  };
}

async function prepareFolder(options: DemonstrationOptions, folder: string, sentence: string): Promise<void> {
  const { fresh, config } = options;
  try {
    await mkdir(folder, { recursive: true });
    if (!fresh && (await isToBeKept(options))) return;
    const files = ['', '-wal', '-shm'].map((end) => `${config.sqliteFile}${end}`);
    for (const file of [...files, config.keyFile, clockFile(config)]) await rm(file, { force: true });
    const { mssql } = options.secrets;
    if (mssql !== null) await emptyStore({ sqliteFile: config.sqliteFile, mssql }, DEMO_TENANT);
  } catch (error) {
    if (error instanceof StoreError) throw error;
    throw new CommandFailure(sentence);
  }
}

function listenFailure(error: unknown, { host, port }: Config, say: Say): CommandFailure | null {
  const code: unknown = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'EADDRINUSE') return new CommandFailure(say('port-in-use', { host, port }));
  if (code === 'EACCES') return new CommandFailure(say('port-forbidden', { host, port }));
  return null;
}

async function announce(
  { command, clock, cast, folder, deps }: Prepared,
  url: string,
  windows: readonly Playground[],
): Promise<void> {
  const say = wordsIn(command.locale, 'start');
  const now = DateTime.fromJSDate(clock.now(), { zone: cast.newcomer.timeZone }).setLocale(command.locale);
  const [round] = await deps.store.reads.rounds.ofProgramme(cast.programme.id, 1);
  const members = await deps.store.reads.members.countByState(cast.programme.id);
  const lines = [
    '',
    say('ready'),
    say('home', { url }),
    say('tab', { url }),
    ...windows.map((window) => say('chat', { name: window.user.name, url: window.url })),
    '',
    say('signed-in', { name: cast.newcomer.displayName, title: cast.newcomer.jobTitle }),
    say('now', { now: now.toLocaleString(DateTime.DATETIME_FULL) }),
    ...(round === undefined
      ? []
      : [
          say('round', {
            people: await deps.store.reads.people.count(DEMO_TENANT),
            members: members.joined + members.paused,
            paired: round.figures.peoplePaired,
            seeking: round.figures.peoplePaired + round.figures.leftOut,
            broken: round.figures.brokenRules,
          }),
        ]),
    say('data', { folder }),
    say('stop'),
  ];
  for (const line of lines) command.print(line);
}
