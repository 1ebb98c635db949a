import assert from 'node:assert/strict';
import { createServer } from 'restify';
import type { Server } from 'restify';
import { registerHealth } from '../bot/health.ts';
import { openTestStore } from './helpers/store.ts';

describe('health', () => {
  let server: Server;
  let stopping = false;
  let clock: () => Promise<Date>;
  beforeEach(async () => {
    stopping = false;
    server = createServer();
    registerHealth(server, {
      store: { clock: () => clock() },
      stopping: () => stopping,
      deadlineMs: 100,
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterEach(() => new Promise<void>((resolve) => server.close(() => resolve())));
  const statusOf = async (path: string): Promise<number> =>
    (await fetch(`http://127.0.0.1:${server.address().port}${path}`, { headers: { connection: 'close' } }))
      .status;
  const both = async () => [await statusOf('/livez'), await statusOf('/readyz')];

  it('is alive and ready while the store answers', async () => {
    const store = await openTestStore();
    clock = () => store.clock();
    assert.deepEqual(await both(), [200, 200]);
    await store.close();
  });

  it('is alive and not ready while the store is away, or says nothing', async () => {
    clock = () => Promise.reject(new Error('gone'));
    assert.deepEqual(await both(), [200, 503]);
    clock = () => new Promise(() => undefined);
    assert.deepEqual(await both(), [200, 503]);
  });

  it('is not ready once it stops', async () => {
    clock = () => Promise.resolve(new Date());
    stopping = true;
    assert.deepEqual(await both(), [200, 503]);
  });
});
