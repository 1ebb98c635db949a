import { Buffer } from 'node:buffer';
import { exportJWK, exportSPKI, generateKeyPair, importJWK } from 'jose';
import { AUTHORITY, goodClaims, TENANT } from './entra.ts';
import type { Claims, FakeEntra } from './entra.ts';

export interface WrongToken {
  readonly name: string;
  readonly make: (entra: FakeEntra) => Promise<string>;
}

const OTHER = '00000000-0000-4000-8000-000000000000';
const second = (): number => Math.floor(Date.now() / 1000);
const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

const claims = (name: string, changes: () => Claims): WrongToken => ({
  name,
  make: (entra) => entra.token(changes()),
});

const CLAIMS: readonly WrongToken[] = [
  claims('another audience', () => ({ aud: OTHER })),
  claims('Graph as the audience', () => ({ aud: 'https://graph.microsoft.com' })),
  claims('no audience', () => ({ aud: undefined })),
  claims('an audience that only begins like ours', () => ({ aud: `${String(goodClaims()['aud'])}x` })),
  claims('a foreign tenant, signed by the same key', () => ({
    tid: OTHER,
    iss: `${AUTHORITY}/${OTHER}/v2.0`,
  })),
  claims('a foreign tenant under the issuer of ours', () => ({ tid: OTHER })),
  claims('our tenant under a foreign issuer', () => ({ iss: `${AUTHORITY}/${OTHER}/v2.0` })),
  claims('no tenant', () => ({ tid: undefined })),
  claims('a tenant that is a list', () => ({ tid: [TENANT] })),
  claims('our tenant in capitals', () => ({ tid: TENANT.toUpperCase() })),
  claims('no issuer', () => ({ iss: undefined })),
  claims('the issuer of version 1', () => ({ iss: `https://sts.windows.net/${TENANT}/` })),
  claims('an issuer with a slash more', () => ({ iss: `${AUTHORITY}/${TENANT}/v2.0/` })),
  claims('an issuer without https', () => ({ iss: `http://login.microsoftonline.com/${TENANT}/v2.0` })),
  claims('the common issuer', () => ({ iss: `${AUTHORITY}/common/v2.0` })),
  claims('the channel as the issuer', () => ({ iss: 'https://api.botframework.com' })),
  claims('no scope', () => ({ scp: undefined })),
  claims('another scope', () => ({ scp: 'User.Read' })),
  claims('a scope that only begins like ours', () => ({ scp: 'access_as_user_too' })),
  claims('a scope in other letters', () => ({ scp: 'Access_As_User' })),
  claims('scopes as a list', () => ({ scp: ['access_as_user'] })),
  claims('an app-only token with roles', () => ({ scp: undefined, roles: ['access_as_user'], idtyp: 'app' })),
  claims('an app-only token that claims a scope', () => ({ idtyp: 'app' })),
  claims('no client', () => ({ azp: undefined })),
  claims('another client of the tenant', () => ({ azp: OTHER })),
  claims('our own app as the client', () => ({ azp: goodClaims()['aud'] })),
  claims('the client of version 1 only', () => ({ azp: undefined, appid: goodClaims()['azp'] })),
  claims('version 1', () => ({ ver: '1.0' })),
  claims('no version', () => ({ ver: undefined })),
  claims('no object id', () => ({ oid: undefined })),
  claims('an empty object id', () => ({ oid: '' })),
  claims('an object id that is no GUID', () => ({ oid: "' or 1=1 --" })),
  claims('an object id that is a list', () => ({ oid: ['99999999-8888-4777-8666-555555555555'] })),
  claims('an e-mail address in place of the object id', () => ({ oid: undefined, email: 'ceo@example.com' })),
  claims('expired an hour ago', () => ({ exp: second() - 3600 })),
  claims('expired two minutes ago', () => ({ exp: second() - 120 })),
  claims('no expiry', () => ({ exp: undefined })),
  claims('an expiry that is text', () => ({ exp: 'tomorrow' })),
  claims('not valid before tomorrow', () => ({ nbf: second() + 86_400 })),
  claims('no start', () => ({ nbf: undefined })),
  claims('no time of issue', () => ({ iat: undefined })),
];

/** Takes a good token apart and puts it together otherwise. */
const rebuilt = (
  name: string,
  build: (parts: { header: string; payload: string; signature: string }) => string,
): WrongToken => ({
  name,
  make: async (entra) => {
    const [header = '', payload = '', signature = ''] = (await entra.token()).split('.');
    return build({ header, payload, signature });
  },
});

