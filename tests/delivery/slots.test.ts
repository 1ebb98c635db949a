import assert from 'node:assert/strict';
import { array, assert as check, integer, property } from 'fast-check';
import { takeSlot } from '../../bot/core/permit.ts';
import type { Permits } from '../../bot/core/permit.ts';
import { backoffMs } from '../../bot/delivery/backoff.ts';

const START = new Date('2026-11-02T09:00:00.000Z');
const fresh: Permits = { nextSlotAt: START, pausedUntil: null };
const plus = (ms: number): Date => new Date(START.getTime() + ms);

describe('slots of a tenant', () => {
  it('are never more than the share in any sliding second, however they are asked for', () => {
    const pauses = array(integer({ min: 0, max: 400 }), { minLength: 50, maxLength: 300 });
    check(
      property(integer({ min: 1, max: 50 }), pauses, (perSecond, gaps) => {
        let permits = fresh;
        let now = START.getTime();
        const used: number[] = [];
        for (const gap of gaps) {
          now += gap;
          const answer = takeSlot(permits, new Date(now), perSecond, 100);
          permits = answer.permits;
          if (answer.granted) used.push(answer.at.getTime());
        }
        for (const at of used) {
          const within = used.filter((other) => other >= at && other < at + 1000).length;
          assert.ok(within <= perSecond, `${within} of ${perSecond}`);
        }
      }),
    );
  });

  it('use at least 97 % of the share while there is work', () => {
    let permits = fresh;
    let now = START;
    let granted = 0;
    while (now < plus(10_000)) {
      const answer = takeSlot(permits, now, 30, 100);
      permits = answer.permits;
      if (answer.granted) granted += 1;
      else now = answer.at;
    }
    assert.ok(granted >= 291 && granted <= 304, String(granted));
  });

  it('are not handed out during a pause, and say when to come again', () => {
    const paused = { ...fresh, pausedUntil: plus(60_000) };
    assert.deepEqual(takeSlot(paused, plus(10), 30, 100), {
      granted: false,
      at: plus(59_900),
      permits: paused,
    });
    assert.equal(takeSlot(paused, plus(60_000), 30, 100).granted, true);
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
