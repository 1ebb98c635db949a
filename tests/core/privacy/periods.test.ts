import assert from 'node:assert/strict';
import type { ReleasedFigure } from '../../../bot/core/ports/privacy.ts';
import { asId } from '../../../bot/core/ids.ts';
import { shareBand } from '../../../bot/core/privacy/figures.ts';
import { byPeriod, endedMonths } from '../../../bot/core/privacy/periods.ts';

const released = (period: string, question: string, value: unknown): ReleasedFigure => ({
  programmeId: asId('programme'),
  scope: null,
  period,
  question,
  value,
  releasedAt: new Date(),
});

describe('months', () => {
  it('are those that have ended since, over the turn of a year', () => {
    const months = endedMonths(new Date('2026-11-30T23:59:59Z'), new Date('2027-02-01T00:00:00Z'));
    assert.deepEqual(
      months.map((month) => month.period),
      ['2026-11', '2026-12', '2027-01'],
    );
    assert.deepEqual(months[1]?.to, months[2]?.from);
  });

  it('are none in the month in which it began', () => {
    assert.deepEqual(endedMonths(new Date('2026-11-01T00:00:00Z'), new Date('2026-11-30T23:59:59Z')), []);
  });
});

describe('stored figures by month', () => {
  it('come newest first, and what is not there is hidden', () => {
    const periods = byPeriod([released('2026-10', 'done', true), released('2026-11', 'mood', 'half')]);
    assert.deepEqual(
      periods.map((one) => one.period),
      ['2026-11', '2026-10'],
    );
    assert.deepEqual(periods[0]?.mood, { shown: true, value: 'half' });
    assert.deepEqual(periods[1]?.mood, { shown: false });
  });

  it('hide what does not look like a figure of theirs', () => {
    const [period] = byPeriod([
      released('2026-11', 'mood', 0.83),
      released('2026-11', 'members', '12'),
      released('2026-11', 'meetings', { one: 5 }),
      released('2026-11', 'helped', 'everyone'),
    ]);
    assert.deepEqual(
      [period?.mood, period?.members, period?.meetings, period?.helped].map((figure) => figure?.shown),
      [false, false, false, false],
    );
  });
});

describe('bands of a share', () => {
  for (const [share, band] of [
    [0.11, 'few'],
    [0.25, 'few'],
    [0.26, 'some'],
    [0.45, 'some'],
    [0.5, 'half'],
    [0.55, 'half'],
    [0.75, 'most'],
    [0.76, 'nearly-all'],
    [0.89, 'nearly-all'],
  ] as const) {
    it(`say ${band} of ${share}`, () => assert.equal(shareBand(share), band));
  }
});
