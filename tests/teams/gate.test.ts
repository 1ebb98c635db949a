import assert from 'node:assert/strict';
import { Buffer } from 'node:buffer';
import { assert as check, jsonValue, property, string } from 'fast-check';
import { judge, serviceUrlAllowed } from '../../bot/teams/gate.ts';
import type { GateRules } from '../../bot/teams/gate.ts';

const TENANT = '11111111-1111-4111-8111-111111111111';
const APP = '33333333-3333-4333-8333-333333333333';
const ISSUER = 'https://api.botframework.com';

const rules: GateRules = {
  anonymous: false,
  appId: APP,
  issuer: ISSUER,
  serviceHosts: new Set(['smba.trafficmanager.net']),
  tenants: new Set([TENANT]),
};
const anonymous: GateRules = { ...rules, anonymous: true, appId: '', tenants: new Set() };

const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const token = (claims: unknown): string => `Bearer ${part({ alg: 'RS256' })}.${part(claims)}.c2ln`;
const good = token({ iss: ISSUER, aud: APP });

const activity = {
  type: 'message',
  channelId: 'msteams',
  serviceUrl: 'https://smba.trafficmanager.net/emea/',
  conversation: { tenantId: TENANT },
  channelData: { tenant: { id: TENANT } },
};

describe('gate', () => {
  it('lets through what Teams sends for a tenant of ours', () => {
    assert.deepEqual(judge(rules, { body: activity, authorization: good }), {
      pass: true,
      envelope: {
        type: 'message',
        channelId: 'msteams',
        serviceUrl: activity.serviceUrl,
        tenantId: TENANT,
      },
    });
  });

  const bodies: readonly (readonly [name: string, body: unknown])[] = [
    ['null', null],
    ['a number', 7],
    ['a string', 'message'],
    ['a list', [activity]],
    ['nothing', {}],
    ['no type', { ...activity, type: undefined }],
    ['an empty type', { ...activity, type: '' }],
    ['a type that is no text', { ...activity, type: { toString: 'message' } }],
    ['no channel', { ...activity, channelId: null }],
    ['no serviceUrl', { ...activity, serviceUrl: undefined }],
    ['a conversation that is a list', { ...activity, conversation: [] }],
    ['a tenant that is an object', { ...activity, conversation: { tenantId: {} } }],
    [
      'only a prototype',
      JSON.parse('{"__proto__":{"type":"message","channelId":"msteams","serviceUrl":"x"}}'),
    ],
  ];
  for (const [name, body] of bodies)
    it(`calls ${name} malformed, whoever sends it`, () => {
      for (const authorization of [good, ''])
        assert.partialDeepStrictEqual(judge(rules, { body, authorization }), {
          refusal: { status: 400, code: 'malformed' },
        });
    });

  const tokens: readonly (readonly [name: string, authorization: string, why: string])[] = [
    ['no token', '', 'token'],
    ['another scheme', good.replace('Bearer', 'Basic'), 'token'],
    ['two tokens', `${good} ${good}`, 'token'],
    ['a token without signature', good.replace('.c2ln', '.'), 'token'],
    ['a token too long', `${good}${'A'.repeat(9000)}`, 'token'],
    ['claims that are no JSON', 'Bearer e30.AAAA.c2ln', 'issuer'],
    ['claims that are null', token(null), 'issuer'],
    ['the Emulator of any tenant', token({ iss: `https://sts.windows.net/${TENANT}/`, aud: APP }), 'issuer'],
    [
      'a user of our own tenant',
      token({ iss: `https://login.microsoftonline.com/${TENANT}/v2.0`, aud: APP }),
      'issuer',
    ],
    ['an issuer with more behind it', token({ iss: `${ISSUER}.evil.example`, aud: APP }), 'issuer'],
    ['an issuer in a list', token({ iss: [ISSUER], aud: APP }), 'issuer'],
    ['the other cloud', token({ iss: 'https://api.botframework.us', aud: APP }), 'issuer'],
    [
      'an issuer from a prototype',
      `Bearer e30.${Buffer.from('{"__proto__":{"iss":"x"}}').toString('base64url')}.c2ln`,
      'issuer',
    ],
    ['another bot', token({ iss: ISSUER, aud: TENANT }), 'audience'],
    ['two audiences', token({ iss: ISSUER, aud: [APP] }), 'audience'],
  ];
  for (const [name, authorization, why] of tokens)
    it(`does not know ${name}`, () => {
      assert.deepEqual(judge(rules, { body: activity, authorization }), {
        pass: false,
        refusal: { status: 401, code: 'not-signed-in', why },
      });
    });

  const places: readonly (readonly [name: string, change: object, why: string])[] = [
    ['the emulator channel', { channelId: 'emulator' }, 'channel'],
    ['the AseChannel', { channelId: 'AseChannel' }, 'channel'],
    ['Teams in capitals', { channelId: 'MSTEAMS' }, 'channel'],
    ['a foreign host', { serviceUrl: 'https://evil.example/' }, 'service-url'],
    ['a host that ends like ours', { serviceUrl: 'https://evil-smba.trafficmanager.net/' }, 'service-url'],
    ['a host below ours', { serviceUrl: 'https://x.smba.trafficmanager.net/' }, 'service-url'],
    [
      'our host as a user name',
      { serviceUrl: 'https://smba.trafficmanager.net@evil.example/' },
      'service-url',
    ],
    ['our host without TLS', { serviceUrl: 'http://smba.trafficmanager.net/' }, 'service-url'],
    ['our host on another port', { serviceUrl: 'https://smba.trafficmanager.net:8443/' }, 'service-url'],
    ['no address at all', { serviceUrl: 'smba.trafficmanager.net' }, 'service-url'],
    ['loopback', { serviceUrl: 'http://127.0.0.1:56150/_connector' }, 'service-url'],
    ['a foreign tenant', { conversation: { tenantId: APP }, channelData: null }, 'tenant'],
    ['two tenants', { channelData: { tenant: { id: APP } } }, 'tenant'],
    ['no tenant', { conversation: {}, channelData: {} }, 'tenant'],
  ];
  for (const [name, change, why] of places)
    it(`does not let in ${name}`, () => {
      assert.deepEqual(judge(rules, { body: { ...activity, ...change }, authorization: good }), {
        pass: false,
        refusal: { status: 403, code: 'not-allowed', why },
      });
    });

  it('takes a tenant from either place and in any case', () => {
    const upper = { conversation: { tenantId: TENANT.toUpperCase() }, channelData: {} };
    assert.equal(judge(rules, { body: { ...activity, ...upper }, authorization: good }).pass, true);
    const other = { conversation: {}, channelData: { tenant: { id: TENANT } } };
    assert.equal(judge(rules, { body: { ...activity, ...other }, authorization: good }).pass, true);
  });

  it('lets the anonymous mode speak to loopback only', () => {
    const allowed = ['http://localhost:56150/_connector', 'http://127.0.0.1:1/', 'http://[::1]:9/'];
    for (const serviceUrl of allowed)
      assert.equal(serviceUrlAllowed(anonymous, serviceUrl), true, serviceUrl);
    const refused = [
      activity.serviceUrl,
      'http://localhost.evil.example/',
      'http://127.0.0.1.evil.example/',
      'file:///etc/passwd',
      'http://0x7f000001.evil/',
    ];
    for (const serviceUrl of refused)
      assert.equal(serviceUrlAllowed(anonymous, serviceUrl), false, serviceUrl);
  });

  it('never throws, and lets nothing through without the exact issuer, whatever comes', () => {
    check(
      property(jsonValue(), string(), (body, authorization) => {
        assert.equal(judge(rules, { body, authorization }).pass, false);
        assert.equal(judge(rules, { body, authorization: token(body) }).pass, false);
      }),
    );
  });

  it('costs microseconds, however many strangers knock', () => {
    const strangers = Array.from({ length: 20_000 }, (_, index) =>
      token({ iss: `https://sts.windows.net/${index}/`, aud: APP }),
    );
    const started = performance.now();
    for (const authorization of strangers) judge(rules, { body: activity, authorization });
    const each = ((performance.now() - started) * 1000) / strangers.length;
    assert.ok(each < 200, `${each.toFixed(1)} µs each`);
  });
});
