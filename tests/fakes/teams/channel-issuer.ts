import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ServiceClientCredentialsFactory } from 'botframework-connector';
import { SignJWT, exportJWK, generateKeyPair } from 'jose';
import type { CryptoKey } from 'jose';
import type { AuthEndpoints } from '../../../bot/teams/adapter.ts';
import { end } from '../end.ts';

export const ISSUER = 'https://api.botframework.com';

type Credentials = Awaited<ReturnType<ServiceClientCredentialsFactory['createCredentials']>>;

export const OUTBOUND_TOKEN = 'outbound';

const signRequest: Credentials['signRequest'] = (request) => {
  request.headers.set('authorization', `Bearer ${OUTBOUND_TOKEN}`);
  return Promise.resolve(request);
};

/** Outbound requests carry this instead of a token of Entra's. */
class OneToken extends ServiceClientCredentialsFactory {
  readonly #appId: string;

  constructor(appId: string) {
    super();
    this.#appId = appId;
  }

  isValidAppId(appId: string): Promise<boolean> {
    return Promise.resolve(appId === this.#appId);
  }

  isAuthenticationDisabled(): Promise<boolean> {
    return Promise.resolve(false);
  }

  createCredentials(): Promise<Credentials> {
    return Promise.resolve({ signRequest });
  }
}

/** How a token is signed, where not as the channel does. */
export interface Signing {
  readonly alg?: string;
  /** `one` is the channel's key for Teams, `two` one that it uses for other channels. */
  readonly kid?: 'one' | 'two' | 'three';
  readonly key?: CryptoKey | Uint8Array;
  readonly more?: Readonly<Record<string, unknown>>;
}

export interface ChannelIssuer {
  readonly endpoints: AuthEndpoints;
  /** A token of the channel's with these claims over the good ones. */
  token(claims: Readonly<Record<string, unknown>>, signing?: Signing): Promise<string>;
  /** While true, neither keys nor metadata can be had. */
  setAway(away: boolean): void;
  close(): void;
}

/** The issuer of the Bot Connector's tokens, on loopback and with keys of its own. */
export async function startIssuer(appId: string): Promise<ChannelIssuer> {
  const teams = await generateKeyPair('RS256');
  const others = await generateKeyPair('RS256');
  const published = [
    { ...(await exportJWK(teams.publicKey)), kid: 'one', use: 'sig', endorsements: ['msteams'] },
    { ...(await exportJWK(others.publicKey)), kid: 'two', use: 'sig', endorsements: ['webchat'] },
  ];
  let away = false;
  const server = createServer((request, response) => {
    if (away) {
      end(response, 503);
      return;
    }
    const keys = request.url === '/keys';
    const { port } = server.address() as AddressInfo;
    const metadata = {
      issuer: ISSUER,
      jwks_uri: `http://127.0.0.1:${port}/keys`,
      id_token_signing_alg_values_supported: ['RS256'],
    };
    response.writeHead(200, { 'Content-Type': 'application/json' });
    response.end(JSON.stringify(keys ? { keys: published } : metadata));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    endpoints: {
      issuer: ISSUER,
      openIdMetadataUrl: `http://127.0.0.1:${port}/metadata`,
      credentials: new OneToken(appId),
    },
    token: async (claims, { alg = 'RS256', kid = 'one', key, more = {} } = {}) => {
      const now = Math.floor(Date.now() / 1000);
      const jwt = new SignJWT({ iss: ISSUER, aud: appId, iat: now, exp: now + 600, ...claims });
      const own = kid === 'two' ? others.privateKey : teams.privateKey;
      return `Bearer ${await jwt.setProtectedHeader({ ...more, alg, kid }).sign(key ?? own)}`;
    },
    setAway: (value) => {
      away = value;
    },
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
