import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import type { PeriodAnswers } from '../../../bot/core/ports/privacy.ts';
import { QUESTION_NAMES } from '../../../bot/core/privacy/figures.ts';
import { release } from '../../../bot/core/privacy/release.ts';
import type { Period, TellableFigure } from '../../../bot/core/privacy/release.ts';
import { tellableAlone } from '../../../bot/core/privacy/suppress.ts';
import { fewestOf, smallestGroup } from './attacker.ts';
import { companies, personAt } from './companies.ts';

const MANY = { numRuns: 300 };

/** The figures of all questions for a company's first month. */
const figuresToRelease = (period: Period, suppression?: typeof tellableAlone): readonly TellableFigure[] =>
  QUESTION_NAMES.flatMap(
    (name) => release(name, period, suppression === undefined ? {} : { suppression }).figures,
  );

/** A member who answered everything with the same number. */
const member = (at: number, answer: number, meetings = 2): PeriodAnswers => ({
  personId: personAt(at),
  joined: true,
  paired: answer > 2,
  moods: [answer],
  helped: [answer],
  meetings,
});

/** Person 0 leads `size` people; the first `well` of them answer 5, the others 1. */
const team = (size: number, well: number): Period => ({
  lines: Array.from({ length: size + 1 }, (_, at) => ({
    personId: personAt(at),
    managerId: at === 0 ? null : personAt(0),
  })),
  answers: Array.from({ length: size }, (_, at) => member(at + 1, at < well ? 5 : 1)),
});

/** Members who report to one manager; `well` of them answer 5, the others 1. */
const below = (manager: number, from: number, size: number, well: number) =>
  Array.from({ length: size }, (_, at) => ({ at: from + at, manager, answer: at < well ? 5 : 1 }));

/** People who report to nobody. */
const flat = (size: number): Period => ({
  lines: Array.from({ length: size }, (_, at) => ({ personId: personAt(at), managerId: null })),
  answers: Array.from({ length: size }, (_, at) => member(at, at % 2 === 0 ? 5 : 1)),
});

const told = (figures: readonly TellableFigure[], question: string, scope: number | null): unknown =>
  figures.find((one) => one.question === question && one.scope === (scope === null ? null : personAt(scope)))
    ?.value;

