/**
 * The fake Teams as a process of its own: `node tests/fakes/teams/main.ts [--port N] [--no-limits]`.
 * Prints its serviceUrl as the first line. Beside the connector's routes it serves `/_fake/…` (see README.md).
 */
import { createServer } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { startFakeTeams } from './fake-teams.ts';
import { ERRORS } from './errors.ts';
import type { ErrorName } from './errors.ts';
import type { Fault } from './faults.ts';
import { end } from '../end.ts';
import { pacedClock } from '../paced-clock.ts';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '0' },
    control: { type: 'string', default: '0' },
    'no-limits': { type: 'boolean', default: false },
    'conversation-limits': { type: 'boolean', default: false },
    'end-with-parent': { type: 'boolean', default: false },
    'counts-only': { type: 'boolean', default: false },
    'name-texts': { type: 'string' },
    since: { type: 'string', default: '0' },
    faster: { type: 'string', default: '1' },
  },
});

const errorName = z.custom<ErrorName>((value) => typeof value === 'string' && value in ERRORS);
const fault: z.ZodType<Fault> = z.union([
  z.object({
    kind: z.enum(['accept-then-reset', 'accept-then-hang', 'accept-with-broken-body', 'reset', 'hang']),
  }),
  z.object({ kind: z.literal('accept-then-status'), error: errorName }),
  z.object({ kind: z.literal('slow'), delayMs: z.number().min(0) }),
  z.object({ kind: z.literal('status'), error: errorName }),
  z.object({ kind: z.literal('redirect'), to: z.url() }),
]);
const commands = {
  next: z.object({ fault, times: z.number().int().min(1).default(1) }),
  share: z.object({ share: z.number().min(0).max(1), faults: z.array(fault), seed: z.number().default(1) }),
  refuse: z.object({ who: z.string(), error: errorName }),
  allow: z.object({ who: z.string() }),
};

// Whoever started it may be killed, and then has nobody to close it.
const parent = process.ppid;
if (values['end-with-parent'])
  setInterval(() => {
    if (process.ppid !== parent) process.exit(0);
  }, 1_000).unref();

const { 'name-texts': prefix } = values;
const clock = pacedClock({ since: Number(values.since), faster: Number(values.faster) });
const fake = await startFakeTeams({
  now: clock.nowMs,
  port: Number(values.port),
  limits: values['conversation-limits'] ? 'conversations' : !values['no-limits'],
  keepEntries: !values['counts-only'],
  keyOf: ({ text }) =>
    prefix !== undefined && typeof text === 'string' && text.startsWith(prefix) ? text : null,
});

async function command(name: string, input: unknown): Promise<unknown> {
  switch (name) {
    case 'next': {
      const { fault, times } = commands.next.parse(input);
      return fake.faults.next(fault, times);
    }
    case 'share': {
      const { share, faults, seed } = commands.share.parse(input);
      return fake.faults.share(share, faults, seed);
    }
    case 'refuse': {
      const { who, error } = commands.refuse.parse(input);
      return fake.refuse(who, error);
    }
    case 'allow':
      return fake.allow(commands.allow.parse(input).who);
    case 'none':
      return fake.faults.none();
    case 'down':
      return fake.down();
    case 'up':
      return fake.up();
    case 'ledger':
      return fake.ledger.entries;
    case 'summary':
      return fake.ledger.summary();
    case 'accepted':
      return fake.ledger.acceptedKeys();
    case 'clear':
      return fake.ledger.clear();
    default:
      throw new Error(`no command ${name}`);
  }
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  let text = '';
  for await (const part of request.setEncoding('utf8')) text += String(part);
  return text === '' ? {} : JSON.parse(text);
}

const control = createServer((request, response) => {
  const name = (request.url ?? '').replace(/^\/_fake\//, '');
  bodyOf(request)
    .then((body) => command(name, body))
    .then((result) => end(response, 200, { body: JSON.stringify(result ?? {}) }))
    .catch((error: unknown) => end(response, 400, { body: String(error) }));
});
control.listen(Number(values.control), '127.0.0.1', () => {
  const address = control.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  console.log(JSON.stringify({ serviceUrl: fake.serviceUrl, control: `http://127.0.0.1:${port}/_fake/` }));
});
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => {
    control.close();
    void fake.close();
  });
