import assert from 'node:assert/strict';
import { expiryOf, keepToken } from '../../tab/src/session/keep-token.ts';

const MINUTE = 60_000;

function issuer(lastsMs: number) {
  const clock = { now: 1_000_000, issued: 0 };
  const signed = keepToken(
    async () => {
      clock.issued += 1;
      await Promise.resolve();
      return { token: `token-${clock.issued}`, expiresAt: clock.now + lastsMs };
    },
    () => clock.now,
  );
  return { clock, signed };
}

const jwt = (claims: object): string =>
  `head.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.signature`;

describe('keepToken', () => {
  it('keeps a token while it is good, and asks for the next before it ends', async () => {
    const { clock, signed } = issuer(60 * MINUTE);
    assert.equal(await signed.token(), 'token-1');
    clock.now += 54 * MINUTE;
    assert.equal(await signed.token(), 'token-1');
    clock.now += 2 * MINUTE;
    assert.equal(await signed.token(), 'token-2');
  });

  it('asks once for all who need a token at the same moment', async () => {
    const { clock, signed } = issuer(60 * MINUTE);
    const tokens = await Promise.all([signed.token(), signed.token(), signed.renew()]);
    assert.deepEqual(tokens, ['token-1', 'token-1', 'token-1']);
    assert.equal(clock.issued, 1);
  });

  it('asks again after a failure', async () => {
    let tries = 0;
    const signed = keepToken(async () => {
      tries += 1;
      if (tries === 1) throw new Error('not now');
      return Promise.resolve({ token: 'good', expiresAt: Number.POSITIVE_INFINITY });
    });
    await assert.rejects(signed.token());
    assert.equal(await signed.token(), 'good');
  });
});

describe('expiryOf', () => {
  it('reads when a token ends', () => {
    assert.equal(expiryOf(jwt({ exp: 1_800_000_000, name: 'Zoë ÿÿ>>' })), 1_800_000_000_000);
  });

  it('lets anything it cannot read end at once', () => {
    for (const token of ['', 'a.b.c', jwt({}), jwt({ exp: 'soon' }), 'no.dots%%.x']) {
      assert.equal(expiryOf(token), 0);
    }
  });
});
