import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { createServer } from 'restify';
import type { Server } from 'restify';
import { registerApi } from './api/api.ts';
import type { Authenticator } from './api/auth/authenticator.ts';
import { closeByDefault } from './api/http/headers.ts';
import { registerTab } from './api/static.ts';
import { createRender } from './chat/announce.ts';
import { createTurnHandler } from './chat/handler.ts';
import { withinAllowance } from './chat/within-allowance.ts';
import type { Config, Secrets } from './config.ts';
import { RATES } from './core/allowance.ts';
import type { Deps } from './core/deps.ts';
import type { Sender, TurnHandler } from './core/ports/messaging.ts';
import { Refusal } from './core/refusal.ts';
import { createClockWork } from './delivery/clock-work.ts';
import type { Job } from './delivery/clock-work.ts';
import { createReplyPace } from './delivery/reply-pace.ts';
import { createWorker } from './delivery/worker.ts';
import { frameAncestors } from './frame-ancestors.ts';
import { registerHealth } from './health.ts';
import { jobsOf } from './jobs.ts';
import type { Log } from './log.ts';
import { pairInWorker } from './pair-in-worker.ts';
import { createTeams } from './teams/teams.ts';
import { faultWords, refusalWords } from './words/refusals.ts';
import { nearestLocale } from './words/words.ts';

export interface AppOptions {
  readonly config: Config;
  readonly secrets: Secrets;
  readonly log: Log;
  readonly deps: Deps;
  readonly verify: Authenticator;
  /** What sends, when not Teams alone: the demonstration speaks to its made-up colleagues itself. */
  readonly sender?: (teams: Sender) => Sender;
  /** Further things that happen by the clock. */
  readonly jobs?: readonly Job[];
  /** Further addresses, for the demonstration. */
  readonly routes?: (server: Server) => void;
}

export interface App {
  /** Where it listens, `http://host:port`. */
  readonly url: string;
  readonly handler: TurnHandler;
  /** Runs what the clock causes, and delivers what is due, now. */
  tick(): Promise<void>;
  /** Finishes what is in hand and stops. The store stays open: who opened it closes it. */
  close(): Promise<void>;
}

/** What is in hand has this long to finish; whoever stops us waits for 30 seconds. */
const STOP_MS = 25_000;

/** Puts all parts together and listens. @throws Error with code EADDRINUSE or EACCES where the port cannot be had. */
export async function startApp(options: AppOptions): Promise<App> {
  const { config, log, deps } = options;
  const tabUrl = config.tab === null ? `${config.publicUrl}/tab/` : config.tab.url;
  const handler = createTurnHandler({ ...deps, tabUrl });
  const limited = withinAllowance(handler, RATES, () => performance.now());
  const teams = createTeams({
    bot: config.bot === null ? null : { ...config.bot, password: options.secrets.botPassword },
    loopbackDemonstration: config.demonstration,
    cloud: config.cloud,
    tenants: config.tenants,
    handler: limited,
    wordsFor,
    log: log.child({ part: 'teams' }),
    pace: createReplyPace({ store: deps.store, now: deps.now, wait: (ms) => wait(ms) }),
  });
  const worker = createWorker({
    store: deps.store,
    sender: options.sender?.(teams.sender) ?? teams.sender,
    render: createRender(deps),
    now: deps.now,
    name: randomUUID(),
    log: log.child({ part: 'delivery' }),
  });
  const clock = createClockWork({
    jobs: [...jobsOf(deps), ...(options.jobs ?? [])],
    now: deps.now,
    log: log.child({ part: 'clock' }),
  });

  let stopping = false;
  const server = createServer({ name: 'alongside' });
  closeByDefault(server);
  registerHealth(server, { store: deps.store, stopping: () => stopping });
  server.post('/api/messages', async (request, response) => teams.handle(request, response));
  registerApi(server, {
    ...deps,
    pair: pairInWorker,
    verify: options.verify,
    operators: new Set(config.operators.map((operator) => operator.toLowerCase())),
    log: log.child({ part: 'api' }),
  });
  registerTab(server, {
    folder: 'dist/tab',
    frameAncestors: frameAncestors(config.cloud, config.demonstration),
  });
  options.routes?.(server);
  const url = await listen(server, config);
  clock.start();
  worker.start();

  return {
    url,
    handler,
    tick: async () => {
      await clock.tick();
      while ((await worker.runOnce()) > 0);
    },
    close: async () => {
      stopping = true;
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.server.closeIdleConnections();
      const finished = Promise.all([clock.stop(), worker.stop(), teams.settled()]);
      await Promise.race([finished, wait(STOP_MS, undefined, { ref: false })]);
      server.server.closeAllConnections();
      await closed;
    },
  };
}

async function listen(server: Server, { host, port }: Config): Promise<string> {
  server.listen(port, host);
  await Promise.race([
    once(server, 'listening'),
    once(server.server, 'error').then(([error]) => {
      throw error;
    }),
  ]);
  const address = server.address();
  return `http://${host.includes(':') ? `[${host}]` : host}:${address.port}`;
}

function wordsFor(code: ConstructorParameters<typeof Refusal>[0] | 'fault', tag: string | null): string {
  const locale = nearestLocale(tag);
  return code === 'fault' ? faultWords(locale, randomUUID()) : refusalWords(locale, new Refusal(code));
}
