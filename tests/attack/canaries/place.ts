/** A company whose people talk to the real bot and the real tab over HTTP, with everything that comes out kept to be searched. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pino } from 'pino';
import { createServer } from 'restify';
import { registerApi } from '../../../bot/api/api.ts';
import { createTurnHandler } from '../../../bot/chat/handler.ts';
import { asId } from '../../../bot/core/ids.ts';
import type { CheckInId } from '../../../bot/core/ids.ts';
import { pairRound } from '../../../bot/core/pairing/pair-round.ts';
import type { Person } from '../../../bot/core/person.ts';
import type { Pairing } from '../../../bot/core/round.ts';
import { newId } from '../../../bot/new-id.ts';
import { clientOf, listen } from '../../api/client.ts';
import type { Client } from '../../api/client.ts';
import { startFakeTeams } from '../../fakes/teams/fake-teams.ts';
import type { FakeTeams } from '../../fakes/teams/fake-teams.ts';
import { aPerson, DAY_MS, later, TENANT } from '../../helpers/builders.ts';
import { chatDeps } from '../../helpers/chat.ts';
import { seedPairing, seedPeople, seedProgramme } from '../../helpers/seed.ts';
import type { SeededProgramme } from '../../helpers/seed.ts';
import { openTestStore } from '../../helpers/store.ts';
import type { TestStore } from '../../helpers/store.ts';
import { startBot } from '../../teams/bot-server.ts';
import type { BotServer } from '../../teams/bot-server.ts';

export interface Place {
  readonly store: TestStore;
  readonly people: readonly Person[];
  readonly programme: SeededProgramme;
  /** The first and second person, the third and fourth, and so on. */
  readonly pairings: readonly Pairing[];
  readonly checkIns: ReadonlyMap<Person, CheckInId>;
  readonly bot: BotServer;
  readonly tab: Client;
  readonly fake: FakeTeams;
  /** What the tab's server and the console were given. */
  readonly logged: string[];
  /** The store's file, its journal and what else lies beside it, as they are now. */
  readonly files: () => Promise<readonly Buffer[]>;
  readonly close: () => Promise<void>;
}

const PAIRS = 10;

/** People 0 and 1 manage all the others; person 1 coordinates. */
export async function openPlace(): Promise<Place> {
  const folder = await mkdtemp(path.join(tmpdir(), 'alongside-canaries-'));
  const file = path.join(folder, 'store.sqlite');
  const store = await openTestStore(file);
  const logged: string[] = [];
  const console = catchConsole(logged);
  const boss = aPerson({ managesPeople: true });
  const under = aPerson({ managesPeople: true, managerId: boss.id });
  await seedPeople(store, [boss, under]);
  const reports = Array.from({ length: PAIRS * 2 }, () => aPerson({ managerId: under.id }));
  const programme = await seedProgramme(store, { people: reports });
  await store.transaction((tx) => tx.programmes.addCoordinator(programme.id, under.id, null, new Date()));
  const pairings: Pairing[] = [];
  const checkIns = new Map<Person, CheckInId>();
  for (let at = 0; at < reports.length; at += 2) {
    const sides = reports.slice(at, at + 2);
    const [one, other] = sides;
    if (one === undefined || other === undefined) continue;
    const pairing = await seedPairing(store, programme.id, [one.id, other.id], { startedAt: new Date() });
    pairings.push(pairing);
    for (const person of sides) checkIns.set(person, await askedNow(store, pairing, person));
  }
  const fake = await startFakeTeams({ limits: false });
  const now = () => new Date();
  const bot = await startBot({
    tenants: [TENANT],
    handler: createTurnHandler(chatDeps(store, now)),
    turnDeadlineMs: 60_000,
  });
  const server = createServer({ name: 'alongside' });
  registerApi(server, {
    store,
    now,
    newId,
    rate: { burst: 1_000_000, perSecond: 1_000 },
    pair: (input) => Promise.resolve(pairRound(input)),
    verify: (token) => Promise.resolve({ tenantId: TENANT, objectId: token }),
    log: pino({ level: 'trace' }, { write: (line: string) => logged.push(line) }),
  });
  const { url, stop } = await listen(server);
  return {
    store,
    people: [boss, under, ...reports],
    programme,
    pairings,
    checkIns,
    bot,
    tab: clientOf(url),
    fake,
    logged,
    files: () =>
      Promise.all(['', '-wal', '-shm'].map((end) => readFile(`${file}${end}`).catch(() => Buffer.alloc(0)))),
    close: async () => {
      console.release();
      bot.close();
      await stop();
      await fake.close();
      await store.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function askedNow(store: TestStore, pairing: Pairing, { id: personId }: Person): Promise<CheckInId> {
  const id = asId<CheckInId>(newId());
  const { programmeId, id: pairingId } = pairing;
  const dueAt = later(new Date(), -DAY_MS);
  await store.transaction((tx) => tx.checkIns.plan({ id, programmeId, pairingId, personId, week: 1, dueAt }));
  return id;
}

/** Libraries may write there past every log. */
function catchConsole(lines: string[]): { release: () => void } {
  const names = ['log', 'info', 'warn', 'error', 'debug'] as const;
  const kept = names.map((name) => [name, console[name]] as const);
  for (const name of names) console[name] = (...parts: unknown[]) => void lines.push(parts.join(' '));
  return { release: () => kept.forEach(([name, real]) => void (console[name] = real)) };
}
