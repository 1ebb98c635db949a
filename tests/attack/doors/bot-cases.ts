/** What knocks at the bot's door: who signed it, what it claims, and what the activity says beside it. */
import { Buffer } from 'node:buffer';
import { generateKeyPair } from 'jose';
import { messageFrom } from '../../fakes/teams/activities.ts';
import type { ChannelIssuer, Signing } from '../../fakes/teams/channel-issuer.ts';

export const APP = '33333333-3333-4333-8333-333333333333';
export const TENANT = '11111111-1111-4111-8111-111111111111';
export const SERVICE_URL = 'https://smba.trafficmanager.net/emea/';
const FOREIGN = '44444444-4444-4444-8444-444444444444';
const ATTACKER = 'https://attacker.example/';
const VICTIM = '22222222-2222-4222-8222-222222222222';

/** Every case of this class is what Teams sends; each other class is wrong in its own way. */
export const RIGHT = 'made for this door';

export interface Knock {
  readonly authorization: string;
  readonly body: Readonly<Record<string, unknown>>;
}

export interface BotCase {
  /** RIGHT, or what is wrong. */
  readonly name: string;
  readonly make: (issuer: ChannelIssuer) => Promise<Knock>;
}

type Fields = Readonly<Record<string, unknown>>;

const second = (): number => Math.floor(Date.now() / 1000);
const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** Speaks as the victim, as all of them want to. */
function activity(changes: Fields = {}): Fields {
  const client = {
    tenantId: TENANT,
    objectId: VICTIM,
    userId: '29:victim',
    conversationId: 'a:victim',
    serviceUrl: SERVICE_URL,
  };
  return { ...messageFrom(client, 'my data'), ...changes };
}

const knock = (name: string, claims: () => Fields, changes: Fields = {}, signing: Signing = {}): BotCase => ({
  name,
  make: async (issuer) => ({
    authorization: await issuer.token({ serviceurl: SERVICE_URL, ...claims() }, signing),
    body: activity(changes),
  }),
});

const same = (): Fields => ({});

/** A token that Entra gave somebody of some tenant for our app id: botbuilder takes it for the Emulator's. */
const entra =
  (version: '1.0' | '2.0', tenant: string, more: Fields = {}) =>
  (): Fields => ({
    iss:
      version === '1.0'
        ? `https://sts.windows.net/${tenant}/`
        : `https://login.microsoftonline.com/${tenant}/v2.0`,
    tid: tenant,
    ver: version,
    serviceurl: undefined,
    ...(version === '1.0' ? { appid: APP } : { azp: APP }),
    ...more,
  });

const CHANNEL: readonly BotCase[] = [
  knock(RIGHT, same),
  knock(RIGHT, () => ({ nbf: second() - 60 })),
  knock('another serviceUrl than the signed one', () => ({
    serviceurl: 'https://smba.trafficmanager.net/amer/',
  })),
  knock('no signed serviceUrl', () => ({ serviceurl: undefined })),
  knock('a body without serviceUrl', same, { serviceUrl: undefined }),
  knock('a body with an empty serviceUrl', same, { serviceUrl: '' }),
  knock('a serviceUrl of an attacker, signed', () => ({ serviceurl: ATTACKER }), { serviceUrl: ATTACKER }),
  knock('expired an hour ago', () => ({ exp: second() - 3600 })),
  knock('no longer valid for ten minutes', () => ({ exp: second() - 600 })),
  knock('not valid before tomorrow', () => ({ nbf: second() + 86_400 })),
  knock('the audience of another bot', () => ({ aud: FOREIGN })),
  knock('no audience', () => ({ aud: undefined })),
  knock('our audience beside another', () => ({ aud: [APP, FOREIGN] })),
  knock('no issuer', () => ({ iss: undefined })),
  knock('the government’s channel', () => ({ iss: 'https://api.botframework.us' })),
  knock('an issuer with more behind it', () => ({ iss: 'https://api.botframework.com.evil.example' })),
  knock('a foreign tenant', same, {
    conversation: { tenantId: FOREIGN, id: 'a:x' },
    channelData: { tenant: { id: FOREIGN } },
  }),
  knock('two tenants', same, { channelData: { tenant: { id: FOREIGN } } }),
  knock('no tenant', same, { conversation: { id: 'a:x' }, channelData: {} }),
  knock('another channel', same, { channelId: 'webchat' }),
  knock('the emulator’s channel', same, { channelId: 'emulator' }),
  knock('no channel', same, { channelId: undefined }),
  knock('no type', same, { type: undefined }),
  knock('the channel’s key for another channel', same, {}, { kid: 'two' }),
];

