import assert from 'node:assert/strict';
import { LIMITS } from '../../bot/core/limits.ts';
import { DEFAULT_SETTINGS } from '../../bot/core/programme.ts';
import { HELP } from '../helpers/builders.ts';
import type { Answered, Sent } from './client.ts';
import { openCompany } from './company.ts';
import type { Company } from './company.ts';

/** Words that only the inside of the program uses. */
const INSIDE =
  /sqlite|kysely|zod|restify|node_modules|\bat [\w.]+ \(|TypeError|SyntaxError|select |\.ts\b|undefined|\[object/i;

interface Bad {
  readonly name: string;
  readonly address: string;
  readonly sent: Sent;
  readonly status: number;
  readonly code: string;
}

const TOPICS = 'PUT /api/my-space/topics';
const MEMBERSHIP = 'PUT /api/my-space/membership';
const PREFERENCES = 'PUT /api/my-space/preferences';
const good = {
  locale: 'en',
  timeZone: 'Europe/Berlin',
  languages: ['en'],
  days: [1],
  startMinute: 540,
  endMinute: 1020,
};

const refused = (status: number, code: string, name: string, address: string, sent: Sent = {}): Bad => ({
  name,
  address,
  sent,
  status,
  code,
});
const malformed = (name: string, address: string, sent: Sent): Bad =>
  refused(400, 'malformed', name, address, sent);
const absent = (name: string, address: string): Bad => refused(404, 'not-found', name, address);

const BAD: readonly Bad[] = [
  malformed('JSON cut off', TOPICS, { raw: '{"side":"need","topics":[' }),
  malformed('no JSON at all', TOPICS, { raw: 'side=need' }),
  malformed('nothing', TOPICS, { raw: '' }),
  malformed('null', TOPICS, { body: null }),
  malformed('a list', TOPICS, { body: [] }),
  malformed('a text', TOPICS, { body: 'need' }),
  malformed('nothing in it', TOPICS, { body: {} }),
  malformed('a field too many', TOPICS, { body: { side: 'need', topics: [], personId: 'someone-else' } }),
  malformed('a wrong side', TOPICS, { body: { side: 'both', topics: [] } }),
  malformed('topics that are numbers', TOPICS, { body: { side: 'need', topics: [1] } }),
  malformed('an id of a kilometre', TOPICS, { body: { side: 'need', topics: ['x'.repeat(1000)] } }),
  malformed('a prototype', TOPICS, { raw: '{"side":"need","topics":[],"__proto__":{"admin":true}}' }),
  malformed('a prototype deep down', TOPICS, { raw: '{"side":"need","topics":[{"__proto__":{}}]}' }),
  malformed('a constructor', TOPICS, { raw: '{"constructor":{"prototype":{}},"side":"need","topics":[]}' }),
  malformed('forty thousand brackets', TOPICS, { raw: '['.repeat(40_000) }),
  malformed('another type', TOPICS, {
    raw: '{"side":"need","topics":[]}',
    headers: { 'content-type': 'text/plain' },
  }),
  malformed('a form', TOPICS, {
    raw: 'side=need',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  }),
  malformed('packed', TOPICS, { raw: '{}', headers: { 'content-encoding': 'gzip' } }),
  malformed('an unknown state', MEMBERSHIP, { body: { state: 'admin' } }),
  malformed('a day that does not exist', MEMBERSHIP, {
    body: { state: 'paused', pausedUntil: '2027-02-30' },
  }),
  malformed('a day in words', MEMBERSHIP, { body: { state: 'paused', pausedUntil: 'tomorrow' } }),
  malformed('a capacity below zero', MEMBERSHIP, { body: { state: 'joined', mentorCapacity: -1 } }),
  malformed('a capacity of one and a half', MEMBERSHIP, { body: { state: 'joined', mentorCapacity: 1.5 } }),
  malformed('a capacity beyond the limit', MEMBERSHIP, {
    body: { state: 'joined', mentorCapacity: LIMITS.mentorCapacity + 1 },
  }),
  malformed('a time zone of the moon', PREFERENCES, { body: { ...good, timeZone: 'Moon/Base' } }),
  malformed('no day to work', PREFERENCES, { body: { ...good, days: [] } }),
  malformed('an eighth day', PREFERENCES, { body: { ...good, days: [8] } }),
  malformed('a language that is a sentence', PREFERENCES, {
    body: { ...good, languages: ['english please'] },
  }),
  malformed('another locale', PREFERENCES, { body: { ...good, locale: 'xx' } }),
  malformed('a page before the first', 'GET /api/topics?offset=-1', {}),
  malformed('a page without end', 'GET /api/topics?limit=1000000', {}),
  malformed('a page that is text', 'GET /api/topics?offset=abc', {}),
  malformed('a query that nobody knows', 'GET /api/topics?order=name', {}),
  malformed('the same query twice', 'GET /api/topics?limit=1&limit=2', {}),
  malformed('a query where there is none', 'GET /api/me?personId=other', {}),
  malformed('a query for a prototype', 'GET /api/topics?__proto__=1', {}),
  refused(422, 'bad-hours', 'hours that run backwards', PREFERENCES, {
    body: { ...good, startMinute: 1020, endMinute: 540 },
  }),
  refused(422, 'date-in-past', 'a pause that is over', MEMBERSHIP, {
    body: { state: 'paused', pausedUntil: '2020-01-01' },
  }),
  refused(422, 'unknown-topic', 'a topic of nobody', TOPICS, {
    body: { side: 'need', topics: ['no-such-topic'] },
  }),
  refused(413, 'too-large', 'more than fits', TOPICS, {
    raw: JSON.stringify({ side: 'need', topics: ['x'.repeat(LIMITS.requestBytes)] }),
  }),
  ...[
    '/api/nothing',
    '/api',
    '/api/programmes',
    '/api/me/',
    '/api/proposals/%00/answer',
    '/api/%E0%A4%A',
  ].map((path) => absent(`an address that is not there: ${path}`, `GET ${path}`)),
  absent('another method', 'PATCH /api/me'),
  absent('an id with quotes', "POST /api/pairings/'%20or%201=1--/end"),
  absent('an id of five thousand letters', `POST /api/pairings/${'x'.repeat(5000)}/end`),
];

const error = ({ body }: Answered): { code: unknown; message: unknown; reference: unknown } => {
  const { error } = body as { error: { code: unknown; message: unknown; reference: unknown } };
  return error;
};

describe('bad input over HTTP', () => {
  let company: Company;
  before(async () => {
    company = await openCompany();
  });
  after(() => company.close());

  for (const { name, address, sent, status, code } of BAD) {
    it(`${name} is ${status} ${code}, in words and without a look inside`, async () => {
      const answer = await company.ask(address, { token: company.tokenOf('mentee'), ...sent });
      assert.equal(answer.status, status, answer.text);
      const { code: found, message, reference } = error(answer);
      assert.equal(found, code);
      assert.ok(typeof message === 'string' && message.length > 10);
      assert.match(String(reference), /^[0-9a-f-]{36}$/);
      assert.doesNotMatch(answer.text, INSIDE);
      assert.equal(answer.headers.get('cache-control'), 'no-store');
    });
  }

  it('changes nothing', async () => {
    const { membership, needs, preferences } = (
      await company.ask('GET /api/my-space', { token: company.tokenOf('mentee') })
    ).body as { membership: { state: string }; needs: unknown[]; preferences: { locale: string } };
    assert.deepEqual([membership.state, needs.length, preferences.locale], ['joined', 1, 'en']);
  });

  it('goes on answering on a connection whose last request was too large', async () => {
    const raw = JSON.stringify({ side: 'need', topics: ['x'.repeat(4 * LIMITS.requestBytes)] });
    const token = company.tokenOf('mentee');
    assert.equal((await company.ask(TOPICS, { token, raw })).status, 413);
    assert.equal((await company.ask('GET /api/me', { token })).status, 200);
  });

  it('speaks the language that was asked for', async () => {
    const token = company.tokenOf('mentee');
    const german = await company.ask(TOPICS, {
      token,
      raw: '{',
      headers: { 'accept-language': 'de-AT,en;q=0.5' },
    });
    assert.match(String(error(german).message), /Es wurde nichts geändert/);
    const unsigned = await company.ask('GET /api/me', { headers: { 'accept-language': 'de' } });
    assert.match(String(error(unsigned).message), /melde dich/);
  });

  const contradictions = [
    ['stepsAhead', { stepsAhead: { min: 2, max: 1 } }],
    ['checkInWeeks', { checkInWeeks: [1, 2, 2] }],
    ['checkInWeeks', { checkInWeeks: [1, 13] }],
    ['silence', { silence: { nudgeDays: [12, 5], closeDays: 30 } }],
    ['silence', { silence: { nudgeDays: [5, 30], closeDays: 30 } }],
    ['weights', { weights: { experience: 0, skill: 0, step: 0, hours: 0, otherDepartment: 0 } }],
  ] as const;
  for (const [field, change] of contradictions) {
    it(`names ${field} when settings contradict each other there: ${JSON.stringify(change)}`, async () => {
      const token = company.tokenOf('coordinator');
      const answer = await company.ask(`PUT /api/programmes/${company.programme}/settings`, {
        token,
        body: { version: await version(company), settings: { ...DEFAULT_SETTINGS, ...change } },
      });
      assert.equal(answer.status, 422, answer.text);
      assert.deepEqual((answer.body as { error: { facts: unknown } }).error.facts, { field });
    });
  }

  it('refuses settings that were read before somebody else changed them', async () => {
    const token = company.tokenOf('coordinator');
    const send = async (body: unknown): Promise<Answered> =>
      company.ask(`PUT /api/programmes/${company.programme}/settings`, { token, body });
    const read = await version(company);
    assert.equal(
      (await send({ version: read, settings: { ...DEFAULT_SETTINGS, commonHours: 2 } })).status,
      200,
    );
    const second = await send({ version: read, settings: { ...DEFAULT_SETTINGS, commonHours: 4 } });
    assert.equal(second.status, 422);
    assert.match(String(error(second).message), /Someone else/);
  });

  it('starts no programme without help contacts, and takes the last from none that runs', async () => {
    const token = company.tokenOf('elsewhere');
    const put = async (contacts: readonly unknown[]): Promise<number> =>
      (
        await company.ask(`PUT /api/programmes/${company.otherProgramme}/help-contacts`, {
          token,
          body: { contacts },
        })
      ).status;
    const start = async (): Promise<Answered> =>
      company.ask(`POST /api/programmes/${company.otherProgramme}/start`, { token });
    assert.equal(await put([]), 200);
    const refused = await start();
    assert.deepEqual([refused.status, error(refused).code], [409, 'no-help-contacts']);
    assert.equal(await put([HELP]), 200);
    assert.equal((await start()).status, 200);
    assert.equal(await put([]), 409);
  });
});

async function version(company: Company): Promise<number> {
  const answer = await company.ask(`GET /api/programmes/${company.programme}`, {
    token: company.tokenOf('coordinator'),
  });
  return (answer.body as { version: number }).version;
}
