import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import type { SendOutcome } from '../../bot/core/ports/messaging.ts';
import { aPerson, later, NOW } from '../helpers/builders.ts';
import { openOutbox } from './outbox.ts';
import type { Outbox } from './outbox.ts';

const LEASE_MS = 60_000;

describe('several workers over one store', () => {
  const people = Array.from({ length: 40 }, () => aPerson());
  let outbox: Outbox;
  beforeEach(async () => {
    outbox = await openOutbox(people.map((person) => aPerson({ timeZone: person.timeZone })));
  });
  afterEach(() => outbox.close());

  it('tell nobody twice, and miss nobody', async () => {
    const ids = await Promise.all(outbox.programme.people.map((person) => outbox.plan(person)));
    const workers = Array.from({ length: 4 }, () => outbox.worker({ batch: 7 }));
    for (let round = 0; round < 10; round += 1) await Promise.all(workers.map((worker) => worker.runOnce()));
    assert.deepEqual(
      ids.map((id) => outbox.told(id)),
      ids.map(() => 1),
    );
  });

  it('say one thing a day even when two hold something for the same person', async () => {
    const [ada] = outbox.programme.people;
    assert.ok(ada);
    const ids = await Promise.all(Array.from({ length: 6 }, () => outbox.plan(ada)));
    await Promise.all(Array.from({ length: 6 }, () => outbox.worker({ batch: 1 }).runOnce()));
    const told = ids.reduce((sum, id) => sum + outbox.told(id), 0);
    assert.equal(told, 1);
  });

  it('all pause when Teams asks one of them to', async () => {
    outbox.fake.faults.next({ kind: 'status', error: 'throttled', retryAfterSeconds: 30 });
    const [ada, ...others] = outbox.programme.people;
    assert.ok(ada);
    await outbox.plan(ada);
    await outbox.worker().runOnce();
    const paused = outbox.now;
    const ids = await Promise.all(others.slice(0, 5).map((person) => outbox.plan(person)));
    await outbox.worker().runOnce();
    assert.equal(outbox.fake.ledger.count('send'), 1, 'no request before Retry-After');
    for (const id of ids) {
      const { state, dueAt } = await outbox.stateOf(id);
      assert.equal(state, 'due');
      assert.ok(dueAt.getTime() >= paused.getTime() + 29_800);
    }
    outbox.now = later(paused, 31_000);
    await outbox.worker().runOnce();
    for (const id of ids) assert.equal(outbox.told(id), 1);
  });

  it('call unknown what one of them lost while sending, and believe it when it comes back with a yes', async () => {
    const [ada] = outbox.programme.people;
    assert.ok(ada);
    const id = await outbox.plan(ada);
    const { promise: answer, resolve } = Promise.withResolvers<SendOutcome>();
    const zombie = outbox.worker({ sender: { send: () => answer } });
    const running = zombie.runOnce();
    while ((await outbox.stateOf(id)).state !== 'sending') await wait(1);
    outbox.now = later(outbox.now, LEASE_MS + 1);
    await outbox.worker().runOnce();
    assert.equal((await outbox.stateOf(id)).state, 'unknown');
    assert.equal(outbox.fake.ledger.count('send'), 0, 'nobody sends it again');
    resolve({ kind: 'sent', activityId: '17' });
    await running;
    assert.equal((await outbox.stateOf(id)).state, 'sent');
  });

  it('take over what one of them lost before sending, and that one sends nothing any more', async () => {
    const [ada] = outbox.programme.people;
    assert.ok(ada);
    const id = await outbox.plan(ada);
    const { promise: held, resolve } = Promise.withResolvers<null>();
    const zombie = outbox.worker({
      render: async (occurrence) => {
        await held;
        return { text: occurrence.id };
      },
    });
    const running = zombie.runOnce();
    await wait(20);
    outbox.now = later(outbox.now, LEASE_MS + 1);
    await outbox.worker().runOnce();
    assert.equal(outbox.told(id), 1);
    resolve(null);
    await running;
    assert.equal(outbox.told(id), 1);
    assert.equal((await outbox.stateOf(id)).state, 'sent');
  });

  it('do not send after standing still between the promise and the send', async () => {
    const [ada] = outbox.programme.people;
    assert.ok(ada);
    const id = await outbox.plan(ada);
    const second = await outbox.plan(ada, { kind: 'introduction' });
    await outbox
      .worker({
        wait: () => {
          outbox.now = later(outbox.now, 20_000);
          return Promise.resolve();
        },
      })
      .runOnce();
    assert.deepEqual([outbox.told(id), outbox.told(second)], [1, 0], 'the second had to wait for its slot');
    assert.equal((await outbox.stateOf(second)).state, 'due');
  });

  it('stop within the time of what is on its way, and claim no more', async () => {
    for (const person of outbox.programme.people) await outbox.plan(person);
    outbox.fake.faults.always(() => ({ kind: 'slow', delayMs: 50 }));
    const worker = outbox.worker({
      batch: 3,
      pollMs: 1,
      wait: (ms) => wait(ms),
      now: () => later(NOW, performance.now()),
    });
    worker.start();
    await wait(150);
    await worker.stop();
    const sent = outbox.fake.ledger.messages().length;
    assert.ok(sent > 0 && sent < 40, String(sent));
    await wait(100);
    assert.equal(outbox.fake.ledger.messages().length, sent);
    const states = await outbox.store.reads.occurrences.countByState(outbox.programme.id);
    assert.equal(states.sending + states.claimed, 0);
    assert.equal(states.sent, sent);
  });
});
