import assert from 'node:assert/strict';
import { Limiter, SEND_WINDOWS } from '../fakes/teams/limits.ts';
import { startFakeTeams } from '../fakes/teams/fake-teams.ts';
import type { FakeTeams } from '../fakes/teams/fake-teams.ts';

describe('the fake Teams', () => {
  let fake: FakeTeams;
  let now = 0;
  beforeEach(async () => {
    now = 1_000_000;
    fake = await startFakeTeams({ now: () => now });
  });
  afterEach(() => fake.close());
  const call = (method: string, path: string, body?: unknown): Promise<Response> =>
    fetch(`${fake.serviceUrl}v3/conversations${path}`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  const send = (conversation = 'a:ada', text = 'x') =>
    call('POST', `/${encodeURIComponent(conversation)}/activities`, { type: 'message', text });

  const pattern = async (): Promise<number[]> => {
    fake.faults.share(0.5, [{ kind: 'status', error: 'badGateway' }], 7);
    const statuses: number[] = [];
    for (let sent = 0; sent < 12; sent += 1) statuses.push((await send(`a:${sent}`)).status);
    return statuses;
  };

  it('knows every route of the connector that a bot uses', async () => {
    const created = await call('POST', '', { bot: { id: '28:b' }, members: [{ id: '29:ada' }] });
    assert.deepEqual([created.status, await created.json()], [201, { id: 'a:29:ada' }]);
    const sent = await send();
    const { id } = (await sent.json()) as { id: string };
    assert.equal(sent.status, 201);
    assert.equal((await call('POST', `/a:ada/activities/${id}`, { type: 'message', text: 'y' })).status, 201);
    assert.equal((await call('PUT', `/a:ada/activities/${id}`, { type: 'message', text: 'z' })).status, 200);
    assert.equal((await call('DELETE', `/a:ada/activities/${id}`)).status, 200);
    assert.equal((await call('GET', '/a:ada/members')).status, 200);
    assert.equal((await call('GET', '/a:ada/pagedmembers?pageSize=5')).status, 200);
    assert.equal((await call('GET', '/a:ada/members/29:ada')).status, 200);
    assert.equal((await call('GET', '/a:ada/nonsense')).status, 404);
    const kinds = fake.ledger.entries.map((entry) => entry.kind);
    assert.deepEqual(kinds, ['create', 'send', 'reply', 'update', 'delete', 'members', 'members', 'members']);
  });

  it('takes seven in a second of one thread, and says when the eighth may come', async () => {
    for (let sent = 0; sent < 7; sent += 1) assert.equal((await send()).status, 201);
    const refused = await send();
    assert.equal(refused.status, 429);
    assert.equal(refused.headers.get('retry-after'), '1');
    assert.equal((await send('a:bo')).status, 201, 'another thread has its own window');
    now += 1000;
    assert.equal((await send()).status, 201);
    assert.equal((await send()).status, 429, 'eight in two seconds');
  });

  it('takes fifty in a second of the tenant', async () => {
    const statuses = await Promise.all(
      Array.from({ length: 55 }, (_, index) => send(`a:${index}`).then((r) => r.status)),
    );
    assert.equal(statuses.filter((status) => status === 201).length, 50);
    assert.equal(statuses.filter((status) => status === 429).length, 5);
  });

  it('counts windows exactly: an event leaves on the millisecond', () => {
    const limiter = new Limiter(SEND_WINDOWS);
    for (let sent = 0; sent < 7; sent += 1) limiter.count('a', sent);
    assert.equal(limiter.waitMs('a', 999), 1);
    assert.equal(limiter.waitMs('a', 1000), 0);
  });

  it('measures UTF-16 and leaves out pictures', async () => {
    assert.equal((await send('a:ada', 'x'.repeat(51_300))).status, 413);
    assert.equal((await send('a:ada', '😀'.repeat(25_000))).status, 201);
    assert.equal((await send('a:ada', `data:image/png;base64,${'A'.repeat(200_000)}`)).status, 201);
  });

  it('writes down what it accepted and what it said, which need not be the same', async () => {
    fake.faults.next({ kind: 'accept-then-status', error: 'gatewayTimeout' });
    fake.faults.next({ kind: 'accept-then-reset' });
    fake.faults.next({ kind: 'reset' });
    assert.equal((await send()).status, 504);
    await assert.rejects(send());
    await assert.rejects(send());
    assert.deepEqual(
      fake.ledger.entries.map(({ accepted, status }) => ({ accepted, status })),
      [
        { accepted: true, status: 504 },
        { accepted: true, status: null },
        { accepted: false, status: null },
      ],
    );
    assert.equal(fake.ledger.messages().length, 2);
  });

  it('can be down, and comes back at the same address', async () => {
    await fake.down();
    await assert.rejects(send());
    await fake.up();
    assert.equal((await send()).status, 201);
  });

  it('makes the same faults of the same seed', async () => {
    const first = await pattern();
    now += 60_000;
    assert.deepEqual(await pattern(), first);
    assert.ok(first.includes(201) && first.includes(502));
  });
});
