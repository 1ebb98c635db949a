import assert from 'node:assert/strict';
import {
  anything,
  assert as check,
  asyncProperty,
  constantFrom,
  dictionary,
  oneof,
  string,
} from 'fast-check';
import { installedFrom, messageFrom, pressFrom } from '../fakes/teams/activities.ts';
import { TENANT, startBot } from './bot-server.ts';
import type { BotServer } from './bot-server.ts';

const ada = {
  tenantId: TENANT,
  objectId: '22222222-2222-4222-8222-222222222222',
  userId: '29:ada',
  conversationId: 'a:ada',
  serviceUrl: 'http://127.0.0.1:9/',
};
const INTERNAL = /at \w+ \(|node:|\.ts|Error:|ZodError|SELECT|undefined is not/;

describe('bad input to the bot', () => {
  let bot: BotServer;
  beforeEach(async () => {
    bot = await startBot();
  });
  afterEach(() => bot.close());

  const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
  const withValue = (value: string): string =>
    JSON.stringify(pressFrom(ada, 'mood')).replace(
      /"value":\{.*?\}\}?,"trigger":"manual"\}/,
      `"value":${value}`,
    );
  const cases: readonly (readonly [name: string, body: string, status: number])[] = [
    ['nothing', '', 400],
    ['no JSON', '{"type":', 400],
    ['a number', '7', 400],
    ['bytes', '\u0000\u0001', 400],
    ['no type', JSON.stringify({ ...messageFrom(ada, 'x'), type: undefined }), 400],
    ['a message from nobody', JSON.stringify({ ...messageFrom(ada, 'x'), from: null }), 400],
    ['a message whose text is a list', JSON.stringify({ ...messageFrom(ada, 'x'), text: ['x'] }), 400],
    ['a message of 300 KB', JSON.stringify(messageFrom(ada, 'x'.repeat(300_000))), 413],
    ['a hundred thousand brackets', deep, 400],
    [
      'brackets inside an activity',
      JSON.stringify({ ...messageFrom(ada, 'x'), entities: 'DEEP' }).replace('"DEEP"', deep),
      200,
    ],
    ['an unknown type', JSON.stringify({ ...messageFrom(ada, 'x'), type: 'somethingNew', from: 7 }), 200],
    [
      'an unknown event',
      JSON.stringify({ ...messageFrom(ada, 'x'), type: 'event', name: 'application/vnd.new' }),
      200,
    ],
    [
      'an update without members',
      JSON.stringify({ ...messageFrom(ada, 'x'), type: 'conversationUpdate', membersAdded: 'all' }),
      200,
    ],
    ['an installation without action', JSON.stringify(installedFrom(ada, '')), 200],
    ['an unknown invoke', JSON.stringify({ ...pressFrom(ada, 'x'), name: 'task/fetch' }), 501],
    ['an invoke without a name', JSON.stringify({ ...pressFrom(ada, 'x'), name: undefined }), 501],
  ];
  for (const [name, body, expected] of cases)
    it(`answers ${name} with ${expected} and nothing internal`, async () => {
      const { status, text } = await bot.post(body);
      assert.equal(status, expected);
      assert.doesNotMatch(text, INTERNAL);
    });

  const presses: readonly (readonly [name: string, value: string])[] = [
    ['no value', 'null'],
    ['no action', '{}'],
    ['no verb', '{"action":{"data":{}}}'],
    ['a verb that is an object', '{"action":{"verb":{},"data":{}}}'],
    ['data that is a list', '{"action":{"verb":"mood","data":[1]}}'],
    ['data with a prototype', '{"action":{"verb":"mood","data":{"__proto__":{"admin":true}}}}'],
    ['data with a constructor inside', '{"action":{"verb":"mood","data":{"a":{"constructor":{"x":1}}}}}'],
    [
      'data that is very deep',
      `{"action":{"verb":"mood","data":{"a":${'['.repeat(500)}${']'.repeat(500)}}}}`,
    ],
    ['data that is very broad', `{"action":{"verb":"mood","data":{"a":[${'1,'.repeat(5000)}1]}}}`],
  ];
  for (const [name, value] of presses)
    it(`answers a press with ${name} in Teams' own form of a refusal`, async () => {
      const { status, text } = await bot.post(withValue(value));
      assert.equal(status, 200);
      assert.partialDeepStrictEqual(JSON.parse(text), {
        statusCode: 400,
        type: 'application/vnd.microsoft.error',
        value: { code: 'malformed' },
      });
      assert.equal(bot.turns.length, 0);
    });

  it('answers any JSON, and any twist of a real activity, with 2xx, 4xx or 501', async () => {
    const real = [messageFrom(ada, 'hello'), pressFrom(ada, 'mood', { value: 3 }), installedFrom(ada)];
    const known = constantFrom(...Object.keys({ ...real[0], ...real[1], action: '', membersAdded: [] }));
    const twists = dictionary(oneof(known, string()), anything());
    await check(
      asyncProperty(constantFrom(...real), twists, anything(), async (activity, twist, other) => {
        for (const body of [{ ...activity, ...twist }, other]) {
          const json =
            JSON.stringify(body, (_key, value: unknown) => (typeof value === 'bigint' ? 1 : value)) ?? '';
          const { status, text } = await bot.post(json);
          assert.ok(status < 500 || status === 501, String(status));
          assert.doesNotMatch(text, INTERNAL);
        }
      }),
      { numRuns: 200 },
    );
    await bot.teams.settled();
  });
});
