import assert from 'node:assert/strict';
import { createEntraAuthenticator } from '../../../bot/api/auth/entra.ts';
import type { Authenticator } from '../../../bot/api/auth/authenticator.ts';
import { TEAMS_CLIENTS } from '../../../bot/api/auth/tab-token.ts';
import { Refusal } from '../../../bot/core/refusal.ts';
import { AUTHORITY, CLIENT, OBJECT_ID, startFakeEntra, TENANT } from '../../fakes/entra/entra.ts';
import type { FakeEntra } from '../../fakes/entra/entra.ts';
import { WRONG_TOKENS } from '../../fakes/entra/wrong-tokens.ts';

const refusedAs = (code: string) => (error: unknown) => error instanceof Refusal && error.code === code;

describe('sign-in of the tab through Entra', () => {
  let entra: FakeEntra;
  const authenticator = (): Authenticator =>
    createEntraAuthenticator({
      audiences: [CLIENT, `api://alongside.example/${CLIENT}`],
      tenants: [TENANT.toUpperCase()],
      authority: AUTHORITY,
      keysFrom: entra.url,
    });

  before(async () => {
    entra = await startFakeEntra();
  });
  after(() => entra.close());

  it('knows a person by tenant and object id', async () => {
    assert.deepEqual(await authenticator()(await entra.token()), { tenantId: TENANT, objectId: OBJECT_ID });
  });

  it('takes every client of Teams and Microsoft 365, both audiences, and further scopes', async () => {
    const verify = authenticator();
    for (const azp of TEAMS_CLIENTS) await verify(await entra.token({ azp }));
    await verify(await entra.token({ aud: `api://alongside.example/${CLIENT}` }));
    await verify(await entra.token({ scp: 'User.Read access_as_user' }));
  });

  it('takes a token whose clock is half a minute off', async () => {
    const now = Math.floor(Date.now() / 1000);
    await authenticator()(await entra.token({ nbf: now + 30, iat: now + 30 }));
  });

  for (const { name, make } of WRONG_TOKENS) {
    it(`refuses ${name}`, async () => {
      await assert.rejects(authenticator()(await make(entra)), refusedAs('not-signed-in'));
    });
  }

  it('has at least sixty wrong tokens to refuse', () => {
    assert.ok(WRONG_TOKENS.length >= 60, `${WRONG_TOKENS.length}`);
    assert.equal(new Set(WRONG_TOKENS.map((wrong) => wrong.name)).size, WRONG_TOKENS.length);
  });

  it('fetches the keys once, and for a foreign tenant not at all', async () => {
    const verify = authenticator();
    const before = entra.keyRequests();
    await assert.rejects(verify(await entra.token({ tid: '00000000-0000-4000-8000-000000000000' })));
    assert.equal(entra.keyRequests(), before);
    for (let turn = 0; turn < 5; turn += 1) await verify(await entra.token());
    assert.equal(entra.keyRequests(), before + 1);
  });

  it('does not fetch again for each junk key id', async () => {
    const verify = authenticator();
    await verify(await entra.token());
    const before = entra.keyRequests();
    for (let turn = 0; turn < 20; turn += 1) {
      await assert.rejects(verify(await entra.token({}, { kid: `junk-${turn}` })));
    }
    assert.ok(entra.keyRequests() - before <= 1, `${entra.keyRequests() - before} requests`);
  });

  it('says to try again when the keys cannot be had, which is not the fault of who signs in', async () => {
    entra.setAway(true);
    try {
      await assert.rejects(authenticator()(await entra.token()), refusedAs('try-again'));
    } finally {
      entra.setAway(false);
    }
  });

  it('follows when Entra changes its keys', async () => {
    await entra.rotate(true);
    await authenticator()(await entra.token());
  });
});
