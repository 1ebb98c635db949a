import assert from 'node:assert/strict';
import { DEFAULT_SETTINGS } from '../../bot/core/programme.ts';
import { endStep, silenceStep, silentSince } from '../../bot/core/silence.ts';
import type { Asked } from '../../bot/core/silence.ts';

const day = (n: number, hour = 0): Date => new Date(Date.UTC(2026, 0, 1 + n, hour));
const asked = (week: number, dueAt: Date, answeredAt: Date | null = null): Asked => ({
  week,
  dueAt,
  answeredAt,
});
const { silence } = DEFAULT_SETTINGS;
const step = (days: number, state: 'active' | 'quiet') => silenceStep(day(0), day(days), state, silence);

describe('silence', () => {
  it('does not begin before the bot has asked', () => {
    assert.equal(silentSince([], day(20)), null);
    assert.equal(silentSince([asked(1, day(6))], day(5)), null);
  });

  it('begins with the first question that nobody answered', () => {
    const weeks = [asked(1, day(6), day(7)), asked(2, day(13)), asked(3, day(20))];
    assert.deepEqual(silentSince(weeks, day(25)), day(13));
  });

  it('is ended by an answer of either side, even when the other side is asked hours later', () => {
    const weeks = [asked(1, day(6, 1), day(6, 2)), asked(1, day(6, 12))];
    assert.equal(silentSince(weeks, day(12)), null);
  });

  it('is ended by a late answer to an earlier week', () => {
    assert.equal(silentSince([asked(1, day(6), day(21)), asked(2, day(13))], day(22)), null);
  });

  it('calls for a nudge at day 5 and 12, then for the offer to close at day 30', () => {
    assert.equal(step(4, 'active'), null);
    assert.deepEqual(step(5, 'active'), { kind: 'nudge', day: 5, last: false });
    assert.deepEqual(step(12, 'active'), { kind: 'nudge', day: 12, last: true });
    assert.deepEqual(step(29, 'quiet'), { kind: 'nudge', day: 12, last: true });
    assert.deepEqual(step(30, 'quiet'), { kind: 'close-offer', day: 30 });
  });

  it('gives only the latest of the nudges that were missed, and never an offer to close first', () => {
    assert.deepEqual(silenceStep(day(0), day(40), 'active', silence), { kind: 'nudge', day: 12, last: true });
  });

  it('offers to close without a nudge where the programme gives none', () => {
    const none = { nudgeDays: [], closeDays: 30 };
    assert.equal(silenceStep(day(0), day(29), 'active', none), null);
    assert.deepEqual(silenceStep(day(0), day(30), 'active', none), { kind: 'close-offer', day: 30 });
  });

  it('says nothing about a pairing that has ended or is not silent', () => {
    assert.equal(silenceStep(day(0), day(40), 'ended', silence), null);
    assert.equal(silenceStep(null, day(40), 'active', silence), null);
  });
});

describe('the end of a pairing', () => {
  it('is offered a renewal in the last week, and comes on the day', () => {
    assert.equal(endStep(day(84), day(76)), null);
    assert.equal(endStep(day(84), day(77)), 'offer-renewal');
    assert.equal(endStep(day(84), day(84)), 'end');
  });
});
