import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import type { Store } from '../../bot/core/ports/store.ts';
import { createReplyPace } from '../../bot/delivery/reply-pace.ts';
import { createSharedClock } from '../../bot/delivery/shared-clock.ts';
import { aPerson, later, NOW, TENANT } from '../helpers/builders.ts';
import { seedPeople } from '../helpers/seed.ts';
import { openTestStore } from '../helpers/store.ts';
import type { TestStore } from '../helpers/store.ts';

describe('replies', () => {
  const people = Array.from({ length: 30 }, () => aPerson());
  let store: TestStore;
  beforeEach(async () => {
    store = await openTestStore();
    await seedPeople(store, people);
    await store.transaction(async (tx) => {
      for (const { id } of people) await tx.conversations.remember(referenceOf(id), NOW);
    });
  });
  afterEach(() => store.close());
  const referenceOf = (personId: (typeof people)[number]['id']) => ({
    personId,
    serviceUrl: 'https://smba.example/',
    conversationId: `a:${personId}`,
    userId: '29:x',
    botId: '28:b',
  });
  const to = (index: number) => ({ tenantId: TENANT, objectId: people[index]?.objectId ?? '' });
  const real = () => ({ store, now: () => new Date(), wait: (ms: number) => wait(ms) });

  it('keep to their share of a second, on two instances together', async () => {
    const instances = [createReplyPace(real()), createReplyPace(real())];
    const at: number[] = [];
    await Promise.all(
      people.map(async (_, index) => {
        assert.equal(await instances[index % 2]?.(to(index)), true);
        at.push(performance.now());
      }),
    );
    const sorted = at.toSorted((a, b) => a - b);
    for (const [index, first] of sorted.entries()) {
      const next = sorted[index + 21];
      // Two more than the share: timers wake a little late.
      assert.ok(next === undefined || next - first >= 1000, `${String(next)} after ${first}`);
    }
    assert.ok((sorted.at(-1) ?? 0) - (sorted[0] ?? 0) < 2_500);
  });

  it('are seven at once in one conversation, and hold up nobody else', async () => {
    const pace = createReplyPace(real());
    let told = 0;
    const many = Array.from({ length: 9 }, () => pace(to(0)).then(() => (told += 1)));
    await pace(to(1));
    await wait(600);
    assert.equal(told, 7);
    await Promise.all(many);
    assert.equal(told, 9);
  });

  it('come though the store takes longer than a slot lasts, for a moment or always', async () => {
    for (const slow of [1, Infinity]) {
      let taken = 0;
      const slowStore: Store = {
        reads: store.reads,
        clock: () => store.clock(),
        close: () => store.close(),
        transaction: async (work) => {
          taken += 1;
          if (taken <= slow) await wait(400);
          return store.transaction(work);
        },
      };
      const pace = createReplyPace({ ...real(), store: slowStore, longestMs: 5_000 });
      assert.equal(await pace(to(2)), true);
    }
  });

  it('are given up where it would take too long, or the store is away', async () => {
    const pace = createReplyPace({ ...real(), longestMs: 800 });
    const granted = await Promise.all(Array.from({ length: 9 }, () => pace(to(0))));
    // On a machine that stands still for a moment one of the first seven may miss theirs, too.
    assert.ok(granted.includes(true));
    assert.deepEqual(granted.slice(7), [false, false]);
    const away = {
      reads: store.reads,
      clock: () => store.clock(),
      close: () => store.close(),
      transaction: () => Promise.reject(new Error('away')),
    };
    assert.equal(await createReplyPace({ ...real(), store: away })(to(1)), false);
  });
});

describe('the clock that instances share', () => {
  it('is the store’s, however far this machine’s is off', async () => {
    for (const off of [-300_000, 0, 300_000]) {
      const clock = createSharedClock({ clock: () => Promise.resolve(NOW) }, () => later(NOW, off));
      await clock.compare();
      assert.deepEqual(clock.now(), NOW);
      assert.equal(clock.aheadMs, off);
    }
  });

  it('stays as it was where the difference is no more than asking takes', async () => {
    let [asked, askMs] = [0, 0];
    const machine = () => later(NOW, 100 + askMs * asked++);
    const clock = createSharedClock({ clock: () => Promise.resolve(later(NOW, askMs * asked)) }, machine);
    askMs = 300;
    await clock.compare();
    assert.equal(clock.aheadMs, 0, 'the store may have read its clock at the beginning or at the end');
    [asked, askMs] = [0, 1];
    await clock.compare();
    assert.ok(Math.abs(clock.aheadMs - 100) <= 2, String(clock.aheadMs));
  });

  it('can be asked of a real store', async () => {
    const store = await openTestStore();
    assert.ok(Math.abs((await store.clock()).getTime() - Date.now()) < 5_000);
    await store.close();
  });
});