const SHAPES: readonly WrongToken[] = [
  rebuilt('no signature', ({ header, payload }) => `${header}.${payload}.`),
  rebuilt('two parts', ({ header, payload }) => `${header}.${payload}`),
  rebuilt('four parts', ({ header, payload, signature }) => `${header}.${payload}.${signature}.${signature}`),
  rebuilt('a changed payload', ({ header, signature }) => {
    const payload = encode({ ...goodClaims(), oid: '12345678-1234-4234-8234-123456789012' });
    return `${header}.${payload}.${signature}`;
  }),
  rebuilt('a changed signature', ({ header, payload, signature }) => {
    const other = signature.startsWith('A') ? 'B' : 'A';
    return `${header}.${payload}.${other}${signature.slice(1)}`;
  }),
  rebuilt('alg none', ({ payload }) => `${encode({ alg: 'none', typ: 'JWT' })}.${payload}.`),
  rebuilt(
    'alg none with a signature',
    ({ payload, signature }) => `${encode({ alg: 'nOnE', typ: 'JWT' })}.${payload}.${signature}`,
  ),
  rebuilt('a header that is no JSON', ({ payload, signature }) => `bm90IGpzb24.${payload}.${signature}`),
  rebuilt('a payload that is no JSON', ({ header, signature }) => `${header}.bm90IGpzb24.${signature}`),
  rebuilt('a payload that is null', ({ header, signature }) => `${header}.${encode(null)}.${signature}`),
  rebuilt(
    'a token of 40 kB',
    ({ header, payload, signature }) => `${header}.${payload}${'A'.repeat(40_000)}.${signature}`,
  ),
  { name: 'one letter', make: () => Promise.resolve('x') },
  { name: 'three dots', make: () => Promise.resolve('...') },
];

const SIGNATURES: readonly WrongToken[] = [
  {
    name: 'the key of an attacker under our key id',
    make: async (entra) => entra.token({}, { key: (await generateKeyPair('RS256')).privateKey }),
  },
  {
    name: 'the key of an attacker under an unknown key id',
    make: async (entra) => entra.token({}, { key: (await generateKeyPair('RS256')).privateKey, kid: 'mine' }),
  },
  {
    name: 'the key of an attacker in the header',
    make: async (entra) => {
      const { publicKey, privateKey } = await generateKeyPair('RS256', { extractable: true });
      const jwk = { kty: 'RSA', spki: await exportSPKI(publicKey) };
      return entra.token({}, { key: privateKey, more: { jwk } });
    },
  },
  {
    name: 'a key of the attacker by jku and x5u',
    make: async (entra) =>
      entra.token(
        {},
        {
          key: (await generateKeyPair('RS256')).privateKey,
          more: { jku: 'https://attacker.example/keys', x5u: 'https://attacker.example/cert' },
        },
      ),
  },
  {
    name: 'a key id that looks like a path',
    make: async (entra) =>
      entra.token({}, { key: (await generateKeyPair('RS256')).privateKey, kid: '../../etc/passwd' }),
  },
  {
    name: 'our public key taken for a shared secret (HS256)',
    make: async (entra) => {
      const key = await importJWK(entra.publicJwk(), 'RS256', { extractable: true });
      if (key instanceof Uint8Array) throw new Error('a public key was expected');
      return entra.token({}, { alg: 'HS256', key: new TextEncoder().encode(await exportSPKI(key)) });
    },
  },
  {
    name: 'PS256 by another key',
    make: async (entra) =>
      entra.token({}, { alg: 'PS256', key: (await generateKeyPair('PS256')).privateKey }),
  },
  {
    name: 'ES256 by another key',
    make: async (entra) =>
      entra.token({}, { alg: 'ES256', key: (await generateKeyPair('ES256')).privateKey }),
  },
  ...['PS256', 'RS384', 'RS512'].map((alg) => ({
    name: `${alg} by our own key`,
    make: async (entra: FakeEntra) => {
      const key = await importJWK(await exportJWK(entra.privateKey()), alg);
      return entra.token({}, { alg, key });
    },
  })),
  { name: 'another type of token', make: (entra) => entra.token({}, { typ: 'at+jwt' }) },
  {
    name: 'a critical extension that nobody knows',
    make: async (entra) => {
      const [, payload, signature] = (await entra.token()).split('.');
      const header = { alg: 'RS256', typ: 'JWT', kid: entra.publicJwk().kid, crit: ['x-new'], 'x-new': 1 };
      return `${encode(header)}.${payload}.${signature}`;
    },
  },
];

/** Every token that must not be believed, each wrong in one way. */
export const WRONG_TOKENS: readonly WrongToken[] = [...CLAIMS, ...SHAPES, ...SIGNATURES];
