import assert from 'node:assert/strict';
import { array, assert as check, integer, property } from 'fast-check';
import { takePace } from '../../bot/core/pace.ts';
import { freshPermits, land, takeSlots } from '../../bot/core/permit.ts';
import type { Permits, Slot } from '../../bot/core/permit.ts';
import { backoffMs } from '../../bot/delivery/backoff.ts';
import { Limiter, SEND_WINDOWS } from '../fakes/teams/limits.ts';

const START = new Date('2026-11-02T09:00:00.000Z');
const fresh: Permits = freshPermits(START);
const plus = (ms: number): Date => new Date(START.getTime() + ms);

function neverMoreThan(perSecond: number, used: readonly number[]): void {
  const sorted = used.toSorted((a, b) => a - b);
  for (const [index, at] of sorted.entries()) {
    const next = sorted[index + perSecond];
    assert.ok(next === undefined || next - at >= 1000, `${perSecond} and one more in ${(next ?? 0) - at} ms`);
  }
}

describe('slots of a tenant', () => {
  const gaps = array(integer({ min: 0, max: 400 }), { minLength: 50, maxLength: 300 });

  it('are never more than the share in any sliding second, however they are asked for', () => {
    check(
      property(integer({ min: 1, max: 50 }), gaps, integer({ min: 1, max: 9 }), (perSecond, gaps, count) => {
        let permits = fresh;
        let now = START.getTime();
        const used: number[] = [];
        for (const gap of gaps) {
          now += gap;
          const answer = takeSlots(permits, new Date(now), { perSecond, aheadMs: 100, count, told: false });
          permits = answer.permits;
          used.push(...answer.slots.map(({ at }) => at.getTime()));
        }
        neverMoreThan(perSecond, used);
      }),
    );
  });

  it('use at least 97 % of the share while there is work', () => {
    for (const perSecond of [20, 30, 50, 300]) {
      let permits = fresh;
      let now = START;
      let granted = 0;
      while (now < plus(10_000)) {
        const answer = takeSlots(permits, now, { perSecond, aheadMs: 200, count: 3, told: false });
        permits = answer.permits;
        granted += answer.slots.length;
        if (answer.slots.length === 0) now = new Date(Math.max(now.getTime() + 1, answer.askAt.getTime()));
      }
      assert.ok(granted >= perSecond * 9.85 && granted <= perSecond * 10.2, `${granted} at ${perSecond}`);
    }
  });

  /** Requests that are late by these, each told of when it is answered, `answeredMs` after that; null: never. */
  function usedBy(latenesses: readonly number[], answeredMs: (index: number) => number | null, told = true) {
    let permits = fresh;
    let now = START.getTime();
    const flying: { slot: Slot; at: number; toldAt: number | null }[] = [];
    const used: number[] = [];
    for (const [index, lateness] of latenesses.entries())
      for (let granted = false; !granted;) {
        const landed = flying.filter(({ toldAt }) => toldAt !== null && toldAt <= now);
        for (const one of landed) flying.splice(flying.indexOf(one), 1);
        if (told)
          permits = land(
            permits,
            landed.map(({ slot, at }) => ({ slot, at: new Date(at) })),
          );
        const answer = takeSlots(permits, new Date(now), { perSecond: 30, aheadMs: 300, count: 1, told });
        permits = answer.permits;
        for (const slot of answer.slots) {
          const at = slot.at.getTime() + lateness;
          const answered = answeredMs(index);
          flying.push({ slot, at, toldAt: answered === null ? null : at + answered });
          used.push(at);
          granted = true;
        }
        now = granted ? now + 1 : Math.max(now + 1, answer.askAt.getTime());
      }
    return used;
  }
  const late = array(integer({ min: 0, max: 1_900 }), { minLength: 100, maxLength: 150 });

  it('crowd with nobody however late requests are, and however late or never that is known', () => {
    check(
      property(late, integer({ min: 0, max: 3_000 }), (latenesses, answeredMs) => {
        neverMoreThan(
          30,
          usedBy(latenesses, (index) => (index % 7 === 0 ? null : answeredMs)),
        );
      }),
    );
  });

  it('would crowd if nobody told how late they were', () => {
    const latenesses = Array.from({ length: 100 }, (_, index) => (index < 10 ? 400 : 0));
    const used = usedBy(latenesses, () => null, false);
    assert.throws(() => neverMoreThan(30, used));
  });

  it('lose nothing while answers take less than half a second', () => {
    const used = usedBy(
      Array.from({ length: 300 }, () => 0),
      () => 450,
    );
    assert.ok((used.at(-1) ?? 0) - (used[0] ?? 0) < 10_000 / 0.98);
  });

  it('that were not used are there for others', () => {
    const request = { perSecond: 30, aheadMs: 2_000, count: 30, told: true };
    const { slots, permits } = takeSlots(fresh, START, request);
    assert.equal(slots.length, 30);
    const next = (from: Permits) =>
      takeSlots(from, plus(900), { ...request, count: 1, aheadMs: 300 }).slots[0];
    assert.equal(next(permits), undefined, 'nobody knows yet when the first ones arrived');
    const [first] = slots;
    assert.ok(first);
    assert.deepEqual(next(land(permits, [{ slot: first, at: null }]))?.at, plus(900));
    assert.deepEqual(
      next(land(permits, [{ slot: first, at: plus(5) }]))?.at,
      plus(1_012),
      'five are forgiven',
    );
    assert.deepEqual(next(land(permits, [{ slot: first, at: plus(106) }]))?.at, plus(1_112));
  });

  it('are not handed out during a pause, and say when to come again', () => {
    const paused = { ...fresh, pausedUntil: plus(60_000) };
    const request = { perSecond: 30, aheadMs: 100, count: 2, told: false };
    assert.deepEqual(takeSlots(paused, plus(10), request), {
      slots: [],
      askAt: plus(59_950),
      permits: paused,
    });
    assert.equal(takeSlots(paused, plus(60_000), request).slots.length, 2);
  });
});

describe('the pace of a conversation', () => {
  it('keeps all of the windows of Teams, however much there is to say', () => {
    const gaps = array(integer({ min: 0, max: 900 }), { minLength: 100, maxLength: 2_500 });
    check(
      property(gaps, (gaps) => {
        const windows = new Limiter(SEND_WINDOWS);
        let pacedUntil: Date | null = null;
        let now = START.getTime();
        for (const gap of gaps) {
          now += gap;
          const answer = takePace(pacedUntil, new Date(now));
          if (!answer.allowed) continue;
          pacedUntil = answer.pacedUntil;
          assert.equal(windows.waitMs('', now), 0);
          windows.count('', now);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('lets seven be said at once, and says when the eighth may be', () => {
    let pacedUntil: Date | null = null;
    for (let count = 0; count < 7; count += 1) {
      const answer = takePace(pacedUntil, START);
      assert.ok(answer.allowed);
      ({ pacedUntil } = answer);
    }
    assert.deepEqual(takePace(pacedUntil, START), { allowed: false, at: plus(2_200) });
    assert.ok(takePace(pacedUntil, plus(2_200)).allowed);
  });
});

describe('waiting after an attempt that Teams did not take', () => {
  it('grows threefold up to an hour, give or take a fifth', () => {
    assert.deepEqual(
      [1, 2, 3, 4, 5, 6, 7, 8].map((attempts) => backoffMs(attempts, () => 0.5) / 1000),
      [5, 15, 45, 135, 405, 1215, 3600, 3600],
    );
    assert.equal(
      backoffMs(1, () => 0),
      4_000,
    );
    assert.equal(
      backoffMs(1, () => 1),
      6_000,
    );
  });
});
