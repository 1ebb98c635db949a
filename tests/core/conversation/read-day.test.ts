import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { readDay } from '../../../bot/core/conversation/read-day.ts';

// A Wednesday.
const TODAY = '2025-12-10';

const CASES: readonly (readonly [said: string, day: string | null])[] = [
  ['until 3 January', '2026-01-03'],
  ['until January 3rd', '2026-01-03'],
  ['until 3rd of January 2027', '2027-01-03'],
  ['jan 3', '2026-01-03'],
  ['till 24 dec', '2025-12-24'],
  ['bis 3. Januar', '2026-01-03'],
  ['bis zum 3. Jänner', '2026-01-03'],
  ['bis 24. Dez.', '2025-12-24'],
  ['bis 3.1.', '2026-01-03'],
  ['bis 3.1.2027', '2027-01-03'],
  ['bis 03.01.27', '2027-01-03'],
  ['2026-02-28', '2026-02-28'],
  ['13/1', '2026-01-13'],
  ['1/13/2026', '2026-01-13'],
  ['3/4', null],
  ['5/5', '2026-05-05'],
  ['2 weeks', '2025-12-24'],
  ['for two weeks', '2025-12-24'],
  ['a couple of weeks', '2025-12-24'],
  ['zwei Wochen', '2025-12-24'],
  ['eine Woche', '2025-12-17'],
  ['10 Tage', '2025-12-20'],
  ['a month', '2026-01-10'],
  ['3 months', '2026-03-10'],
  ['einen Monat', '2026-01-10'],
  ['tomorrow', '2025-12-11'],
  ['bis morgen', '2025-12-11'],
  ['übermorgen', '2025-12-12'],
  ['next week', '2025-12-15'],
  ['nächste Woche', '2025-12-15'],
  ['next month', '2026-01-01'],
  ['monday', '2025-12-15'],
  ['bis Mittwoch', '2025-12-17'],
  ['until friday', '2025-12-12'],
  ['end of january', '2026-01-31'],
  ['Ende Februar', '2026-02-28'],
  ['end of the month', '2025-12-31'],
  ['Jahresende', '2025-12-31'],
  ['until march', '2026-03-01'],
  ['until janury 5', '2026-01-05'],
  ['today', '2025-12-10'],
  ['yesterday', '2025-12-09'],
  ['1.1.2020', '2020-01-01'],
  ['29 February', null],
  ['29 February 2028', '2028-02-29'],
  ['31 November', null],
  ['32.1.', null],
  ['99 years', null],
  ['2 bananas', null],
  ['', null],
  ['when I feel like it', null],
];

describe('a day in what someone types', () => {
  for (const [said, day] of CASES) {
    it(`reads “${said}” as ${day ?? 'no day'}`, () => {
      assert.equal(readDay(said, TODAY), day);
    });
  }

  it('reads what it writes: any day ahead, in figures and in words', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 360 }),
        fc.constantFrom('en-GB', 'de-DE', 'iso'),
        (ahead, form) => {
          const at = new Date(Date.UTC(2025, 11, 10 + ahead));
          const iso = at.toISOString().slice(0, 10);
          const written =
            form === 'iso'
              ? iso
              : at.toLocaleDateString(form, { day: 'numeric', month: 'long', timeZone: 'UTC' });
          assert.equal(readDay(`pause until ${written}`, TODAY), iso);
        },
      ),
    );
  });

  it('never fails, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string(), (said) => {
        const day = readDay(said, TODAY);
        assert.ok(day === null || /^\d{4}-\d\d-\d\d$/.test(day));
      }),
    );
  });
});
