/**
 * One instance of the service over a store that others use, too: it delivers, and it answers what people press.
 * The parts are those of the program; only the words are a name for each message, so that they can be counted.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { z } from 'zod';
import { createTurnHandler } from '../../bot/chat/handler.ts';
import { createReplyPace } from '../../bot/delivery/reply-pace.ts';
import { createSharedClock } from '../../bot/delivery/shared-clock.ts';
import { createWorker } from '../../bot/delivery/worker.ts';
import { idSource, newId } from '../../bot/new-id.ts';
import { createSender } from '../../bot/teams/sender.ts';
import { createTeams } from '../../bot/teams/teams.ts';
import { TENANT } from '../helpers/builders.ts';
import { pacedClock } from '../fakes/paced-clock.ts';
import { stockConnector } from '../teams/stock-connector.ts';
import { nameOf } from './names.ts';
import { openPlace, placeSchema } from './place.ts';

const settings = z
  .object({
    place: placeSchema,
    perSecond: z.number(),
    leaseMs: z.number(),
    sendDeadlineMs: z.number(),
    /** How far this machine's clock is ahead. */
    skewMs: z.number(),
    batch: z.number(),
    /** The clock that everybody goes by, the store and Teams among them. */
    pace: z.object({ since: z.number(), faster: z.number() }).default({ since: 0, faster: 1 }),
    /** The control: botbuilder's connector as it comes, which repeats by itself. */
    stock: z.boolean(),
  })
  .parse(JSON.parse(process.argv[2] ?? '{}'));

const store = await openPlace(settings.place);
const { faster } = settings.pace;
const { nowMs, wait } = pacedClock(settings.pace);
// A store on this machine goes by its clock; reading it to the millisecond is not enough where that is many.
const storeClock = faster === 1 ? store : { clock: () => Promise.resolve(new Date(nowMs())) };
const clock = createSharedClock(storeClock, () => new Date(nowMs() + settings.skewMs));
await clock.compare();
const now = (): Date => clock.now();
const log = pino({ level: 'silent' });
const teams = createTeams({
  bot: null,
  loopbackDemonstration: true,
  cloud: 'public',
  tenants: [TENANT],
  handler: createTurnHandler({ store, now, newId: idSource(), tabUrl: null }),
  wordsFor: (code) => code,
  log,
  sendDeadlineMs: settings.sendDeadlineMs,
  pace: createReplyPace({ store, now, wait }),
});
const stock = createSender({
  connector: stockConnector,
  serviceUrlAllowed: () => true,
  tenantId: TENANT,
  deadlineMs: settings.sendDeadlineMs,
});
const { sender } = settings.stock ? { sender: stock } : teams;
const worker = createWorker({
  store,
  // Its deadline is of this machine's time.
  sender: {
    send: (reference, message, withinMs) =>
      sender.send(reference, message, withinMs === undefined ? undefined : withinMs / faster),
  },
  wait,
  render: (occurrence) => Promise.resolve({ text: nameOf(occurrence) }),
  now,
  name: newId(),
  log,
  perSecond: settings.perSecond,
  // They guard against this machine, and so are of its time.
  leaseMs: settings.leaseMs * faster,
  sendTakesMs: (settings.sendDeadlineMs + 500) * faster,
  batch: settings.batch,
  gatherMs: 40 / faster,
  pollMs: 200,
});
const server = createServer((request, response) => void teams.handle(request, response));
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo;
  worker.start();
  console.log(JSON.stringify({ url: `http://127.0.0.1:${port}/api/messages` }));
});

// Whoever started it may be killed, and then has nobody to close it.
const parent = process.ppid;
setInterval(() => {
  if (process.ppid !== parent) process.exit(1);
}, 1_000).unref();

process.once('SIGTERM', () => {
  server.close();
  void Promise.all([worker.stop(), teams.settled()])
    .then(() => store.close())
    .then(() => process.exit(0));
});
