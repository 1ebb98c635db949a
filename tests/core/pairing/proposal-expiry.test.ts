import assert from 'node:assert/strict';
import { afterWorkingDays, proposalExpiry } from '../../../bot/core/pairing/proposal-expiry.ts';
import { DEFAULT_HOURS } from '../../../bot/core/person.ts';

const berlin = { hours: DEFAULT_HOURS, timeZone: 'Europe/Berlin' };
const auckland = { hours: { ...DEFAULT_HOURS, days: [2, 4] as const }, timeZone: 'Pacific/Auckland' };
const wednesday = new Date('2026-11-04T10:00:00Z');

describe('when a proposal expires', () => {
  const cases: [string, number, string][] = [
    ['the next day', 1, '2026-11-05T16:00:00.000Z'],
    ['across a weekend', 5, '2026-11-11T16:00:00.000Z'],
  ];
  for (const [name, days, expected] of cases) {
    it(`counts somebody’s working days, ${name}`, () => {
      assert.equal(afterWorkingDays(wednesday, berlin, days).toISOString(), expected);
    });
  }

  it('keeps to the clock when it changes on the way', () => {
    const before = new Date('2026-10-23T10:00:00Z');
    assert.equal(afterWorkingDays(before, berlin, 1).toISOString(), '2026-10-26T16:00:00.000Z');
  });

  it('waits for whoever has the fewer working days', () => {
    // Tuesdays and Thursdays in Auckland: the 5th and the 10th.
    assert.equal(proposalExpiry(wednesday, [berlin, auckland], 2).toISOString(), '2026-11-10T04:00:00.000Z');
  });

  it('is now for a proposal without sides', () => {
    assert.equal(proposalExpiry(wednesday, [], 5).getTime(), wednesday.getTime());
  });
});
