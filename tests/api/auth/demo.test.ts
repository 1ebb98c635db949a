import assert from 'node:assert/strict';
import { request } from 'node:http';
import { createServer } from 'restify';
import { registerApi } from '../../../bot/api/api.ts';
import { createDemoSignIn } from '../../../bot/api/auth/demo.ts';
import type { DemoSignIn } from '../../../bot/api/auth/demo.ts';
import type { Me } from '../../../bot/api/contract.ts';
import { Refusal } from '../../../bot/core/refusal.ts';
import { newId } from '../../../bot/new-id.ts';
import { aPerson, NOW, TENANT } from '../../helpers/builders.ts';
import { seedPeople, seedProgramme } from '../../helpers/seed.ts';
import { openTestStore } from '../../helpers/store.ts';
import type { TestStore } from '../../helpers/store.ts';
import { clientOf, listen } from '../client.ts';
import type { Client } from '../client.ts';

const LOOPBACK = { demonstration: true, production: false, host: '127.0.0.1' };
const log = { info: () => undefined, error: () => undefined };

describe('sign-in by choosing who one is', () => {
  const boss = aPerson({ displayName: 'Bo Boss' });
  const member = aPerson({ displayName: 'Max Member', managerId: boss.id });
  const fromHr = aPerson({ displayName: 'Hanna HR', objectId: null });
  const gone = aPerson({ displayName: 'Lea Left', leftAt: NOW });
  let store: TestStore;
  let signIn: DemoSignIn;
  let ask: Client;
  let url: string;
  let stop: () => Promise<void>;

  const create = (config: typeof LOOPBACK): Promise<DemoSignIn> =>
    createDemoSignIn({
      config,
      deps: { store, now: () => NOW, newId, log },
      tenantId: TENANT,
      people: async () => [{ personId: member.id, name: 'Max Member', title: '', role: 'employee' }],
      signedIn: member.id,
    });

  before(async () => {
    store = await openTestStore();
    await seedPeople(store, [boss, fromHr, gone]);
    const { id } = await seedProgramme(store, { people: [member] });
    await store.transaction((tx) => tx.programmes.addCoordinator(id, fromHr.id, null, NOW));
    signIn = await create(LOOPBACK);
    const server = createServer();
    signIn.routes(server);
    const deps = { store, now: () => NOW, newId, log, verify: signIn.authenticator };
    registerApi(server, { ...deps, pair: () => Promise.reject(new Error('not here')) });
    ({ url, stop } = await listen(server));
    ask = clientOf(url);
  });
  after(async () => {
    await stop();
    await store.close();
  });

  for (const [name, config] of [
    ['in production', { ...LOOPBACK, production: true }],
    ['outside the demonstration', { ...LOOPBACK, demonstration: false }],
    ['on every address of the machine', { ...LOOPBACK, host: '0.0.0.0' }],
    ['on an address of the network', { ...LOOPBACK, host: '192.168.1.7' }],
    ['on a name that only looks like loopback', { ...LOOPBACK, host: '127.0.0.1.example.com' }],
  ] as const) {
    it(`cannot be made ${name}`, async () => {
      await assert.rejects(create(config), /loopback only/);
    });
  }

  it('says who one can be, and who one is at first', async () => {
    const { body } = await ask('GET /demo/people');
    const { people, signedIn } = body as { people: { name: string; role: string }[]; signedIn: string };
    assert.equal(signedIn, member.id);
    assert.deepEqual(
      people.map(({ name, role }) => [name, role]),
      [['Max Member', 'employee']],
    );
  });

  it('gives a token that the API takes, for people without an Entra id too', async () => {
    for (const person of [member, fromHr]) {
      const { body } = await ask('POST /demo/sign-in', { body: { personId: person.id } });
      const { token, expiresAt } = body as { token: string; expiresAt: string };
      assert.ok(Date.parse(expiresAt) > Date.now());
      const me = (await ask('GET /api/me', { token })).body as Me;
      assert.equal(me.person.id, person.id);
      const frame = await ask(`GET /demo/token?personId=${person.id}`);
      assert.equal(
        (await ask('GET /api/me', { token: (frame.body as { token: string }).token })).status,
        200,
      );
    }
  });

  it('gives none for somebody who is not there or has left', async () => {
    for (const personId of [newId(), gone.id]) {
      assert.equal((await ask('POST /demo/sign-in', { body: { personId } })).status, 404);
    }
  });

  it('takes no token of another run', async () => {
    const other = await create(LOOPBACK);
    const { body } = await ask('POST /demo/sign-in', { body: { personId: member.id } });
    await assert.rejects(
      other.authenticator((body as { token: string }).token),
      (error) => error instanceof Refusal && error.code === 'not-signed-in',
    );
  });

  it('is not there for a page elsewhere that points its own name at this machine', async () => {
    for (const host of [
      'evil.example',
      'localhost.evil.example',
      '127.0.0.1.evil.example:3978',
      '10.0.0.1',
    ]) {
      assert.equal(await statusWithHost(`${url}/demo/people`, host), 404, host);
    }
    assert.equal(await statusWithHost(`${url}/demo/people`, 'localhost:3978'), 200);
  });
});

/** fetch does not let one choose the host. */
function statusWithHost(url: string, host: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request(url, { headers: { host } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end();
  });
}
