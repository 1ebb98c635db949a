import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import type { Turn, TurnAnswer } from '../../bot/core/ports/messaging.ts';
import { createTeams } from '../../bot/teams/teams.ts';
import type { Teams, TeamsOptions } from '../../bot/teams/teams.ts';

export const TENANT = '11111111-1111-4111-8111-111111111111';

export interface BotServer {
  readonly port: number;
  readonly teams: Teams;
  readonly turns: Turn[];
  /** Everything that was logged, as text. */
  readonly logged: string[];
  /** What the next turns are answered with. */
  answer: (turn: Turn) => Promise<TurnAnswer>;
  post(body: unknown, authorization?: string): Promise<{ status: number; text: string }>;
  close(): void;
}

/** A bot on a real port whose turns the test answers. */
export async function startBot(options: Partial<TeamsOptions> = {}): Promise<BotServer> {
  const turns: Turn[] = [];
  const logged: string[] = [];
  const teams = createTeams({
    bot: null,
    loopbackDemonstration: true,
    cloud: 'public',
    tenants: [TENANT],
    handler: (turn) => {
      turns.push(turn);
      return bot.answer(turn);
    },
    wordsFor: (code, locale) => `words for ${code} in ${locale ?? 'any language'}`,
    log: pino({ level: 'debug' }, { write: (line: string) => logged.push(line) }),
    sendDeadlineMs: 2500,
    ...options,
  });
  const server = createServer((request, response) => void teams.handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const bot: BotServer = {
    port,
    teams,
    turns,
    logged,
    answer: () => Promise.resolve({ messages: [], replacement: null }),
    post: async (body, authorization) => {
      const response = await fetch(`http://127.0.0.1:${port}/api/messages`, {
        method: 'POST',
        headers: {
          'Content-Type': 'application/json',
          ...(authorization === undefined ? {} : { Authorization: authorization }),
        },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      });
      return { status: response.status, text: await response.text() };
    },
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
  return bot;
}