describe('the figures of a month', () => {
  it('single out no group below the minimum, whatever is added and subtracted', () => {
    fc.assert(
      fc.property(companies, (company) => {
        const figures = figuresToRelease(company);
        for (const question of QUESTION_NAMES) {
          const smallest = smallestGroup(company, figures, question);
          assert.ok(smallest === null || smallest >= fewestOf(question), `${question}: ${smallest}`);
        }
      }),
      MANY,
    );
  });

  it('would single some out without the complements, so the test above can fail', () => {
    const attack = fc.check(
      fc.property(companies, (company) => {
        const figures = figuresToRelease(company, tellableAlone);
        return QUESTION_NAMES.every(
          (question) => (smallestGroup(company, figures, question) ?? Infinity) >= fewestOf(question),
        );
      }),
      MANY,
    );
    assert.equal(attack.failed, true);
  });

  it('tell something: over random companies most have a figure for some manager', () => {
    const useful = fc
      .sample(companies, 100)
      .filter((company) => figuresToRelease(company).some((figure) => figure.scope !== null));
    assert.ok(useful.length >= 50, `${useful.length} of 100`);
  });

  it('do not change with what the manager answered herself', () => {
    fc.assert(
      fc.property(companies, fc.nat(), fc.integer({ min: 1, max: 5 }), (company, pick, answer) => {
        const managers = [...new Set(company.lines.flatMap((line) => line.managerId ?? []))];
        const manager = managers[pick % managers.length];
        const answers = company.answers.map((one) =>
          one.personId === manager ? { ...one, moods: [answer], helped: [answer], meetings: answer } : one,
        );
        const before = figuresToRelease(company).filter((figure) => figure.scope === manager);
        const after = figuresToRelease({ ...company, answers }).filter((figure) => figure.scope === manager);
        // Whether a figure must be hidden for the sake of those above may change; what it says may not.
        for (const { question, value } of after) {
          const same = before.find((figure) => figure.question === question);
          if (same !== undefined) assert.deepEqual(value, same.value);
        }
      }),
      MANY,
    );
  });

  it('leave a mood out below ten answers and help below five', () => {
    assert.equal(told(figuresToRelease(team(9, 5)), 'mood', 0), undefined);
    assert.equal(told(figuresToRelease(team(10, 5)), 'mood', 0), 'half');
    assert.equal(told(figuresToRelease(team(4, 2)), 'helped', 0), undefined);
    assert.equal(told(figuresToRelease(team(5, 2)), 'helped', 0), 'some');
  });

  it('leave out what is so of nearly everyone or nearly nobody', () => {
    for (const [well, shown] of [
      [0, undefined],
      [2, undefined],
      [3, 'few'],
      [17, 'nearly-all'],
      [18, undefined],
      [20, undefined],
    ] as const) {
      assert.equal(told(figuresToRelease(team(20, well)), 'helped', 0), shown, `${well} of 20`);
    }
  });

  it('count to the nearest five', () => {
    const figures = figuresToRelease(team(20, 12));
    assert.equal(told(figures, 'paired', null), 10);
    assert.equal(told(figures, 'paired', 0), undefined, 'without her nobody but the manager is left');
    assert.deepEqual(told(figures, 'meetings', 0), undefined, 'all twenty had two talks');
    const talked = {
      ...team(20, 12),
      answers: team(20, 12).answers.map((one, at) => ({ ...one, meetings: at })),
    };
    assert.deepEqual(told(figuresToRelease(talked), 'meetings', 0), {
      one: 0,
      twoToThree: 0,
      fourToEight: 5,
      more: 10,
    });
  });

  it('ask for one more where a coordinator may be among those counted', () => {
    assert.equal(told(figuresToRelease(flat(10)), 'mood', null), undefined);
    assert.equal(told(figuresToRelease(flat(11)), 'mood', null), 'half');
  });

  it('count only those who were members the whole month', () => {
    const company = team(12, 6);
    const late = { ...company, answers: company.answers.map((one, at) => ({ ...one, joined: at > 2 })) };
    assert.equal(told(figuresToRelease(late), 'mood', 0), undefined);
  });

  it('hide a small sibling and also the next larger, so that neither follows from the parent', () => {
    // 0 leads 1 and 2; 1 leads 3 to 14 (twelve), 2 leads 15 to 18 (four).
    const lines = Array.from({ length: 19 }, (_, at) => ({
      personId: personAt(at),
      managerId: at === 0 ? null : personAt(at < 3 ? 0 : at < 15 ? 1 : 2),
    }));
    const answers = lines.slice(3).map((_, at) => member(at + 3, at % 2 === 0 ? 5 : 1));
    const figures = figuresToRelease({ lines, answers });
    assert.equal(told(figures, 'helped', 0), 'half');
    assert.equal(told(figures, 'helped', 1), undefined, 'twelve of sixteen would leave four');
    assert.equal(told(figures, 'helped', 2), undefined);
  });

  it('hide the team inside a hidden team too, where the rest would still be of nearly everyone', () => {
    // 0 has four reports and leads 1; 1 has six and leads 2; 2 has six. Who does not answer is in nobody's figures.
    const staff = [...below(0, 3, 4, 4), ...below(1, 7, 6, 5), ...below(2, 13, 6, 3)];
    const lines = [
      { personId: personAt(0), managerId: null },
      { personId: personAt(1), managerId: personAt(0) },
      { personId: personAt(2), managerId: personAt(1) },
      ...staff.map((one) => ({ personId: personAt(one.at), managerId: personAt(one.manager) })),
    ];
    const figures = figuresToRelease({ lines, answers: staff.map((one) => member(one.at, one.answer)) });
    assert.equal(told(figures, 'helped', 0), 'most');
    assert.equal(told(figures, 'helped', 1), undefined, 'sixteen less twelve are four');
    assert.equal(told(figures, 'helped', 2), undefined, 'sixteen less six are ten, nine of whom it helped');
  });

  it('come to an end where people report in a circle, and count those for the programme only', () => {
    const company = team(30, 15);
    const circle = company.lines.map((line) =>
      line.managerId === null ? { ...line, managerId: personAt(1) } : line,
    );
    const figures = figuresToRelease({ ...company, lines: circle });
    assert.ok(figures.every((figure) => figure.scope === null));
    assert.equal(told(figures, 'mood', null), 'half');
  });
});
