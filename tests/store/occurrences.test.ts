import assert from 'node:assert/strict';
import { takeSlots } from '../../bot/core/permit.ts';
import type { EndedSend, NewOccurrence, PermitLane } from '../../bot/core/ports/occurrences.ts';
import { asId } from '../../bot/core/ids.ts';
import type { OccurrenceId, PersonId, ProgrammeId } from '../../bot/core/ids.ts';
import { newId } from '../../bot/new-id.ts';
import { aPerson, DAY_MS, later, NOW, TENANT } from '../helpers/builders.ts';
import { seedProgramme } from '../helpers/seed.ts';
import { onEveryEngine } from './engines.ts';

const lease = { worker: 'w1', now: NOW, leaseUntil: later(NOW, 60_000), limit: 100 };

onEveryEngine('Occurrences', ({ store, another }) => {
  let id: ProgrammeId;
  let people: readonly PersonId[];
  beforeEach(async () => {
    const seeded = await seedProgramme(store(), { people: Array.from({ length: 6 }, () => aPerson()) });
    id = seeded.id;
    people = seeded.people.map((person) => person.id);
  });
  const one = (changes: Partial<NewOccurrence> = {}): NewOccurrence => ({
    id: asId<OccurrenceId>(newId()),
    tenantId: TENANT,
    programmeId: id,
    personId: people[0] ?? asId(''),
    kind: 'check-in',
    period: '2026-11-02',
    subjectId: newId(),
    dueAt: NOW,
    expiresAt: later(NOW, 2 * DAY_MS),
    ...changes,
  });
  const plan = (...all: readonly NewOccurrence[]) => store().transaction((tx) => tx.occurrences.plan(all));
  const claim = (changes: Partial<typeof lease> = {}, on = store()) =>
    on.transaction((tx) => tx.occurrences.claim({ ...lease, ...changes }), 'in-turn');
  const planned = async (changes: Partial<NewOccurrence> = {}) => {
    const occurrence = one(changes);
    await plan(occurrence);
    return occurrence;
  };
  const stateOf = async (occurrence: OccurrenceId) =>
    (await store().reads.occurrences.byId(occurrence))?.state;

  it('are planned once for a person, programme, kind and period', async () => {
    const first = people.map((personId) => one({ personId }));
    assert.equal(await plan(...first.slice(0, 4)), 4);
    assert.equal(await plan(...people.map((personId) => one({ personId }))), 2);
    assert.equal(await plan(one({ period: 'next' }), one({ period: 'next' }), one({ kind: 'nudge' })), 2);
    assert.equal((await store().reads.occurrences.countByState(id)).due, 8);
    assert.deepEqual(await store().reads.occurrences.byId(first[0]?.id ?? asId('')), {
      ...first[0],
      state: 'due',
      attempts: 0,
      fence: 0,
    });
  });

  it('are planned once by three planners at a time', async () => {
    const others = [store(), await another(), await another()];
    const counts = await Promise.all(
      others.map((each) =>
        each.transaction((tx) => tx.occurrences.plan(people.map((personId) => one({ personId })))),
      ),
    );
    assert.deepEqual(
      counts.toSorted((a, b) => a - b),
      [0, 0, 6],
    );
  });

  it('are claimed oldest first, those due by then only, with a higher fence', async () => {
    const [late, early] = [one({ period: 'a' }), one({ period: 'b', dueAt: later(NOW, -1000) })];
    await plan(late, early, one({ period: 'c', dueAt: later(NOW, 1) }));
    assert.deepEqual(await store().reads.occurrences.oldestDue(NOW), early.dueAt);
    const [claimed] = await claim({ limit: 1 });
    assert.deepEqual(claimed, { ...early, state: 'claimed', attempts: 0, fence: 1 });
    assert.deepEqual(
      (await claim()).map((each) => each.id),
      [late.id],
    );
    assert.deepEqual(await claim(), []);
    assert.equal(await store().reads.occurrences.oldestDue(NOW), null);
  });

  it('are claimed by one of many workers each', async () => {
    await plan(
      ...people.flatMap((personId) =>
        Array.from({ length: 20 }, (_, index) => one({ personId, period: `p${index}` })),
      ),
    );
    const workers = [store(), await another(), await another(), await another()];
    const work = async (on: (typeof workers)[number], worker: string): Promise<readonly OccurrenceId[]> => {
      const got: OccurrenceId[] = [];
      for (;;) {
        const batch = await claim({ worker, limit: 7 }, on);
        if (batch.length === 0) return got;
        got.push(...batch.map((each) => each.id));
      }
    };
    const all = (await Promise.all(workers.map((on, index) => work(on, `w${index}`)))).flat();
    assert.equal(all.length, 120);
    assert.equal(new Set(all).size, 120);
  });

  it('move only from the state and under the fence that were seen', async () => {
    const { id: occurrence } = await planned();
    await claim();
    const move = (fence: number, from: 'claimed' | 'sending', to: 'sending' | 'sent', at = NOW) =>
      store().transaction((tx) =>
        tx.occurrences.move(occurrence, fence, from, { to, at, activityId: 'act' }),
      );
    assert.equal(await move(0, 'claimed', 'sending'), false);
    assert.equal(await move(1, 'sending', 'sent'), false);
    assert.equal(await move(1, 'claimed', 'sending'), true);
    assert.equal(await move(1, 'claimed', 'sending'), false);
    assert.equal((await store().reads.occurrences.byId(occurrence))?.attempts, 1);
    assert.equal(await move(1, 'sending', 'sent', later(NOW, 5)), true);
    assert.deepEqual(await store().reads.occurrences.lastProactiveAt(people[0] ?? asId('')), later(NOW, 5));
  });

  it('end together, each under its fence and as its send ended', async () => {
    await plan(...people.map((personId) => one({ personId })));
    const claimed = await claim();
    const at = later(NOW, 3000);
    const ended = claimed.map(({ id: of, fence }, index): EndedSend => {
      const to = { endState: 'sent', reason: null, dueAt: null, activityId: `a${index}`, unmade: 0 } as const;
      if (index === 1)
        return { ...to, id: of, fence, endState: 'due', reason: '429', dueAt: at, activityId: null };
      if (index === 2)
        return { ...to, id: of, fence, endState: 'undeliverable', reason: '403', activityId: null };
      return { ...to, id: of, fence: index === 3 ? fence + 1 : fence };
    });
    await store().transaction(async (tx) => {
      await tx.occurrences.startSending(claimed, NOW);
      const [, , , , lateOne, open] = claimed;
      for (const late of [lateOne, open])
        if (late !== undefined)
          await tx.occurrences.move(late.id, late.fence, 'sending', { to: 'unknown', at: NOW });
      const neverLeft = { endState: 'due', unmade: 1 } as const;
      const said = ended.map((one, index) => (index === 5 ? { ...one, ...neverLeft } : one));
      await tx.occurrences.endSending(said, at);
      await tx.occurrences.endSending([], at);
    });
    const states = await Promise.all(claimed.map((one) => stateOf(one.id)));
    assert.deepEqual(states, ['sent', 'due', 'undeliverable', 'sending', 'sent', 'due']);
    const rows = await store().engine.read.selectFrom('occurrences').selectAll().execute();
    const row = (index: number) => rows.find((found) => found.id === claimed[index]?.id);
    assert.deepEqual(
      [0, 1, 2].map((index) => [
        row(index)?.sentAt,
        row(index)?.dueAt,
        row(index)?.reason,
        row(index)?.activityId,
      ]),
      [
        [at, NOW, null, 'a0'],
        [null, at, '429', null],
        [NOW, NOW, '403', null],
      ],
    );
    assert.deepEqual(
      [row(1)?.attempts, row(5)?.attempts],
      [1, 0],
      'only a request that was made is an attempt',
    );
    assert.deepEqual([row(0)?.worker, row(0)?.leaseUntil, row(3)?.worker], [null, null, 'w1']);
  });

  it('that were put back come again later, to whoever claims then', async () => {
    const { id: occurrence } = await planned();
    await claim();
    const dueAt = later(NOW, 500);
    await store().transaction(async (tx) => {
      await tx.occurrences.move(occurrence, 1, 'claimed', { to: 'sending', at: NOW });
      await tx.occurrences.move(occurrence, 1, 'sending', { to: 'due', at: NOW, dueAt, reason: '429' });
    });
    assert.deepEqual(await claim(), []);
    const [again] = await claim({ now: dueAt, worker: 'w2' });
    assert.deepEqual([again?.fence, again?.attempts], [2, 1]);
    assert.equal(await store().reads.occurrences.lastProactiveAt(people[0] ?? asId('')), null);
  });

  it('of a worker that died become due, or unknown once they may have left', async () => {
    const [sending, claimed] = [await planned({ period: 'a' }), await planned({ period: 'b' })];
    await claim();
    const move = (from: 'claimed' | 'sending', to: 'sending' | 'sent') =>
      store().transaction((tx) => tx.occurrences.move(sending.id, 1, from, { to, at: NOW }));
    await move('claimed', 'sending');
    const recover = (now: Date) => store().transaction((tx) => tx.occurrences.recover(now));
    assert.deepEqual(await recover(later(lease.leaseUntil, -1)), { unknown: 0, due: 0 });
    assert.deepEqual(await recover(lease.leaseUntil), { unknown: 1, due: 1 });
    assert.equal(await move('sending', 'sent'), false, 'the dead worker that wakes has lost it');
    assert.equal(await stateOf(sending.id), 'unknown');
    assert.equal(await stateOf(claimed.id), 'due');
    await store().transaction((tx) => tx.occurrences.proveDelivered(sending.id, NOW));
    assert.equal(await stateOf(sending.id), 'sent');
  });

  it('are cancelled by subject or for a person, while they are due', async () => {
    const [a, b] = [await planned({ period: 'a' }), await planned({ period: 'b' })];
    const other = await planned({ personId: people[1] ?? asId('') });
    const cancel = (subject: string | null) =>
      store().transaction((tx) => tx.occurrences.cancel(a.personId, subject, NOW));
    await cancel(a.subjectId);
    assert.deepEqual([await stateOf(a.id), await stateOf(b.id)], ['cancelled', 'due']);
    await cancel(null);
    assert.deepEqual([await stateOf(b.id), await stateOf(other.id)], ['cancelled', 'due']);
  });

  it('wake those that were put back, not those that are for later', async () => {
    const tomorrow = later(NOW, DAY_MS);
    const [held, future] = [await planned({ period: 'a' }), await planned({ period: 'b', dueAt: tomorrow })];
    await claim();
    await store().transaction((tx) =>
      tx.occurrences.move(held.id, 1, 'claimed', { to: 'due', at: NOW, dueAt: tomorrow, reason: 'away' }),
    );
    await store().transaction((tx) => tx.occurrences.wake(held.personId, later(NOW, 1)));
    const due = await claim({ now: later(NOW, 1) });
    assert.deepEqual(
      due.map((each) => each.id),
      [held.id],
    );
    assert.equal(await stateOf(future.id), 'due');
  });

  it('that reply do not count towards the one message a day', async () => {
    for (const kind of ['introduction', 'proposal-moved-on', 'pairing-ended'] as const) {
      await planned({ kind });
    }
    await store().transaction(async (tx) => {
      for (const { id: each, fence } of await tx.occurrences.claim(lease)) {
        await tx.occurrences.move(each, fence, 'claimed', { to: 'sending', at: NOW });
      }
    });
    assert.equal(await store().reads.occurrences.lastProactiveAt(people[0] ?? asId('')), null);
  });
});

