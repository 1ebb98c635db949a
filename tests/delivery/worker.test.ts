import assert from 'node:assert/strict';
import type { Person } from '../../bot/core/person.ts';
import type { OccurrenceId } from '../../bot/core/ids.ts';
import type { Fault } from '../fakes/teams/faults.ts';
import { aPerson, later, NOW } from '../helpers/builders.ts';
import { conversationOf, openOutbox, referenceOf } from './outbox.ts';
import type { Outbox } from './outbox.ts';

describe('worker', () => {
  let ada: Person;
  let outbox: Outbox;
  beforeEach(async () => {
    ada = aPerson();
    outbox = await openOutbox([ada]);
  });
  afterEach(() => outbox.close());
  const stateOf = async (id: OccurrenceId) => (await outbox.stateOf(id)).state;

  it('sends what is due, once', async () => {
    const id = await outbox.plan(ada);
    assert.equal(await outbox.worker().runOnce(), 1);
    assert.equal(await outbox.worker().runOnce(), 0);
    assert.equal(await stateOf(id), 'sent');
    assert.equal(outbox.told(id), 1);
  });

  it('leaves alone what is due later', async () => {
    const id = await outbox.plan(ada, { dueAt: later(NOW, 1) });
    assert.equal(await outbox.worker().runOnce(), 0);
    assert.equal(await stateOf(id), 'due');
  });

  it('moves what falls out of their hours to their next ones', async () => {
    const id = await outbox.plan(ada);
    outbox.now = new Date('2026-11-02T20:00:00Z');
    await outbox.worker().runOnce();
    assert.deepEqual(await outbox.stateOf(id), {
      state: 'due',
      dueAt: new Date('2026-11-03T08:00:00Z'),
      attempts: 0,
    });
    outbox.now = new Date('2026-11-03T08:00:00Z');
    await outbox.worker().runOnce();
    assert.equal(outbox.told(id), 1);
  });

  it('says one thing a day, and answers beside it', async () => {
    const first = await outbox.plan(ada);
    const second = await outbox.plan(ada, { dueAt: later(NOW, 1) });
    const answer = await outbox.plan(ada, { kind: 'introduction', dueAt: later(NOW, 2) });
    outbox.now = later(NOW, 10);
    await outbox.worker().runOnce();
    assert.deepEqual([outbox.told(first), outbox.told(second), outbox.told(answer)], [1, 0, 1]);
    assert.equal((await outbox.stateOf(second)).dueAt.toISOString(), '2026-11-03T08:00:00.000Z');
  });

  it('drops what is late, and what could only be said too late', async () => {
    const late = await outbox.plan(ada, { expiresAt: NOW });
    const tooLate = await outbox.plan(ada, { expiresAt: new Date('2026-11-03T07:00:00Z') });
    outbox.now = new Date('2026-11-02T20:00:00Z');
    await outbox.worker().runOnce();
    assert.equal(await stateOf(late), 'expired');
    assert.equal(await stateOf(tooLate), 'expired');
    assert.equal(outbox.fake.ledger.entries.length, 0);
  });

  it('cancels what there is nothing left to say about, and what is for somebody who has left', async () => {
    const empty = await outbox.plan(ada);
    await outbox.worker({ render: () => Promise.resolve(null) }).runOnce();
    assert.equal(await stateOf(empty), 'cancelled');
    const left = await outbox.plan(ada);
    await outbox.store.transaction((tx) =>
      tx.members.setState(outbox.programme.id, ada.id, 'left', null, NOW),
    );
    await outbox.worker().runOnce();
    assert.equal(await stateOf(left), 'cancelled');
  });

  it('waits for somebody who has never written, and speaks as soon as they do', async () => {
    const [bo] = outbox.programme.people;
    assert.ok(bo);
    await outbox.store.write(({ db }) => db.deleteFrom('conversations').execute());
    const id = await outbox.plan(bo);
    await outbox.worker().runOnce();
    assert.equal(await stateOf(id), 'due');
    await outbox.store.transaction(async (tx) => {
      await tx.conversations.remember(referenceOf(bo.id, outbox.fake), NOW);
      await tx.occurrences.wake(bo.id, later(NOW, 1));
    });
    outbox.now = later(NOW, 1);
    await outbox.worker().runOnce();
    assert.equal(outbox.told(id), 1);
  });

  it('leaves somebody alone who does not want it, until they write', async () => {
    outbox.fake.refuse(conversationOf(ada.id), 'blockedByUser');
    const first = await outbox.plan(ada, { kind: 'introduction' });
    await outbox.worker().runOnce();
    assert.equal(await stateOf(first), 'undeliverable');
    outbox.fake.allow(conversationOf(ada.id));
    const second = await outbox.plan(ada, { kind: 'introduction' });
    await outbox.worker().runOnce();
    assert.equal(await stateOf(second), 'undeliverable');
    assert.equal(outbox.fake.ledger.count('send'), 1, 'nothing was tried again');
    await outbox.store.transaction((tx) => tx.conversations.remember(referenceOf(ada.id, outbox.fake), NOW));
    const third = await outbox.plan(ada, { kind: 'introduction' });
    await outbox.worker().runOnce();
    assert.equal(await stateOf(third), 'sent');
  });

  const unclear: readonly Fault[] = [
    { kind: 'accept-then-reset' },
    { kind: 'accept-then-hang' },
    { kind: 'accept-then-status', error: 'gatewayTimeout' },
    { kind: 'reset' },
  ];
  for (const fault of unclear)
    it(`never says again what ended unclearly: ${fault.kind}`, async () => {
      outbox.fake.faults.next(fault);
      const id = await outbox.plan(ada);
      for (let day = 0; day < 3; day += 1) {
        await outbox.worker().runOnce();
        outbox.now = later(outbox.now, 86_400_000);
      }
      assert.equal(await stateOf(id), 'unknown');
      assert.equal(outbox.fake.ledger.count('send'), 1);
    });

  it('tries again what Teams did not take, at most eight times, further and further apart', async () => {
    outbox.fake.faults.always(() => ({ kind: 'status', error: 'precondition' }));
    const id = await outbox.plan(ada);
    const waits: number[] = [];
    for (let attempt = 1; attempt <= 9; attempt += 1) {
      const before = outbox.now;
      await outbox.worker().runOnce();
      const { dueAt } = await outbox.stateOf(id);
      waits.push(Math.round((dueAt.getTime() - before.getTime()) / 1000));
      if (dueAt > outbox.now) outbox.now = dueAt;
    }
    assert.deepEqual(waits.slice(0, 5), [5, 15, 45, 135, 405]);
    assert.deepEqual(await outbox.stateOf(id), {
      state: 'undeliverable',
      dueAt: (await outbox.stateOf(id)).dueAt,
      attempts: 8,
    });
    assert.equal(outbox.fake.ledger.count('send'), 8);
  });

  it('puts back what cannot be put into words, without telling the log what it was about', async () => {
    const id = await outbox.plan(ada);
    await outbox.worker({ render: () => Promise.reject(new Error('secret')) }).runOnce();
    assert.equal(await stateOf(id), 'due');
    assert.equal(outbox.fake.ledger.entries.length, 0);
  });
});
