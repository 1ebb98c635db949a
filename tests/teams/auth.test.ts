import assert from 'node:assert/strict';
import { pino } from 'pino';
import { createTeams } from '../../bot/teams/teams.ts';
import { messageFrom } from '../fakes/teams/activities.ts';
import { OUTBOUND_TOKEN, startIssuer } from '../fakes/teams/channel-issuer.ts';
import { startFakeTeams } from '../fakes/teams/fake-teams.ts';
import { TENANT, startBot } from './bot-server.ts';
import type { BotServer } from './bot-server.ts';

const APP = '33333333-3333-4333-8333-333333333333';
const SERVICE_URL = 'https://smba.trafficmanager.net/emea/';
const registration = { appId: APP, tenantId: TENANT, kind: 'SingleTenant', password: 'never used' } as const;
const ada = {
  tenantId: TENANT,
  objectId: '22222222-2222-4222-8222-222222222222',
  userId: '29:ada',
  conversationId: 'a:ada',
  serviceUrl: SERVICE_URL,
};

/** Far more than a clock may be off, and than a run of all tests takes. */
const A_DAY_S = 86_400;

describe('a registered bot', () => {
  let issuer: Awaited<ReturnType<typeof startIssuer>>;
  let bot: BotServer;

  beforeEach(async () => {
    issuer = await startIssuer(APP);
    bot = await startBot({ bot: registration, loopbackDemonstration: false, endpoints: issuer.endpoints });
  });
  afterEach(() => {
    bot.close();
    issuer.close();
  });
  const post = async (claims: Readonly<Record<string, unknown>>) =>
    bot.post(messageFrom(ada, 'hello'), await issuer.token({ serviceurl: SERVICE_URL, ...claims }));

  it('listens to what the channel has signed for it', async () => {
    assert.equal((await post({})).status, 200);
    assert.equal(bot.turns.length, 1);
  });

  const wrong: readonly (readonly [name: string, claims: Readonly<Record<string, unknown>>])[] = [
    ['a serviceUrl other than the signed one', { serviceurl: 'https://smba.trafficmanager.net/amer/' }],
    ['no signed serviceUrl', { serviceurl: undefined }],
    ['a token that has expired', { exp: Math.floor(Date.now() / 1000) - A_DAY_S }],
    ['a token for later', { nbf: Math.floor(Date.now() / 1000) + A_DAY_S }],
    ['the audience of another', { aud: TENANT }],
    ['another issuer', { iss: 'https://sts.windows.net/x/' }],
  ];
  for (const [name, claims] of wrong)
    it(`does not listen to ${name}`, async () => {
      const token = await issuer.token({ serviceurl: SERVICE_URL, ...claims });
      const { status, text } = await bot.post(messageFrom(ada, 'hello'), token);
      assert.deepEqual({ status, text }, { status: 401, text: '{"error":{"code":"not-signed-in"}}' });
      assert.equal(bot.turns.length, 0);
    });

  it('does not listen to a token that somebody else signed', async () => {
    const other = await startIssuer(APP);
    const token = await other.token({ serviceurl: SERVICE_URL });
    other.close();
    assert.equal((await bot.post(messageFrom(ada, 'hello'), token)).status, 401);
  });

  it('does not listen to a token that was changed', async () => {
    const token = await issuer.token({ serviceurl: SERVICE_URL });
    const [head, claims = '', signature] = token.split('.');
    const other = Buffer.from(claims, 'base64url').toString().replace('"aud"', '"oid":"x","aud"');
    const changed = [head, Buffer.from(other).toString('base64url'), signature].join('.');
    assert.equal((await bot.post(messageFrom(ada, 'hello'), changed)).status, 401);
  });

  it('has Teams come again while the keys of the channel cannot be had', async () => {
    issuer.setAway(true);
    const { status, text } = await post({});
    assert.deepEqual({ status, text }, { status: 503, text: '{"error":{"code":"try-again"}}' });
    assert.equal(bot.turns.length, 0);
  });

  it('is refused without tenants, and without an app id outside the demonstration', () => {
    const rest = {
      cloud: 'public',
      handler: () => Promise.resolve({ messages: [], replacement: null }),
      wordsFor: () => '',
      log: pino({ level: 'silent' }),
    } as const;
    assert.throws(() => createTeams({ ...rest, bot: null, loopbackDemonstration: false, tenants: [TENANT] }));
    assert.throws(() =>
      createTeams({ ...rest, bot: registration, loopbackDemonstration: false, tenants: [] }),
    );
  });
});

describe('an anonymous bot', () => {
  it('shows its connector no token, and a registered one shows its own', async () => {
    const fake = await startFakeTeams({ token: OUTBOUND_TOKEN });
    const bot = await startBot();
    const where = { serviceUrl: fake.serviceUrl, conversationId: 'a:ada', userId: '29:ada', botId: '28:bot' };
    assert.equal((await bot.teams.sender.send(where, { text: 'Hello' })).kind, 'not-accepted');
    bot.close();
    await fake.close();
  });
});
