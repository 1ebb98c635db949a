import { readFile } from 'node:fs/promises';
import type { Request, Response, Server } from 'restify';
import { z } from 'zod';
import { serve } from '../api/http/serve.ts';
import type { HttpLog } from '../api/http/serve.ts';

const PAGES = new URL('pages/', import.meta.url);
const FILES: Readonly<Record<string, { file: string; type: string }>> = {
  '/': { file: 'home.html', type: 'text/html' },
  '/demo/frame': { file: 'frame.html', type: 'text/html' },
  '/demo/demo.css': { file: 'demo.css', type: 'text/css' },
  '/demo/home.js': { file: 'home.js', type: 'text/javascript' },
  '/demo/frame.js': { file: 'frame.js', type: 'text/javascript' },
  '/demo/words.js': { file: 'words.js', type: 'text/javascript' },
};
const POLICY = "default-src 'self'; frame-ancestors 'none'";

/** How far the clock is to go. */
export const MOVES = ['morning', 'check-in', 'month'] as const;
export type Move = (typeof MOVES)[number];

export interface DemoState {
  readonly people: number;
  readonly programme: string;
  readonly now: string;
  readonly timeZone: string;
  readonly playgrounds: readonly { readonly name: string; readonly url: string }[];
  readonly cast: readonly { readonly personId: string; readonly name: string; readonly role: string }[];
}

/** The demonstration's own pages: where to go, who to be, and what time it is. For this machine only. */
export function registerDemoPages(
  server: Server,
  options: { log: HttpLog; state: () => Promise<DemoState>; move: (move: Move) => Promise<void> },
): void {
  for (const [path, { file, type }] of Object.entries(FILES)) {
    server.get(path, async (_request: Request, response: Response) => {
      response.sendRaw(200, await readFile(new URL(file, PAGES), 'utf8'), {
        'content-type': `${type}; charset=utf-8`,
        'content-security-policy': POLICY,
        'cache-control': 'no-cache',
        'x-content-type-options': 'nosniff',
      });
    });
  }
  const serving = { log: options.log, onlyLoopback: true };
  serve(server, 'GET /demo/state', serving, options.state);
  serve(server, 'POST /demo/clock', serving, async (asked) => {
    const { to } = await asked.body(z.object({ to: z.enum(MOVES) }));
    await options.move(to);
    return options.state();
  });
}
