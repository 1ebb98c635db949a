import assert from 'node:assert/strict';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { createTurnHandler } from '../../bot/chat/handler.ts';
import { startFakeTeams } from '../fakes/teams/fake-teams.ts';
import type { FakeTeams } from '../fakes/teams/fake-teams.ts';
import { seeded } from '../fakes/teams/faults.ts';
import { aPerson, TENANT } from '../helpers/builders.ts';
import { chatDeps } from '../helpers/chat.ts';
import { seedProgramme } from '../helpers/seed.ts';
import { openTestStore } from '../helpers/store.ts';
import type { TestStore } from '../helpers/store.ts';
import { startBot } from '../teams/bot-server.ts';
import type { BotServer } from '../teams/bot-server.ts';
import { mutate } from './mutate.ts';
import { realActivities } from './real-activities.ts';
import { wired } from './wire.ts';
import type { Wired } from './wire.ts';

/** `ALONGSIDE_MUTATIONS=100000` for the full run. */
const MUTATIONS = Number(process.env['ALONGSIDE_MUTATIONS'] ?? 5_000);
const AT_ONCE = 20;
const INTERNAL = /at \w+ \(|node:|\.ts\b|\w*Error\b:|ZodError|SQLITE|select .* from|undefined is not/i;
const MEGABYTE = 1024 * 1024;

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;
const heapUsed = (): number => {
  collect();
  return process.memoryUsage().heapUsed;
};

describe('bad input, over the whole conversation', () => {
  let store: TestStore;
  let fake: FakeTeams;
  let bot: BotServer;
  const person = aPerson();
  const unhandled: unknown[] = [];
  const note = (error: unknown) => void unhandled.push(error);
  before(async () => {
    store = await openTestStore();
    await seedProgramme(store, { people: [person] });
    fake = await startFakeTeams({ limits: false, keepEntries: false });
    bot = await startBot({
      tenants: [TENANT],
      // What is tried is the input: a busy machine must not answer 503 in its place.
      turnDeadlineMs: 60_000,
      handler: createTurnHandler(chatDeps(store, () => new Date())),
    });
    process.on('unhandledRejection', note);
  });
  after(async () => {
    process.off('unhandledRejection', note);
    bot.close();
    await fake.close();
    await store.close();
  });

  const failures = (): string => bot.logged.filter((line) => line.includes('failed')).join('');

  async function post(wired: Wired): Promise<{ status: number; text: string }> {
    const address = `http://127.0.0.1:${bot.port}/api/messages`;
    const response = await fetch(address, { ...wired, method: 'POST', duplex: 'half' });
    return { status: response.status, text: await response.text() };
  }

  it(`is answered ${MUTATIONS} times without a fault, a word of the inside, or memory that stays`, async function () {
    this.timeout(1_800_000);
    const client = {
      tenantId: TENANT,
      objectId: person.objectId ?? '',
      userId: '29:ada',
      conversationId: 'a:ada',
      serviceUrl: fake.serviceUrl,
    };
    const dice = seeded(20_261_102);
    const statuses = new Map<number, number>();
    let before = 0;
    for (let sent = 0; sent < MUTATIONS; sent += AT_ONCE) {
      if (sent === 1_000) before = heapUsed();
      const real = realActivities(client, person.id, sent);
      const answers = await Promise.all(
        Array.from({ length: AT_ONCE }, () => {
          const body = mutate(real[Math.floor(dice() * real.length)], dice);
          return post(wired(JSON.stringify(body) ?? '', dice));
        }),
      );
      for (const { status, text } of answers) {
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
        assert.ok(status < 500 || status === 501, `${status} ${text} ${failures()}`);
        assert.doesNotMatch(text, INTERNAL);
      }
      // What was logged is not what is measured.
      bot.logged.length = 0;
      bot.turns.length = 0;
    }
    await bot.teams.settled();
    const grown = (heapUsed() - before) / MEGABYTE;
    assert.deepEqual(unhandled, []);
    assert.ok((statuses.get(200) ?? 0) > MUTATIONS / 10, 'some still reach the conversation');
    assert.ok((statuses.get(400) ?? 0) > MUTATIONS / 100, 'some are refused');
    assert.ok(grown < 50, `${grown} MB more`);
    console.log(
      JSON.stringify({
        mutations: MUTATIONS,
        statuses: Object.fromEntries(statuses),
        grownMb: Math.round(grown),
      }),
    );
    assert.equal(Reflect.get({}, 'admin'), undefined, 'no prototype was touched');
  });

  it('would see what must not be said', () => {
    for (const leak of [
      'at answer (file:///bot/chat/handler.ts:41:9)',
      'TypeError: undefined is not a function',
      'SQLITE_BUSY: database is locked',
      'select "id" from "people"',
      'ZodError: []',
    ])
      assert.match(leak, INTERNAL);
  });
});
