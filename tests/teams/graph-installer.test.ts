import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { createAppInstalls } from '../../bot/delivery/install-app.ts';
import { createGraphInstaller } from '../../bot/teams/graph-installer.ts';
import { openOutbox, referenceOf } from '../delivery/outbox.ts';
import { aPerson, later } from '../helpers/builders.ts';
import { end } from '../fakes/end.ts';

const CATALOG = '33333333-3333-4333-8333-333333333333';

/** Graph, as far as this one request goes. */
async function startGraph() {
  const asked: { path: string; authorization: string; body: unknown }[] = [];
  let answer: { status: number; retryAfter?: string } = { status: 201 };
  const server: Server = createServer((request, response) => {
    let text = '';
    request.setEncoding('utf8').on('data', (part: string) => (text += part));
    request.on('end', () => {
      asked.push({
        path: request.url ?? '',
        authorization: request.headers.authorization ?? '',
        body: JSON.parse(text),
      });
      if (answer.retryAfter !== undefined) response.setHeader('Retry-After', answer.retryAfter);
      end(response, answer.status, { headers: { Location: '/elsewhere' } });
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const graphUrl = `http://127.0.0.1:${port}/v1.0`;
  return {
    asked,
    graphUrl,
    say: (next: typeof answer) => {
      answer = next;
    },
    installer: createGraphInstaller({ catalogAppId: CATALOG, token: () => Promise.resolve('t'), graphUrl }),
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

describe('giving people the app', () => {
  let graph: Awaited<ReturnType<typeof startGraph>>;
  beforeEach(async () => {
    graph = await startGraph();
  });
  afterEach(() => graph.close());

  it('asks Graph for our own app and for nobody else’s', async () => {
    assert.deepEqual(await graph.installer.install('a/b'), { kind: 'installed' });
    assert.deepEqual(graph.asked, [
      {
        path: '/v1.0/users/a%2Fb/teamwork/installedApps',
        authorization: 'Bearer t',
        body: { 'teamsApp@odata.bind': `${graph.graphUrl}/appCatalogs/teamsApps/${CATALOG}` },
      },
    ]);
  });

  const answers = [
    [{ status: 409 }, { kind: 'already' }],
    [{ status: 403 }, { kind: 'refused' }],
    [{ status: 404 }, { kind: 'refused' }],
    [
      { status: 429, retryAfter: '7' },
      { kind: 'later', retryAfterMs: 7_000 },
    ],
    [{ status: 503 }, { kind: 'later', retryAfterMs: 60_000 }],
    [{ status: 307 }, { kind: 'later', retryAfterMs: 60_000 }],
  ] as const;
  for (const [answer, expected] of answers)
    it(`takes ${answer.status} for ${expected.kind}`, async () => {
      graph.say(answer);
      assert.deepEqual(await graph.installer.install('a'), expected);
    });

  it('is for those only who have something waiting and cannot be reached, once each', async () => {
    const [ada, bo] = [aPerson(), aPerson()];
    const outbox = await openOutbox([ada, bo]);
    await outbox.store.write(({ db }) =>
      db.deleteFrom('conversations').where('personId', '=', ada.id).execute(),
    );
    const id = await outbox.plan(ada);
    await outbox.plan(bo, { dueAt: later(outbox.now, 1_000) });
    await outbox.worker().runOnce();
    const installs = createAppInstalls({
      store: outbox.store,
      now: () => outbox.now,
      wait: () => Promise.resolve(),
      installer: graph.installer,
    });
    assert.equal(await installs(), 1);
    assert.equal(await installs(), 0);
    assert.deepEqual(
      graph.asked.map(({ path }) => path),
      [`/v1.0/users/${ada.objectId}/teamwork/installedApps`],
    );
    // Teams says that the app is there: what waited goes out.
    await outbox.store.transaction(async (tx) => {
      await tx.conversations.remember(referenceOf(ada.id, outbox.fake), outbox.now);
      await tx.occurrences.wake(ada.id, outbox.now);
    });
    await outbox.worker().runOnce();
    assert.equal(outbox.told(id), 1);
    await outbox.close();
  });
});
