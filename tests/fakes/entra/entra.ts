/**
 * An Entra of our own on loopback: tenants with keys, published where Entra publishes them, and tokens of every
 * kind, right and wrong. Nothing here is secret: its keys are made anew for each run.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import type { CryptoKey, JWK, JWTPayload } from 'jose';

export const AUTHORITY = 'https://login.microsoftonline.com';

export interface FakeEntra {
  /** Where keys are fetched: `{url}/{tenant}/discovery/v2.0/keys`. */
  readonly url: string;
  /** How often keys were asked for. */
  readonly keyRequests: () => number;
  /** While true, keys are answered with 503. */
  readonly setAway: (away: boolean) => void;
  /** A token that Teams would send, with these claims put over it; `undefined` takes one away. */
  readonly token: (claims?: Claims, header?: Header) => Promise<string>;
  /** A new signing key; the old one stays published when asked. */
  readonly rotate: (keepOld: boolean) => Promise<void>;
  readonly privateKey: () => CryptoKey;
  readonly publicJwk: () => JWK;
  readonly close: () => Promise<void>;
}

export type Claims = Readonly<Record<string, unknown>>;
export interface Header {
  readonly alg?: string;
  readonly typ?: string;
  readonly kid?: string | null;
  readonly key?: CryptoKey | Uint8Array;
  readonly more?: Readonly<Record<string, unknown>>;
}

export const TENANT = 'abcdef11-2222-4333-8444-555555555555';
export const CLIENT = 'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee';
export const OBJECT_ID = '99999999-8888-4777-8666-555555555555';
export const TEAMS_WEB = '5e3ce6c0-2b1f-4285-8d4b-75ee78787346';

interface SigningKey {
  readonly kid: string;
  readonly privateKey: CryptoKey;
  readonly publicJwk: JWK;
}

/** As Entra publishes them: without an `alg`, so that nothing but the verifier's own list decides. */
async function signingKey(number: number): Promise<SigningKey> {
  const { publicKey, privateKey } = await generateKeyPair('RS256', { extractable: true });
  const kid = `key-${number}`;
  return { kid, privateKey, publicJwk: { ...(await exportJWK(publicKey)), kid, use: 'sig' } };
}

/** The claims of a good token of Teams on the web. */
export function goodClaims(): Record<string, unknown> {
  const now = Math.floor(Date.now() / 1000);
  return {
    iss: `${AUTHORITY}/${TENANT}/v2.0`,
    aud: CLIENT,
    tid: TENANT,
    oid: OBJECT_ID,
    scp: 'access_as_user',
    azp: TEAMS_WEB,
    ver: '2.0',
    sub: 'pairwise',
    iat: now - 5,
    nbf: now - 5,
    exp: now + 3600,
  };
}

function withClaims(changes: Claims): JWTPayload {
  const claims = { ...goodClaims(), ...changes };
  return Object.fromEntries(Object.entries(claims).filter(([, value]) => value !== undefined));
}

export async function startFakeEntra(): Promise<FakeEntra> {
  let current = await signingKey(1);
  let published: readonly SigningKey[] = [current];
  let asked = 0;
  let away = false;
  const server = createServer((_request, response) => {
    asked += 1;
    response.writeHead(away ? 503 : 200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(away ? {} : { keys: published.map((key) => key.publicJwk) }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    keyRequests: () => asked,
    setAway: (value) => {
      away = value;
    },
    token: async (claims = {}, header = {}) => {
      const { alg = 'RS256', typ = 'JWT', kid = current.kid, key = current.privateKey, more = {} } = header;
      const protectedHeader = { ...more, alg, typ, ...(kid === null ? {} : { kid }) };
      return new SignJWT(withClaims(claims)).setProtectedHeader(protectedHeader).sign(key);
    },
    rotate: async (keepOld) => {
      const next = await signingKey(published.length + 1);
      published = keepOld ? [current, next] : [next];
      current = next;
    },
    privateKey: () => current.privateKey,
    publicJwk: () => current.publicJwk,
    close: () =>
      new Promise((resolve, reject) => {
        server.closeAllConnections();
        server.close((error) => (error === undefined ? resolve() : reject(error)));
      }),
  };
}