onEveryEngine('Permits', ({ store, another }) => {
  const take = (now: Date, on = store(), lane: PermitLane = 'proactive') =>
    on.transaction(async (tx) => {
      const before = await tx.occurrences.lockPermits(TENANT, lane, now);
      const { slots, permits } = takeSlots(before, now, { perSecond: 30, aheadMs: 0, count: 1, told: false });
      if (slots.length > 0) await tx.occurrences.savePermits(TENANT, lane, permits);
      return slots[0]?.at ?? null;
    });

  it('never give a second more than its share, whoever asks', async () => {
    const others = [store(), await another()];
    const granted: number[] = [];
    const ask = async (on: (typeof others)[number]): Promise<void> => {
      for (let ms = 0; ms < 1000; ms += 20) {
        const permit = await take(later(NOW, ms), on);
        if (permit !== null) granted.push(permit.getTime());
      }
    };
    await Promise.all(others.map(ask));
    const sorted = granted.toSorted((a, b) => a - b);
    assert.ok(sorted.length > 10);
    for (const [index, at] of sorted.entries()) {
      const thirtieth = sorted[index + 30];
      assert.ok(thirtieth === undefined || thirtieth - at >= 1000);
    }
    assert.equal(new Set(granted).size, granted.length);
  });

  it('stop for as long as Teams asks, and a shorter pause does not shorten it', async () => {
    await take(NOW);
    await store().transaction((tx) => tx.occurrences.pauseUntil(TENANT, later(NOW, 5000)));
    await store().transaction((tx) => tx.occurrences.pauseUntil(TENANT, later(NOW, 2000)));
    assert.equal(await take(later(NOW, 3000)), null);
    assert.deepEqual(await take(later(NOW, 5000)), later(NOW, 5000));
  });

  it('stop at once in a tenant that has never sent', async () => {
    await store().transaction((tx) => tx.occurrences.pauseUntil(TENANT, later(NOW, 5000)));
    assert.equal(await take(NOW), null);
  });

  it('for replies are apart from those for what the bot says by itself, and pause with them', async () => {
    assert.deepEqual(await take(NOW), NOW);
    assert.deepEqual(await take(NOW, store(), 'reply'), NOW);
    assert.deepEqual([await take(NOW), await take(NOW, store(), 'reply')], [null, null]);
    await store().transaction((tx) => tx.occurrences.pauseUntil(TENANT, later(NOW, 5000)));
    assert.equal(await take(later(NOW, 3000), store(), 'reply'), null);
  });
});
