import assert from 'node:assert/strict';
import { confide } from '../../bot/core/confidential.ts';
import { setTimeout as wait } from 'node:timers/promises';
import { createTurnHandler } from '../../bot/chat/handler.ts';
import { startFakeTeams } from '../fakes/teams/fake-teams.ts';
import type { FakeTeams } from '../fakes/teams/fake-teams.ts';
import { messageFrom, pressFrom } from '../fakes/teams/activities.ts';
import { chatDeps } from '../helpers/chat.ts';
import { aPerson, TENANT as COMPANY } from '../helpers/builders.ts';
import { seedProgramme } from '../helpers/seed.ts';
import { openTestStore } from '../helpers/store.ts';
import { startBot, TENANT } from './bot-server.ts';
import type { BotServer } from './bot-server.ts';

const SAID = { messages: [{ text: 'yes' }], replacement: null };

describe('turns under load', () => {
  let fake: FakeTeams;
  let bot: BotServer;
  beforeEach(async () => {
    fake = await startFakeTeams({ limits: false });
    bot = await startBot({ turnDeadlineMs: 300, mostTurns: 5 });
  });
  afterEach(async () => {
    bot.close();
    await fake.close();
  });
  const somebody = (name: string) => ({
    tenantId: TENANT,
    objectId: `00000000-0000-4000-8000-${name.padStart(12, '0')}`,
    userId: `29:${name}`,
    conversationId: `a:${name}`,
    serviceUrl: fake.serviceUrl,
  });

  it('beyond what can be in hand are refused at once, and taken again as soon as there is room', async () => {
    bot.answer = async () => {
      await wait(250);
      return SAID;
    };
    const slow = Array.from({ length: 5 }, (_, index) =>
      bot.post(messageFrom(somebody(`${index}`), 'hello')),
    );
    await wait(60);
    const began = performance.now();
    const refused = await bot.post(messageFrom(somebody('9'), 'hello'));
    assert.equal(refused.status, 503);
    assert.ok(performance.now() - began < 100, `${performance.now() - began} ms`);
    assert.deepEqual(
      (await Promise.all(slow)).map(({ status }) => status),
      [200, 200, 200, 200, 200],
    );
    bot.answer = () => Promise.resolve(SAID);
    assert.equal((await bot.post(messageFrom(somebody('9'), 'hello'))).status, 200);
  });

  it('of one conversation are taken in their order, however long the first one takes', async () => {
    let first = true;
    bot.answer = async (turn) => {
      if (first) {
        first = false;
        await wait(100);
      }
      return {
        messages: [{ text: turn.incoming.kind === 'message' ? turn.incoming.text.reveal() : '' }],
        replacement: null,
      };
    };
    const ada = somebody('1');
    const sent = [bot.post(messageFrom(ada, 'one'))];
    await wait(20);
    sent.push(bot.post(messageFrom(ada, 'two')), bot.post(messageFrom(somebody('2'), 'elsewhere')));
    await Promise.all(sent);
    await bot.teams.settled();
    const said = fake.ledger.messages().map(({ activity }) => activity?.['text']);
    assert.deepEqual(said, ['elsewhere', 'one', 'two']);
  });

  it('that take too long are brought again when they are messages', async () => {
    bot.answer = () => wait(2_000, SAID);
    const { status } = await bot.post(messageFrom(somebody('1'), 'hello'));
    assert.equal(status, 503);
  });
});

describe('a press that outlives its deadline', () => {
  it('saves nothing, as the person was told', async () => {
    const store = await openTestStore();
    const person = aPerson();
    await seedProgramme(store, { people: [person] });
    const handler = createTurnHandler(chatDeps(store));
    const late = new AbortController();
    const press = {
      tenantId: COMPANY,
      objectId: person.objectId ?? '',
      locale: 'en',
      reference: {
        serviceUrl: 'https://smba.example/',
        conversationId: 'a:1',
        userId: '29:1',
        botId: '28:b',
      },
      activityId: '1',
      incoming: { kind: 'message', text: confide('help') },
    } as const;
    const running = handler(press, late.signal);
    late.abort();
    await assert.rejects(running, { code: 'try-again' });
    assert.equal(await store.reads.conversations.reference(person.id), null);
    const { messages } = await handler({ ...press, activityId: '1' }, new AbortController().signal);
    assert.ok(messages.length > 0, 'brought again, it is answered as if it were the first time');
    await store.close();
  });

  it('is answered in words that say so', async () => {
    const bot = await startBot({ turnDeadlineMs: 50 });
    bot.answer = () => wait(150, SAID);
    const fake = await startFakeTeams();
    const ada = {
      tenantId: TENANT,
      objectId: TENANT,
      userId: '29:1',
      conversationId: 'a:1',
      serviceUrl: fake.serviceUrl,
    };
    const { text } = await bot.post(pressFrom(ada, 'some.verb'));
    assert.equal(JSON.parse(text).value.code, 'try-again');
    bot.close();
    await fake.close();
  });
});
