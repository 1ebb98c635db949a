import { constants, generateKeyPairSync, privateDecrypt, publicEncrypt, randomUUID } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json as readJson } from 'node:stream/consumers';
import type { CryptographyClientOptions } from '@azure/keyvault-keys';
import { end } from '../end.ts';

const VAULT = 'https://fake.vault.azure.net';
const NAME = 'people-data-keys';

/** Azure Key Vault over HTTP with one key and its versions: 401 with a challenge first, RSA-OAEP-256, and nothing else. */
export interface FakeKeyVault {
  /** The address of the key without a version, as the settings have it. */
  readonly keyUrl: string;
  /** For the real client: its requests to the vault come here; signing in and checking the vault's name are its own. */
  readonly client: CryptographyClientOptions;
  /** Makes a new version, which is the current one from then on. */
  rotate(): void;
  /** Takes a version away: it opens nothing any more. */
  disable(version: string): void;
  readonly versions: readonly string[];
  /** Method and path of each request that came in with a token. */
  readonly asked: string[];
  /** Addresses that the client meant to ask. */
  readonly meant: string[];
  close(): void;
}

interface Version {
  readonly id: string;
  readonly publicKey: KeyObject;
  readonly privateKey: KeyObject;
  enabled: boolean;
}

export async function startFakeKeyVault(): Promise<FakeKeyVault> {
  const versions: Version[] = [];
  const asked: string[] = [];
  const meant: string[] = [];
  const rotate = (): void => {
    const id = randomUUID().replaceAll('-', '');
    versions.push({ id, enabled: true, ...generateKeyPairSync('rsa', { modulusLength: 2048 }) });
  };
  rotate();
  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.headers.authorization !== 'Bearer of-the-service') {
      const challenge = `Bearer authorization="https://login.microsoftonline.com/t", resource="https://vault.azure.net"`;
      return end(response, 401, { headers: { 'WWW-Authenticate': challenge } });
    }
    const { pathname } = new URL(request.url ?? '/', VAULT);
    asked.push(`${request.method} ${pathname}`);
    const [, , name, versionId, verb] = pathname.split('/');
    const version = versionId ? versions.find(({ id }) => id === versionId) : versions.at(-1);
    if (name !== NAME || version === undefined)
      return send(response, 404, { error: { code: 'KeyNotFound' } });
    if (request.method === 'GET') return send(response, 200, bundleOf(version));
    if (!version.enabled) return send(response, 403, { error: { code: 'Forbidden', message: 'disabled' } });
    const { alg, value } = (await readJson(request)) as { alg: string; value: string };
    if (alg !== 'RSA-OAEP-256') return send(response, 400, { error: { code: 'BadParameter' } });
    const bytes = Buffer.from(value, 'base64url');
    const padding = { padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' };
    try {
      const result =
        verb === 'wrapkey'
          ? publicEncrypt({ key: version.publicKey, ...padding }, bytes)
          : privateDecrypt({ key: version.privateKey, ...padding }, bytes);
      return send(response, 200, { kid: kidOf(version), value: result.toString('base64url') });
    } catch {
      return send(response, 400, { error: { code: 'BadParameter', message: 'wrong key' } });
    }
  }

  return {
    keyUrl: `${VAULT}/keys/${NAME}`,
    client: { additionalPolicies: [{ policy: sendTo(port, meant), position: 'perRetry' }] },
    rotate,
    disable: (id) => {
      for (const version of versions) if (version.id === id) version.enabled = false;
    },
    get versions() {
      return versions.map(({ id }) => id);
    },
    asked,
    meant,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

const kidOf = ({ id }: Version): string => `${VAULT}/keys/${NAME}/${id}`;

function bundleOf(version: Version): unknown {
  const { n, e } = version.publicKey.export({ format: 'jwk' });
  return {
    key: { kid: kidOf(version), kty: 'RSA', key_ops: ['wrapKey', 'unwrapKey'], n, e },
    attributes: { enabled: version.enabled },
  };
}

/** After the client has signed its request, and only on the wire, the vault is this machine. */
function sendTo(
  port: number,
  meant: string[],
): NonNullable<CryptographyClientOptions['additionalPolicies']>[0]['policy'] {
  return {
    name: 'to the fake',
    sendRequest: async (request, next) => {
      const { url } = request;
      meant.push(url);
      const { pathname, search } = new URL(url);
      try {
        request.url = `http://127.0.0.1:${port}${pathname}${search}`;
        request.allowInsecureConnection = true;
        return await next(request);
      } finally {
        request.url = url;
      }
    },
  };
}

function send(response: ServerResponse, status: number, body: unknown): void {
  end(response, status, { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
}