const EMULATOR: readonly BotCase[] = [
  knock('a user of any tenant as the Emulator, version 1', entra('1.0', FOREIGN)),
  knock('a user of any tenant as the Emulator, version 2', entra('2.0', FOREIGN)),
  knock('a user of our tenant as the Emulator, version 1', entra('1.0', TENANT)),
  knock('a user of our tenant as the Emulator, version 2', entra('2.0', TENANT)),
  knock('the Emulator with an attacker’s serviceUrl', entra('2.0', FOREIGN), { serviceUrl: ATTACKER }),
  knock('the Emulator on its own channel', entra('1.0', FOREIGN), { channelId: 'emulator' }),
  knock('the Emulator without a version', entra('1.0', FOREIGN, { ver: undefined })),
  knock('the Emulator for another audience', entra('2.0', FOREIGN, { aud: FOREIGN })),
  knock('an application by itself', entra('2.0', TENANT, { idtyp: 'app', roles: ['access'] })),
  knock('a skill of our tenant', entra('2.0', TENANT, { azp: FOREIGN })),
  knock('a skill of any tenant, version 1', entra('1.0', FOREIGN, { appid: VICTIM })),
  knock('an anonymous skill', () => ({ appid: 'AnonymousSkill', ver: '1.0' })),
  knock('the AseChannel', entra('1.0', TENANT), { channelId: 'AseChannel' }),
  knock('the tab’s own token', entra('2.0', TENANT, { scp: 'access_as_user', oid: VICTIM })),
];

const rebuilt = (
  name: string,
  build: (parts: { head: string; claims: string; signature: string }) => string,
): BotCase => ({
  name,
  make: async (issuer) => {
    const token = (await issuer.token({ serviceurl: SERVICE_URL })).slice('Bearer '.length);
    const [head = '', claims = '', signature = ''] = token.split('.');
    return { authorization: build({ head, claims, signature }), body: activity() };
  },
});

const claimsNow = (): string =>
  encode({
    iss: 'https://api.botframework.com',
    aud: APP,
    exp: second() + 600,
    nbf: second(),
    serviceurl: SERVICE_URL,
  });

const SHAPES: readonly BotCase[] = [
  { name: 'no token', make: () => Promise.resolve({ authorization: '', body: activity() }) },
  rebuilt('no scheme', ({ head, claims, signature }) => `${head}.${claims}.${signature}`),
  rebuilt('another scheme', ({ head, claims, signature }) => `Basic ${head}.${claims}.${signature}`),
  rebuilt('no signature', ({ head, claims }) => `Bearer ${head}.${claims}.`),
  rebuilt('two parts', ({ head, claims }) => `Bearer ${head}.${claims}`),
  rebuilt('two tokens', ({ head, claims, signature }) => {
    const token = `${head}.${claims}.${signature}`;
    return `Bearer ${token} ${token}`;
  }),
  rebuilt('alg none', () => `Bearer ${encode({ alg: 'none', typ: 'JWT' })}.${claimsNow()}.`),
  rebuilt(
    'alg none with a signature',
    ({ signature }) => `Bearer ${encode({ alg: 'None', kid: 'one' })}.${claimsNow()}.${signature}`,
  ),
  rebuilt('changed claims', ({ head, signature }) => `Bearer ${head}.${claimsNow()}.${signature}`),
  rebuilt('claims that are null', ({ head, signature }) => `Bearer ${head}.${encode(null)}.${signature}`),
  rebuilt(
    '40 kB',
    ({ head, claims, signature }) => `Bearer ${head}.${claims}${'A'.repeat(40_000)}.${signature}`,
  ),
];

const forged = (name: string, signing: () => Promise<Signing>): BotCase => ({
  name,
  make: async (issuer) => ({
    authorization: await issuer.token({ serviceurl: SERVICE_URL }, await signing()),
    body: activity(),
  }),
});

const anyKey = async () => (await generateKeyPair('RS256')).privateKey;

const SIGNATURES: readonly BotCase[] = [
  forged('the key of an attacker under the channel’s key id', async () => ({ key: await anyKey() })),
  forged('the key of an attacker under an unknown key id', async () => ({
    key: await anyKey(),
    kid: 'three',
  })),
  forged('the key of an attacker by jku and x5u', async () => ({
    key: await anyKey(),
    more: { jku: `${ATTACKER}keys`, x5u: `${ATTACKER}cert` },
  })),
  forged('a shared secret (HS256)', () =>
    Promise.resolve({ alg: 'HS256', key: new TextEncoder().encode(APP.repeat(2)) }),
  ),
  forged('ES256 by another key', async () => ({
    alg: 'ES256',
    key: (await generateKeyPair('ES256')).privateKey,
  })),
];

export const BOT_CASES: readonly BotCase[] = [...CHANNEL, ...EMULATOR, ...SHAPES, ...SIGNATURES];
