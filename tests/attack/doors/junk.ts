/** Tokens of strangers, each with a tenant of its own: what they cost the first time and the last, and what stays. */
import { Buffer } from 'node:buffer';
import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { pino } from 'pino';
import { createEntraAuthenticator } from '../../../bot/api/auth/entra.ts';
import { messageFrom } from '../../fakes/teams/activities.ts';
import { startIssuer } from '../../fakes/teams/channel-issuer.ts';
import { startBot } from '../../teams/bot-server.ts';
import { APP, SERVICE_URL, TENANT } from './bot-cases.ts';
import { quietly } from './quietly.ts';
import { stockAdapter } from './stock-adapter.ts';

export interface Cost {
  readonly tokens: number;
  /** Milliseconds each, over the first tenth and over the last. */
  readonly firstMs: number;
  readonly lastMs: number;
  /** Megabytes that stay, from after the first tenth to the end. */
  readonly heapMb: number;
}

export interface JunkAttack {
  readonly botJunk: Cost;
  readonly tabJunk: Cost;
  /** botbuilder's adapter by itself. */
  readonly controlJunk: Cost;
}

const REGISTRATION = { appId: APP, tenantId: TENANT, kind: 'SingleTenant', password: 'never used' } as const;
const AT_ONCE = 16;
const MEGABYTE = 1024 * 1024;

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;
const heapMb = (): number => {
  collect();
  return process.memoryUsage().heapUsed / MEGABYTE;
};

export async function attackWithJunk(tokens: number, controlTokens: number): Promise<JunkAttack> {
  const issuer = await startIssuer(APP);
  const { endpoints } = issuer;
  const silent = pino({ level: 'silent' });
  const bot = await startBot({ bot: REGISTRATION, loopbackDemonstration: false, endpoints, log: silent });
  const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
  const botJunk = await costOf(tokens, (token) => knock(agent, bot.port, token));
  agent.destroy();
  bot.close();
  const verify = createEntraAuthenticator({
    audiences: [APP],
    tenants: [TENANT],
    authority: 'https://login.microsoftonline.com',
  });
  const tabJunk = await costOf(tokens, async (token) => {
    await verify(token).catch(() => undefined);
  });
  const stock = stockAdapter(REGISTRATION, endpoints);
  const controlJunk = await quietly(() =>
    costOf(controlTokens, async (token) => {
      await stock.accepts(`Bearer ${token}`, BODY);
    }),
  );
  issuer.close();
  return { botJunk, tabJunk, controlJunk };
}

const BODY = messageFrom(
  {
    tenantId: TENANT,
    objectId: randomUUID(),
    userId: '29:x',
    conversationId: 'a:x',
    serviceUrl: SERVICE_URL,
  },
  'hello',
);
const TEXT = JSON.stringify(BODY);

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const HEAD = encode({ alg: 'RS256', typ: 'JWT', kid: 'one' });
const SIGNATURE = Buffer.alloc(256, 7).toString('base64url');

/** Issued by a tenant that nobody has seen before, as far as it says. */
function junk(): string {
  const tid = randomUUID();
  const claims = { iss: `https://sts.windows.net/${tid}/`, aud: APP, tid, ver: '1.0', appid: APP };
  return `${HEAD}.${encode(claims)}.${SIGNATURE}`;
}

async function costOf(tokens: number, send: (token: string) => Promise<void>): Promise<Cost> {
  const tenth = Math.floor(tokens / 10);
  const run = async (count: number): Promise<number> => {
    const started = performance.now();
    for (let sent = 0; sent < count; sent += AT_ONCE) {
      const batch = Math.min(AT_ONCE, count - sent);
      await Promise.all(Array.from({ length: batch }, () => send(junk())));
    }
    return (performance.now() - started) / count;
  };
  // Code that has just been compiled is not what is measured.
  await run(Math.min(500, tenth));
  const firstMs = await run(tenth);
  const before = heapMb();
  await run(tokens - 2 * tenth);
  const lastMs = await run(tenth);
  const round = (value: number): number => Math.round(value * 1000) / 1000;
  return { tokens, firstMs: round(firstMs), lastMs: round(lastMs), heapMb: round(heapMb() - before) };
}

function knock(agent: Agent, port: number, token: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
    const sent = request(
      { agent, host: '127.0.0.1', port, method: 'POST', path: '/api/messages', headers },
      (answer) => {
        if (answer.statusCode !== 401) reject(new Error(`junk was answered with ${answer.statusCode}`));
        answer.resume();
        answer.once('end', resolve);
      },
    );
    sent.once('error', reject);
    sent.end(TEXT);
  });
}
