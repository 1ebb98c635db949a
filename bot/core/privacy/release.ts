import type { PersonId } from '../ids.ts';
import type { PeriodAnswers } from '../ports/privacy.ts';
import { QUESTION_NAMES } from './figures.ts';
import type { FigureValues, QuestionName } from './figures.ts';
import { QUESTIONS } from './questions.ts';
import type { Question, Tally } from './questions.ts';
import { scopesOf } from './scopes.ts';
import type { ReportingLine, Scope } from './scopes.ts';
import { tellable, totals } from './suppress.ts';

/** Everything that a month's figures are made of. People without answers are no members. */
export interface Period {
  readonly lines: readonly ReportingLine[];
  readonly answers: readonly PeriodAnswers[];
}

/** One figure that may be shown to one manager, or to the coordinators where `scope` is null. */
export interface TellableFigure {
  readonly scope: PersonId | null;
  readonly question: QuestionName;
  readonly value: FigureValues[QuestionName];
}

/** Which scopes may be told; a parameter so that tests can show what happens without the complements. */
export type Suppression = typeof tellable;

/**
 * All figures of a month that may be shown, over the whole reporting tree at once: minimum sizes, no tails,
 * and nothing to be had by subtracting. A manager is never in her own figures.
 */
export function figuresToRelease(
  period: Period,
  suppression: Suppression = tellable,
): readonly TellableFigure[] {
  const scopes = scopesOf(period.lines);
  const answers = new Map(period.answers.map((one) => [one.personId, one]));
  return QUESTION_NAMES.flatMap((name) => figuresOf(QUESTIONS[name], scopes, answers, suppression));
}

function figuresOf<Name extends QuestionName>(
  question: Question<Name>,
  scopes: readonly Scope[],
  answers: ReadonlyMap<PersonId, PeriodAnswers>,
  suppression: Suppression,
): readonly TellableFigure[] {
  const own = scopes.map((scope) => tallyOf(question, scope.people, answers));
  const sums = totals(scopes, own);
  const told = suppression(scopes, sums, (tally, scope) => question.mayTell(tally, spareOf(scope)));
  return [...told].map((at) => ({
    scope: scopes[at]?.manager ?? null,
    question: question.name,
    value: question.value(sums[at] ?? []),
  }));
}

/** A coordinator may be in the programme's figures and knows her own answer, so there it takes one person more. */
const spareOf = (scope: Scope): number => (scope.manager === null ? 1 : 0);

function tallyOf<Name extends QuestionName>(
  question: Question<Name>,
  people: readonly PersonId[],
  answers: ReadonlyMap<PersonId, PeriodAnswers>,
): Tally {
  const tally = Array.from({ length: question.parts }, () => 0);
  for (const person of people) {
    const part = question.partOf(answers.get(person) ?? null);
    if (part !== null) tally[part] = (tally[part] ?? 0) + 1;
  }
  return tally;
}
