import assert from 'node:assert/strict';
import type { PeriodAnswers } from '../../../bot/core/ports/privacy.ts';
import { fewestFor } from '../../../bot/core/privacy/thresholds.ts';
import { release } from '../../../bot/core/privacy/release.ts';
import type { Period } from '../../../bot/core/privacy/release.ts';
import { asId } from '../../../bot/core/ids.ts';
import { personAt } from './companies.ts';

const answered = (at: number): PeriodAnswers => ({
  personId: personAt(at),
  joined: true,
  paired: true,
  moods: [at % 2 === 0 ? 5 : 1],
  helped: [at % 2 === 0 ? 5 : 1],
  meetings: 1,
});

/** Manager 0 and those who answered below her. */
const team = (people: readonly number[]): Period => ({
  lines: [0, ...people].map((at) => ({ personId: personAt(at), managerId: at === 0 ? null : personAt(0) })),
  answers: people.map(answered),
});

const range = (from: number, to: number): readonly number[] =>
  Array.from({ length: to - from + 1 }, (_, at) => from + at);

const told = (months: readonly Period[]): readonly boolean[] => {
  const earlier: ReadonlyMap<ReturnType<typeof personAt>, string>[] = [];
  return months.map((month) => {
    const { figures, cohort } = release('mood', month, { earlier });
    earlier.push(cohort);
    return figures.some((figure) => figure.scope === personAt(0));
  });
};

describe('the figures of a later month', () => {
  it('are told when the same people answered', () => {
    assert.deepEqual(told([team(range(1, 20)), team(range(1, 20))]), [true, true]);
  });

  it('are hidden when one has gone, one has come, or one has taken another’s place', () => {
    for (const later of [range(2, 20), range(1, 21), range(2, 21)]) {
      assert.deepEqual(told([team(range(1, 20)), team(later)]), [true, false], `${later.length}`);
    }
  });

  it('are told once so many have changed that no few of them stand out', () => {
    assert.deepEqual(told([team(range(1, 30)), team(range(7, 35))]), [true, true]);
    assert.deepEqual(told([team(range(1, 30)), team(range(6, 34))]), [true, false], 'nine have changed');
  });

  it('are held against every month before, not the last one only', () => {
    assert.deepEqual(told([team(range(1, 20)), team(range(2, 20)), team(range(2, 20))]), [
      true,
      false,
      false,
    ]);
  });
});

describe('the fewest people of a figure', () => {
  const kept = (period: string, value: unknown) => ({
    programmeId: asId<never>('programme'),
    scope: null,
    period,
    question: 'thresholds',
    value,
    releasedAt: new Date(),
  });

  it('are never fewer than what held when the answers were given', () => {
    const before = [kept('2026-11', { counts: 8, mood: 20 })];
    assert.deepEqual(fewestFor('2026-11', before, { counts: 5, mood: 10 }), { counts: 8, mood: 20 });
    assert.deepEqual(fewestFor('2026-12', before, { counts: 5, mood: 10 }), { counts: 5, mood: 10 });
  });

  it('may be raised at any time', () => {
    const before = [kept('2026-11', { counts: 5, mood: 10 })];
    assert.deepEqual(fewestFor('2026-11', before, { counts: 6, mood: 12 }), { counts: 6, mood: 12 });
  });

  it('decide what is told', () => {
    const { figures } = release('mood', team(range(1, 20)), { fewest: { counts: 5, mood: 21 } });
    assert.deepEqual(figures, []);
  });
});
