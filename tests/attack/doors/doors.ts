/** Every kind of token at both doors, and at the bot's once more with botbuilder's own adapter behind it. */
import { createEntraAuthenticator } from '../../../bot/api/auth/entra.ts';
import { TEAMS_CLIENTS } from '../../../bot/api/auth/tab-token.ts';
import { AUTHORITY, CLIENT, startFakeEntra, TENANT as TAB_TENANT } from '../../fakes/entra/entra.ts';
import { WRONG_TOKENS } from '../../fakes/entra/wrong-tokens.ts';
import type { WrongToken } from '../../fakes/entra/wrong-tokens.ts';
import { startIssuer } from '../../fakes/teams/channel-issuer.ts';
import { startBot } from '../../teams/bot-server.ts';
import { APP, BOT_CASES, RIGHT, TENANT } from './bot-cases.ts';
import { quietly } from './quietly.ts';
import { stockAdapter } from './stock-adapter.ts';

export interface TokenAttack {
  readonly tokenCases: number;
  readonly tabCases: number;
  readonly botCases: number;
  /** Kinds of tokens that came in: one, those that Microsoft made for the door, our app and our tenant. */
  readonly classesAccepted: number;
  readonly accepted: readonly string[];
  /** The same for the bot's cases with botbuilder's adapter as it comes. */
  readonly controlClassesAccepted: number;
  readonly controlAccepted: readonly string[];
  /** Right tokens that were turned away, which would prove nothing. */
  readonly rightRefused: number;
}

const REGISTRATION = { appId: APP, tenantId: TENANT, kind: 'SingleTenant', password: 'never used' } as const;

const RIGHT_TOKENS: readonly WrongToken[] = TEAMS_CLIENTS.map((azp) => ({
  name: RIGHT,
  make: (entra) => entra.token({ azp }),
}));

export async function attackDoors(): Promise<TokenAttack> {
  const tab = await atTab();
  const bot = await quietly(atBot);
  const control = await quietly(atStock);
  const accepted = [...new Set([...tab, ...bot])];
  const rightCases = [...BOT_CASES, ...RIGHT_TOKENS].filter(({ name }) => name === RIGHT).length;
  return {
    tokenCases: RIGHT_TOKENS.length + WRONG_TOKENS.length + BOT_CASES.length,
    tabCases: RIGHT_TOKENS.length + WRONG_TOKENS.length,
    botCases: BOT_CASES.length,
    classesAccepted: accepted.length,
    accepted,
    controlClassesAccepted: new Set(control).size,
    controlAccepted: [...new Set(control)],
    rightRefused: rightCases - [...tab, ...bot].filter((name) => name === RIGHT).length,
  };
}

async function atTab(): Promise<readonly string[]> {
  const entra = await startFakeEntra();
  const verify = createEntraAuthenticator({
    audiences: [CLIENT],
    tenants: [TAB_TENANT],
    authority: AUTHORITY,
    keysFrom: entra.url,
  });
  const accepted: string[] = [];
  for (const { name, make } of [...RIGHT_TOKENS, ...WRONG_TOKENS]) {
    const token = await make(entra);
    await verify(token).then(
      () => accepted.push(name),
      () => undefined,
    );
  }
  await entra.close();
  return accepted;
}

async function atBot(): Promise<readonly string[]> {
  const issuer = await startIssuer(APP);
  const bot = await startBot({
    bot: REGISTRATION,
    loopbackDemonstration: false,
    endpoints: issuer.endpoints,
  });
  const accepted: string[] = [];
  for (const { name, make } of BOT_CASES) {
    const { authorization, body } = await make(issuer);
    const before = bot.turns.length;
    const { status } = await bot.post(body, authorization);
    if (bot.turns.length > before || status < 400) accepted.push(name);
  }
  bot.close();
  issuer.close();
  return accepted;
}

async function atStock(): Promise<readonly string[]> {
  const issuer = await startIssuer(APP);
  const adapter = stockAdapter(REGISTRATION, issuer.endpoints);
  const accepted: string[] = [];
  for (const { name, make } of BOT_CASES) {
    const { authorization, body } = await make(issuer);
    if (await adapter.accepts(authorization, body)) accepted.push(name);
  }
  issuer.close();
  return accepted;
}
