import assert from 'node:assert/strict';
import type { Card, Message } from '../../bot/core/ports/messaging.ts';
import { Refusal } from '../../bot/core/refusal.ts';
import { botAddedFrom, installedFrom, messageFrom, pressFrom } from '../fakes/teams/activities.ts';
import type { Client } from '../fakes/teams/activities.ts';
import { startFakeTeams } from '../fakes/teams/fake-teams.ts';
import type { FakeTeams } from '../fakes/teams/fake-teams.ts';
import { TENANT, startBot } from './bot-server.ts';
import type { BotServer } from './bot-server.ts';

const CARD: Card = { type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text: 'Thank you' }] };
const answering =
  (messages: readonly Message[], replacement: Message | null = null) =>
  () =>
    Promise.resolve({ messages, replacement });

describe('turns', () => {
  let fake: FakeTeams;
  let bot: BotServer;
  let ada: Client;

  beforeEach(async () => {
    fake = await startFakeTeams();
    bot = await startBot({ turnDeadlineMs: 200 });
    ada = {
      tenantId: TENANT,
      objectId: '22222222-2222-4222-8222-222222222222',
      userId: '29:ada',
      conversationId: 'a:ada',
      serviceUrl: fake.serviceUrl,
      locale: 'de-AT',
    };
  });
  afterEach(async () => {
    bot.close();
    await fake.close();
  });

  it('brings a message to the handler with who, where and in which language', async () => {
    assert.equal((await bot.post(messageFrom(ada, ' hello\n'))).status, 200);
    const [turn] = bot.turns;
    assert.partialDeepStrictEqual(turn, {
      tenantId: TENANT,
      objectId: ada.objectId,
      locale: 'de-AT',
      reference: {
        serviceUrl: fake.serviceUrl,
        conversationId: 'a:ada',
        userId: '29:ada',
        botId: '28:alongside',
      },
    });
    assert.ok(turn?.incoming.kind === 'message');
    assert.equal(turn.incoming.text.reveal(), 'hello');
  });

  it('says the messages of the answer in their order', async () => {
    bot.answer = answering([{ text: 'one' }, { card: CARD, summary: 'two' }, { text: 'three' }]);
    await bot.post(messageFrom(ada, 'hello'));
    await bot.teams.settled();
    const said = fake.ledger
      .messages('a:ada')
      .map(({ activity }) => activity?.['text'] ?? activity?.['summary']);
    assert.deepEqual(said, ['one', 'two', 'three']);
  });

  it('puts a card in the place of the pressed one', async () => {
    bot.answer = answering([], { card: CARD, summary: 'Thank you' });
    const { status, text } = await bot.post(pressFrom(ada, 'mood', { value: 3 }));
    assert.equal(status, 200);
    assert.deepEqual(JSON.parse(text), {
      statusCode: 200,
      type: 'application/vnd.microsoft.card.adaptive',
      value: CARD,
    });
    const [turn] = bot.turns;
    assert.ok(turn?.incoming.kind === 'press');
    assert.deepEqual([turn.incoming.verb, turn.incoming.data.reveal()], ['mood', { value: 3 }]);
    assert.equal(fake.ledger.entries.length, 0, 'a press is answered in the response');
  });

  it('answers a press with a line of text where the handler says one', async () => {
    bot.answer = answering([], { text: 'Noted' });
    const { text } = await bot.post(pressFrom(ada, 'mood'));
    assert.deepEqual(JSON.parse(text), {
      statusCode: 200,
      type: 'application/vnd.microsoft.activity.message',
      value: 'Noted',
    });
  });

  it('tells a person in words that a press was refused, and leaves the card', async () => {
    bot.answer = () => Promise.reject(new Refusal('proposal-closed'));
    const { status, text } = await bot.post(pressFrom(ada, 'yes'));
    assert.equal(status, 200);
    assert.deepEqual(JSON.parse(text), {
      statusCode: 400,
      type: 'application/vnd.microsoft.error',
      value: { code: 'proposal-closed', message: 'words for proposal-closed in de-AT' },
    });
  });

  it('asks to press again when the handler fails or takes too long, and says nothing of why', async () => {
    bot.answer = () => Promise.reject(new Error('SELECT secret FROM moods'));
    const failed = await bot.post(pressFrom(ada, 'yes'));
    bot.answer = () => new Promise(() => undefined);
    const late = await bot.post(pressFrom(ada, 'yes'));
    assert.equal(JSON.parse(failed.text).value.message, 'words for fault in de-AT');
    assert.equal(JSON.parse(late.text).value.message, 'words for try-again in de-AT');
    assert.doesNotMatch(`${failed.text}${bot.logged.join('')}`, /secret/);
  });

  it('has Teams bring a message again that could not be kept', async () => {
    bot.answer = () => Promise.reject(new Refusal('try-again'));
    assert.deepEqual(await bot.post(messageFrom(ada, 'hello')), { status: 503, text: '' });
  });

  it('puts any other refusal of a message into words', async () => {
    bot.answer = () => Promise.reject(new Refusal('too-long'));
    assert.equal((await bot.post(messageFrom(ada, 'hello'))).status, 200);
    await bot.teams.settled();
    assert.equal(fake.ledger.messages('a:ada')[0]?.activity?.['text'], 'words for too-long in de-AT');
  });

  it('announces an installation from either event, and a removal', async () => {
    const events = [
      installedFrom(ada),
      botAddedFrom(ada),
      installedFrom(ada, 'add-upgrade'),
      installedFrom(ada, 'remove'),
    ];
    for (const event of events) await bot.post(event);
    assert.deepEqual(
      bot.turns.map((turn) => turn.incoming.kind),
      ['installed', 'installed', 'installed', 'removed'],
    );
  });

  it('gives both events of one installation the same id, and another one a minute later another', async () => {
    const timestamp = '2026-11-02T09:00:10.100Z';
    await bot.post({ ...installedFrom(ada), timestamp });
    await bot.post({ ...botAddedFrom(ada), timestamp: '2026-11-02T09:00:10.103Z' });
    await bot.post({ ...installedFrom(ada), timestamp: '2026-11-02T09:01:10.100Z' });
    const [first, second, third] = bot.turns.map((turn) => turn.activityId);
    assert.equal(first, second);
    assert.notEqual(first, third);
  });

  it('says nothing in groups and channels', async () => {
    for (const conversationType of ['groupChat', 'channel']) {
      const body = messageFrom(ada, 'hello');
      assert.equal(
        (await bot.post({ ...body, conversation: { ...ada, id: 'x', tenantId: TENANT, conversationType } }))
          .status,
        200,
      );
    }
    assert.equal(bot.turns.length, 0);
  });

  it('takes no chat of several for a personal one, whatever is missing', async () => {
    const chats = [
      { id: '19:abc@thread.v2', tenantId: TENANT },
      { id: 'a:ada', tenantId: TENANT, isGroup: true },
      { id: 'a:ada', tenantId: TENANT, conversationType: 'personal', isGroup: true },
      { id: 'a:ada', tenantId: TENANT, conversationType: 'Personal' },
    ];
    for (const conversation of chats)
      for (const body of [messageFrom(ada, 'my data'), pressFrom(ada, 'data.show'), installedFrom(ada)])
        assert.equal((await bot.post({ ...body, conversation })).status, 200);
    assert.equal(bot.turns.length, 0);
    await bot.post({ ...messageFrom(ada, 'my data'), conversation: { id: 'a:ada', tenantId: TENANT } });
    assert.equal(bot.turns.length, 1);
  });

  it('repeats a reply that Teams did not take, and only such a one', async () => {
    bot.answer = answering([{ text: 'one' }, { text: 'two' }]);
    fake.faults.next({ kind: 'status', error: 'precondition' });
    await bot.post(messageFrom(ada, 'hello'));
    await bot.teams.settled();
    assert.deepEqual(said(fake), ['one', 'two']);
    fake.ledger.clear();
    fake.faults.next({ kind: 'accept-then-reset' });
    await bot.post(messageFrom(ada, 'hello'));
    await bot.teams.settled();
    assert.deepEqual(said(fake), ['one'], 'after an unclear one nothing more is said');
  });

  it('never logs what anyone wrote', async () => {
    bot.answer = () => Promise.reject(new Error('x'));
    await bot.post(messageFrom(ada, 'my very private words'));
    await bot.post(pressFrom(ada, 'mood', { note: 'my very private words' }));
    assert.ok(bot.logged.length > 0);
    assert.doesNotMatch(bot.logged.join(''), /private|29:ada|a:ada/);
  });
});

const said = (fake: FakeTeams): unknown[] =>
  fake.ledger.messages('a:ada').map(({ activity }) => activity?.['text']);
