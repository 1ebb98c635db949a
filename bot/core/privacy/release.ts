import type { PersonId } from '../ids.ts';
import { FEWEST } from '../limits.ts';
import type { PeriodAnswers } from '../ports/privacy.ts';
import { innermostTold, keyOf, overlapsWith, tooCloseTo } from './across-months.ts';
import type { Cohort } from './across-months.ts';
import type { FigureValues, QuestionName } from './figures.ts';
import { QUESTIONS } from './questions.ts';
import type { Fewest, Question, Tally } from './questions.ts';
import { depthsOf, scopesOf } from './scopes.ts';
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

/** Figures that may be shown, and whom they count: kept, so that later months are not told next to them. */
export interface Release {
  readonly figures: readonly TellableFigure[];
  readonly cohort: Cohort;
}

export interface ReleaseRules {
  /** Whom the figures of the same question counted in earlier months. */
  readonly earlier?: readonly Cohort[];
  readonly fewest?: Fewest;
  /** Which scopes may be told; a parameter so that tests can show what happens without the complements. */
  readonly suppression?: typeof tellable;
}

/**
 * All figures of a question that may be shown for a month, over the whole reporting tree at once: minimum sizes,
 * no tails, and nothing to be had by subtracting, neither within the month nor from an earlier one. A manager is
 * never in her own figures.
 */
export function release<Name extends QuestionName>(
  name: Name,
  period: Period,
  { earlier = [], fewest = FEWEST, suppression = tellable }: ReleaseRules = {},
): Release {
  const question: Question<Name> = QUESTIONS[name];
  const scopes = scopesOf(period.lines);
  const counted = countedIn(question, scopes, period.answers);
  const sums = totals(scopes, counted.own);
  const least = question.fewest(fewest);
  const told = toldWith({ scopes, earlier, least, scopeOf: counted.scopeOf }, (hidden) =>
    suppression(scopes, sums, (tally, scope) => question.mayTell(tally, least + spareOf(scope)), hidden),
  );
  return {
    figures: [...told].map((at) => ({
      scope: scopes[at]?.manager ?? null,
      question: name,
      value: question.value(sums[at] ?? []),
    })),
    cohort: cohortOf(scopes, told, counted.scopeOf),
  };
}

/** A coordinator may be in the programme's figures and knows her own answer, so there it takes one person more. */
const spareOf = (scope: Scope): number => (scope.manager === null ? 1 : 0);

interface Counted {
  /** The tally of each scope's own people. */
  readonly own: readonly Tally[];
  /** Everyone counted, with the scope that they are right in. */
  readonly scopeOf: ReadonlyMap<PersonId, number>;
}

function countedIn<Name extends QuestionName>(
  question: Question<Name>,
  scopes: readonly Scope[],
  answers: readonly PeriodAnswers[],
): Counted {
  const answersOf = new Map(answers.map((one) => [one.personId, one]));
  const scopeOf = new Map<PersonId, number>();
  const own = scopes.map((scope, at) => {
    const tally = Array.from({ length: question.parts }, () => 0);
    for (const person of scope.people) {
      const part = question.partOf(answersOf.get(person) ?? null);
      if (part === null) continue;
      tally[part] = (tally[part] ?? 0) + 1;
      scopeOf.set(person, at);
    }
    return tally;
  });
  return { own, scopeOf };
}

interface Telling {
  readonly scopes: readonly Scope[];
  readonly earlier: readonly Cohort[];
  readonly least: number;
  readonly scopeOf: ReadonlyMap<PersonId, number>;
}

/** Hides until what is left may stand next to every earlier month. One more than the least: who looks may be in it. */
function toldWith(
  { scopes, earlier, least, scopeOf }: Telling,
  tell: (hidden: ReadonlySet<number>) => ReadonlySet<number>,
): ReadonlySet<number> {
  const overlaps = earlier.map((cohort) => overlapsWith(cohort, scopeOf));
  const depths = depthsOf(scopes);
  const hidden = new Set<number>();
  for (let told = tell(hidden); ; told = tell(hidden)) {
    const innermost = innermostTold(scopes, told);
    const close = overlaps.flatMap((one) => [...tooCloseTo(one, innermost, depths, least + 1)]);
    if (close.length === 0) return told;
    for (const at of close) hidden.add(at);
  }
}

function cohortOf(
  scopes: readonly Scope[],
  told: ReadonlySet<number>,
  scopeOf: ReadonlyMap<PersonId, number>,
): Cohort {
  const innermost = innermostTold(scopes, told);
  const cohort = new Map<PersonId, string>();
  for (const [person, own] of scopeOf) {
    const scope = scopes[innermost[own] ?? -1];
    if (scope !== undefined) cohort.set(person, keyOf(scope));
  }
  return cohort;
}
