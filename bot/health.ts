import type { Server } from 'restify';
import type { Store } from './core/ports/store.ts';

export interface HealthDeps {
  readonly store: Pick<Store, 'clock'>;
  /** Whether the service has begun to stop: it finishes what is in hand, and wants nothing more. */
  readonly stopping: () => boolean;
  /** How long the store may take to answer. */
  readonly deadlineMs?: number;
}

const DEADLINE_MS = 2_000;

/**
 * `/livez` says that the process turns: 200, also without its store, since a restart would not bring that back.
 * `/readyz` says whether it should be given work: 503 while the store does not answer or the service stops.
 */
export function registerHealth(server: Server, deps: HealthDeps): void {
  server.get('/livez', async (_request, response) => {
    response.sendRaw(200, 'ok\n', PLAIN);
  });
  server.get('/readyz', async (_request, response) => {
    const why = deps.stopping() ? 'stopping' : (await answers(deps)) ? null : 'no store';
    response.sendRaw(why === null ? 200 : 503, `${why ?? 'ok'}\n`, PLAIN);
  });
}

const PLAIN = { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' };

async function answers({ store, deadlineMs }: HealthDeps): Promise<boolean> {
  const { promise: late, resolve } = Promise.withResolvers<boolean>();
  const timer = setTimeout(() => resolve(false), deadlineMs ?? DEADLINE_MS);
  const asked = store.clock().then(
    () => true,
    () => false,
  );
  try {
    return await Promise.race([asked, late]);
  } finally {
    clearTimeout(timer);
  }
}
