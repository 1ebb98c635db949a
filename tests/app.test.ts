import assert from 'node:assert/strict';
import { pino } from 'pino';
import { startApp } from '../bot/app.ts';
import type { App } from '../bot/app.ts';
import { readConfig } from '../bot/config.ts';
import { frameAncestors } from '../bot/frame-ancestors.ts';
import { newId } from '../bot/new-id.ts';
import { refusalWords } from '../bot/words/refusals.ts';
import { Refusal } from '../bot/core/refusal.ts';
import { clientOf } from './api/client.ts';
import type { Client } from './api/client.ts';
import { messageFrom, pressFrom } from './fakes/teams/activities.ts';
import { startFakeTeams } from './fakes/teams/fake-teams.ts';
import type { FakeTeams } from './fakes/teams/fake-teams.ts';
import { aPerson, TENANT } from './helpers/builders.ts';
import { seedProgramme } from './helpers/seed.ts';
import { openTestStore } from './helpers/store.ts';
import type { TestStore } from './helpers/store.ts';

describe('the service, as a whole', () => {
  const ada = aPerson();
  const bo = aPerson();
  let store: TestStore;
  let app: App;
  let fake: FakeTeams;
  let ask: Client;
  beforeEach(async () => {
    store = await openTestStore();
    await seedProgramme(store, { people: [ada, bo] });
    fake = await startFakeTeams({ limits: false });
    app = await startApp({
      ...readConfig({ PORT: '0', LOG_LEVEL: 'silent' }),
      log: pino({ level: 'silent' }),
      deps: { store, now: () => new Date(), newId },
      verify: (token) => Promise.resolve({ tenantId: TENANT, objectId: token }),
    });
    ask = clientOf(app.url);
  });
  afterEach(async () => {
    await app.close();
    await fake.close();
    await store.close();
  });
  const talking = ({ objectId }: typeof ada) => ({
    tenantId: TENANT,
    objectId: objectId ?? '',
    userId: `29:${objectId}`,
    conversationId: `a:${objectId}`,
    serviceUrl: fake.serviceUrl,
    locale: 'de-DE',
  });
  const tell = (activity: unknown) => ask('POST /api/messages', { body: activity });

  const addresses = [
    'GET /livez',
    'GET /readyz',
    'GET /nothing',
    'GET /api/me',
    'OPTIONS /api/me',
    'DELETE /api/nothing',
    'POST /api/messages',
    'GET /tab',
    'GET /tab/assets/nothing.js',
  ];
  for (const address of addresses)
    it(`closes ${address} to frames, other origins, guessing of types and caches`, async () => {
      const { headers } = await ask(address, { headers: { origin: 'https://attacker.example' } });
      const age = Number(/max-age=(\d+)/.exec(headers.get('strict-transport-security') ?? '')?.[1]);
      assert.ok(age >= 31_536_000, 'a year of https');
      assert.equal(headers.get('x-content-type-options'), 'nosniff');
      assert.equal(headers.get('referrer-policy'), 'no-referrer');
      assert.equal(headers.get('cross-origin-resource-policy'), 'same-origin');
      assert.equal(headers.get('cache-control'), 'no-store');
      assert.equal(headers.get('content-security-policy'), "default-src 'none'; frame-ancestors 'none'");
      const open = [...headers.keys()].filter((name) => name.startsWith('access-control-'));
      assert.deepEqual(open, []);
    });

  it('lets no page of a browser speak to the bot of the demonstration', async () => {
    const sent = { body: messageFrom(talking(ada), 'hi'), headers: { origin: 'https://attacker.example' } };
    assert.equal((await ask('POST /api/messages', sent)).status, 403);
    assert.equal((await tell(messageFrom(talking(ada), 'hi'))).status, 200);
  });

  it('takes bodies of 256 KB and no more, at both doors', async () => {
    const large = { text: 'x'.repeat(300_000) };
    const token = ada.objectId;
    assert.equal((await tell({ ...messageFrom(talking(ada), 'hi'), ...large })).status, 413);
    assert.equal((await ask('PUT /api/my-space/topics', { token, body: large })).status, 413);
  });

  it('stops somebody who asks the tab too fast, in words, and nobody else', async () => {
    const answers = await Promise.all(
      Array.from({ length: 200 }, () => ask('GET /api/my-space/moods', { token: ada.objectId })),
    );
    const refused = answers.find(({ status }) => status === 429);
    assert.ok(refused, 'a flood is stopped');
    assert.equal(answers[0]?.status, 200);
    assert.ok(refused.text.includes(refusalWords('en', new Refusal('too-fast'))));
    assert.equal(refused.headers.get('retry-after'), '2');
    assert.equal((await ask('GET /api/my-space/moods', { token: bo.objectId })).status, 200);
  });

  it('lets nobody take export after export', async () => {
    const answers = await Promise.all(
      Array.from({ length: 40 }, () => ask('GET /api/my-data', { token: ada.objectId })),
    );
    const served = answers.filter(({ status }) => status === 200).length;
    assert.ok(served >= 6 && served < 40, `${served}`);
  });

  it('stops a flood of presses, in words, and nobody else', async () => {
    const press = (person: typeof ada) =>
      tell(pressFrom(talking(person), 'member.help', { card: { subject: 'x', version: newId() } }));
    const words = refusalWords('de', new Refusal('too-fast'));
    const answers = await Promise.all(Array.from({ length: 60 }, () => press(ada)));
    assert.ok(answers.filter(({ text }) => text.includes(words)).length > 20);
    assert.ok(!answers[0]?.text.includes(words), 'the first ones are answered');
    assert.ok(!(await press(bo)).text.includes(words));
  });
});

describe('who may frame the tab', () => {
  // From Microsoft's page on the requirements of tabs, copied by hand.
  const learn = `https://*.cloud.microsoft https://teams.microsoft.com https://*.teams.microsoft.com
    https://*.microsoft365.com https://*.office.com https://outlook.office.com https://outlook.office365.com
    https://outlook-sdf.office.com https://outlook-sdf.office365.com`.split(/\s+/);

  it('is exactly whom Microsoft names', () => {
    assert.deepEqual(frameAncestors('public', false), learn);
    assert.deepEqual(frameAncestors('gcc', false), learn);
  });

  it('is our own page in the demonstration', () => {
    assert.deepEqual(frameAncestors('public', true), ["'self'"]);
  });

  it('is only the government’s Teams in the government’s clouds', () => {
    for (const cloud of ['gcch', 'dod'] as const)
      for (const origin of frameAncestors(cloud, false)) assert.match(origin, /\.us$/);
  });
});
