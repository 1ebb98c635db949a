import assert from 'node:assert/strict';
import { pino } from 'pino';
import type { Message, SendOutcome } from '../../bot/core/ports/messaging.ts';
import { TeamsAdapter } from '../../bot/teams/adapter.ts';
import { createAgents } from '../../bot/teams/agents.ts';
import { createTeams } from '../../bot/teams/teams.ts';
import type { Teams } from '../../bot/teams/teams.ts';
import { startFakeTeams } from '../fakes/teams/fake-teams.ts';
import type { FakeTeams } from '../fakes/teams/fake-teams.ts';
import type { Fault } from '../fakes/teams/faults.ts';
import { stockConnector } from './stock-connector.ts';

const DEADLINE_MS = 1500;
const HELLO: Message = { text: 'Hello' };

describe('sender', () => {
  let fake: FakeTeams;
  let teams: Teams;
  const reference = (conversationId = 'a:ada') => ({
    serviceUrl: fake.serviceUrl,
    conversationId,
    userId: '29:ada',
    botId: '28:bot',
  });

  beforeEach(async () => {
    fake = await startFakeTeams();
    teams = createTeams({
      bot: null,
      loopbackDemonstration: true,
      cloud: 'public',
      tenants: ['tenant'],
      handler: () => Promise.resolve({ messages: [], replacement: null }),
      wordsFor: (code) => code,
      log: pino({ level: 'silent' }),
      sendDeadlineMs: DEADLINE_MS,
      connectTimeoutMs: 100,
    });
  });
  afterEach(() => fake.close());

  it('sends a text and says which activity it became', async () => {
    const outcome = await teams.sender.send(reference(), HELLO);
    const [entry] = fake.ledger.messages('a:ada');
    assert.deepEqual(outcome, { kind: 'sent', activityId: entry?.activityId });
    assert.equal(entry?.activity?.['text'], 'Hello');
    assert.equal(entry.activity['textFormat'], 'plain');
  });

  it('sends a card with its neutral summary and no text', async () => {
    const card = { type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text: 'x' }] } as const;
    await teams.sender.send(reference(), { card, summary: 'A question for you' });
    const activity = fake.ledger.messages()[0]?.activity;
    assert.equal(activity?.['summary'], 'A question for you');
    assert.equal(activity['text'], undefined);
    assert.deepEqual(activity['attachments'], [
      { contentType: 'application/vnd.microsoft.card.adaptive', content: card },
    ]);
  });

  const cases: readonly (readonly [name: string, fault: Fault, expected: Partial<SendOutcome>])[] = [
    ['reset after acceptance', { kind: 'accept-then-reset' }, { kind: 'unknown' }],
    ['hang after acceptance', { kind: 'accept-then-hang' }, { kind: 'unknown', reason: 'deadline' }],
    ['504 after acceptance', { kind: 'accept-then-status', error: 'gatewayTimeout' }, { kind: 'unknown' }],
    ['503 after acceptance', { kind: 'accept-then-status', error: 'unavailable' }, { kind: 'unknown' }],
    ['502 after acceptance', { kind: 'accept-then-status', error: 'badGateway' }, { kind: 'unknown' }],
    ['500', { kind: 'status', error: 'serviceError' }, { kind: 'unknown' }],
    ['a reset', { kind: 'reset' }, { kind: 'unknown' }],
    ['a broken 201', { kind: 'accept-with-broken-body' }, { kind: 'sent', activityId: null }],
    ['a slow 201', { kind: 'slow', delayMs: DEADLINE_MS / 3 }, { kind: 'sent' }],
    [
      '429 with Retry-After',
      { kind: 'status', error: 'throttled', retryAfterSeconds: 7 },
      { kind: 'not-accepted', reason: 'throttled', retryAfterMs: 7000 },
    ],
    ['429 without', { kind: 'status', error: 'throttled' }, { kind: 'not-accepted', retryAfterMs: 5000 }],
    ['412', { kind: 'status', error: 'precondition' }, { kind: 'not-accepted' }],
    ['401', { kind: 'status', error: 'notRegistered' }, { kind: 'not-accepted' }],
    ['the wrong host', { kind: 'status', error: 'invalidHost' }, { kind: 'not-accepted' }],
    [
      'a block',
      { kind: 'status', error: 'blockedByUser' },
      { kind: 'undeliverable', unreachable: 'blocked' },
    ],
    [
      'error 209',
      { kind: 'status', error: 'writesBlocked' },
      { kind: 'undeliverable', unreachable: 'blocked' },
    ],
    [
      'no app',
      { kind: 'status', error: 'notInRoster' },
      { kind: 'undeliverable', unreachable: 'not-installed' },
    ],
    [
      'no conversation',
      { kind: 'status', error: 'notFound' },
      { kind: 'undeliverable', unreachable: 'gone' },
    ],
    ['413', { kind: 'status', error: 'tooBig' }, { kind: 'undeliverable', unreachable: null }],
    ['400', { kind: 'status', error: 'badArgument' }, { kind: 'undeliverable', unreachable: null }],
  ];
  for (const [name, fault, expected] of cases)
    it(`posts exactly once and says ${expected.kind} at ${name}`, async () => {
      fake.faults.next(fault);
      const outcome = await teams.sender.send(reference(), HELLO);
      assert.partialDeepStrictEqual(outcome, expected);
      assert.equal(fake.ledger.count('send'), 1);
    });

  it('follows no redirect, which would be a second post', async () => {
    fake.faults.next({ kind: 'redirect', to: `${fake.serviceUrl}v3/conversations/a:bo/activities` });
    assert.equal((await teams.sender.send(reference(), HELLO)).kind, 'unknown');
    assert.equal(fake.ledger.count('send'), 1);
  });

  it('knows that a refused connection took nothing', async () => {
    await fake.down();
    const outcome = await teams.sender.send(reference(), HELLO);
    assert.deepEqual(outcome, {
      kind: 'not-accepted',
      reason: 'connection ECONNREFUSED',
      retryAfterMs: null,
    });
  });

  it('sends nothing that cannot leave in time, and says that nothing has left', async () => {
    const late = await teams.sender.send(reference(), HELLO, -1);
    assert.partialDeepStrictEqual(late, { kind: 'not-accepted' });
    assert.equal(fake.ledger.count('send'), 0);
    assert.equal((await teams.sender.send(reference(), HELLO, 5_000)).kind, 'sent');
    assert.equal(fake.ledger.count('send'), 1);
  });

  it('begins the conversation with somebody it has never written to', async () => {
    const outcome = await teams.sender.send(reference(''), HELLO);
    assert.partialDeepStrictEqual(outcome, { kind: 'sent', conversationId: 'a:29:ada' });
    assert.equal(fake.ledger.count('create'), 1);
    assert.equal(fake.ledger.messages('a:29:ada').length, 1);
  });

  it('may try again when beginning a conversation ended unclearly, since nothing was said', async () => {
    fake.faults.next({ kind: 'accept-then-reset' });
    assert.partialDeepStrictEqual(await teams.sender.send(reference(''), HELLO), { kind: 'not-accepted' });
    assert.equal(fake.ledger.count('send'), 0);
  });

  it('sends nothing to a host that is not Teams', async () => {
    const outcome = await teams.sender.send({ ...reference(), serviceUrl: 'http://example.com/' }, HELLO);
    assert.deepEqual(outcome, { kind: 'undeliverable', reason: 'service-url', unreachable: null });
  });

  it('does not even try what is larger than Teams takes', async () => {
    const outcome = await teams.sender.send(reference(), { text: 'x'.repeat(51_200) });
    assert.deepEqual(outcome, { kind: 'undeliverable', reason: 'too-large', unreachable: null });
    assert.equal(fake.ledger.entries.length, 0);
  });

  it('is needed: the same fault makes botbuilder by itself tell people four times', async () => {
    fake.faults.next({ kind: 'accept-then-status', error: 'unavailable' }, 4);
    const connector = await stockConnector(fake.serviceUrl);
    await connector.conversations
      .sendToConversation('a:ada', { type: 'message', text: 'Hello' })
      .catch(() => null);
    assert.equal(fake.ledger.messages('a:ada').length, 4);
  }).timeout(30_000);

  it('keeps one connector for each service', async () => {
    const wire = { deadlineMs: DEADLINE_MS, agents: createAgents(100) };
    const adapter = new TeamsAdapter({ bot: null, cloud: 'public', wire });
    assert.equal(await adapter.connector(fake.serviceUrl), await adapter.connector(fake.serviceUrl));
    assert.notEqual(await adapter.connector(fake.serviceUrl), await adapter.connector('http://127.0.0.1:1/'));
  });
});
