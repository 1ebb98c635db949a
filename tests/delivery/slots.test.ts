import assert from 'node:assert/strict';
import { array, assert as check, integer, property } from 'fast-check';
import { takePace } from '../../bot/core/pace.ts';
import { freshPermits, holdBack, takeSlots } from '../../bot/core/permit.ts';
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
          const answer = takeSlots(permits, new Date(now), { perSecond, aheadMs: 100, count });
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
        const answer = takeSlots(permits, now, { perSecond, aheadMs: 200, count: 3 });
        permits = answer.permits;
        granted += answer.slots.length;
        if (answer.slots.length === 0) now = new Date(Math.max(now.getTime() + 1, answer.askAt.getTime()));
      }
      assert.ok(granted >= perSecond * 9.85 && granted <= perSecond * 10.2, `${granted} at ${perSecond}`);
    }
  });

  it('are held back by those that were used late, and then crowd with nobody', () => {
    const late = array(integer({ min: 0, max: 150 }), { minLength: 100, maxLength: 100 });
    check(
      property(late, (latenesses) => {
        let permits = fresh;
        let now = START.getTime();
        const flying: Slot[] = [];
        const used: number[] = [];
        for (const lateness of latenesses) {
          const landed = flying.filter(({ at }) => at.getTime() <= now);
          permits = holdBack(permits, landed);
          const answer = takeSlots(permits, new Date(now), { perSecond: 30, aheadMs: 200, count: 1 });
          permits = answer.permits;
          for (const { number, at } of answer.slots) {
            flying.push({ number, at: new Date(at.getTime() + lateness) });
            used.push(at.getTime() + lateness);
          }
          now = answer.slots.length > 0 ? now + 1 : answer.askAt.getTime() + 1;
        }
        neverMoreThan(30, used);
      }),
    );
  });

  it('hold nobody back for being on time', () => {
    const request = { perSecond: 30, aheadMs: 2_000, count: 30 };
    const { slots, permits } = takeSlots(fresh, START, request);
    const [first] = slots;
    assert.ok(first);
    assert.equal(holdBack(permits, slots), permits);
    const late = holdBack(permits, [{ number: first.number, at: plus(61) }]);
    const [next] = takeSlots(late, START, { ...request, count: 1 }).slots;
    assert.deepEqual(next?.at, plus(61 + 1_010), 'its own lane rests for a second from then');
  });

  it('are not handed out during a pause, and say when to come again', () => {
    const paused = { ...fresh, pausedUntil: plus(60_000) };
    const request = { perSecond: 30, aheadMs: 100, count: 2 };
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
