/**
 * The attacker of the figures: knows the reporting tree and who is there in every month, sees every figure of every
 * manager, and adds and subtracts. Written without a look at how the release decides.
 */
import type { PersonId } from '../../bot/core/ids.ts';
import { QUESTION_NAMES } from '../../bot/core/privacy/figures.ts';
import type { QuestionName } from '../../bot/core/privacy/figures.ts';
import { release } from '../../bot/core/privacy/release.ts';
import type { Period, TellableFigure } from '../../bot/core/privacy/release.ts';
import type { Cohort } from '../../bot/core/privacy/across-months.ts';
import { tellableAlone } from '../../bot/core/privacy/suppress.ts';
import { managersAbove, speaksOf } from '../core/privacy/attacker.ts';
import { livedCompany } from './lived-companies.ts';
import { smallestCut } from './smallest-cut.ts';

export interface FiguresAttack {
  readonly companies: number;
  readonly months: number;
  /** Figures that were told at all: an attack on nothing would succeed at nothing. */
  readonly figures: number;
  /** Of those, from the second month on. */
  readonly laterFigures: number;
  /** Of one manager's people, not of a whole programme. */
  readonly teamFigures: number;
  readonly smallestDifference: number;
  readonly smallestMoodDifference: number;
  /** The same with each figure decided by itself. */
  readonly controlSmallestDifference: number;
  /** The same with the complements of each month, but blind to the months before. */
  readonly controlSmallestAcrossMonths: number;
}

const every = (): boolean => true;

type Rules = 'all' | 'each-alone' | 'each-month-alone';

export function attackFigures(companies: number, months: number): FiguresAttack {
  const lives = Array.from({ length: companies }, (_, seed) => livedCompany(seed + 1, months));
  const all = lives.map((life) => attackOne(life, 'all'));
  const smallest = (found: readonly Found[], of: (name: QuestionName) => boolean): number =>
    Math.min(...found.flatMap(({ smallest }) => QUESTION_NAMES.filter(of).map((name) => smallest[name])));
  const few = lives.slice(0, Math.min(companies, 20));
  const sum = (of: (found: Found) => number): number => all.reduce((total, one) => total + of(one), 0);
  return {
    companies,
    months,
    figures: sum((one) => one.figures),
    laterFigures: sum((one) => one.later),
    teamFigures: sum((one) => one.teams),
    smallestDifference: smallest(all, (name) => name !== 'mood'),
    smallestMoodDifference: smallest(all, (name) => name === 'mood'),
    controlSmallestDifference: smallest(
      few.map((life) => attackOne(life, 'each-alone')),
      every,
    ),
    controlSmallestAcrossMonths: smallest(
      few.map((life) => attackOne(life, 'each-month-alone')),
      every,
    ),
  };
}

interface Found {
  readonly smallest: Readonly<Record<QuestionName, number>>;
  readonly figures: number;
  readonly later: number;
  readonly teams: number;
}

function attackOne(life: readonly Period[], rules: Rules): Found {
  const told = QUESTION_NAMES.map((name) => [name, releasedOver(life, name, rules)] as const);
  const smallest = told.map(([name, figures]) => [name, smallestOf(life, name, figures)] as const);
  const counts = told.flatMap(([, figures]) => figures.map((one) => one.length));
  return {
    smallest: Object.fromEntries(smallest) as Record<QuestionName, number>,
    figures: counts.reduce((total, count) => total + count, 0),
    later: told.flatMap(([, [, ...later]]) => later.flat()).length,
    teams: told.flatMap(([, figures]) => figures.flat()).filter((figure) => figure.scope !== null).length,
  };
}

function releasedOver(
  life: readonly Period[],
  name: QuestionName,
  rules: Rules,
): readonly (readonly TellableFigure[])[] {
  const earlier: Cohort[] = [];
  return life.map((period) => {
    const options = rules === 'each-alone' ? { suppression: tellableAlone } : {};
    const { figures, cohort } = release(name, period, { ...options, earlier });
    if (rules === 'all') earlier.push(cohort);
    return figures;
  });
}

/** Of all groups that can be singled out in one month or between two, the smallest. */
function smallestOf(
  life: readonly Period[],
  name: QuestionName,
  told: readonly (readonly TellableFigure[])[],
): number {
  const months = life.map((period, at) => atomsOf(period, name, told[at] ?? []));
  let smallest = Number.POSITIVE_INFINITY;
  for (const [later, now] of months.entries()) {
    for (const before of [new Map<PersonId, string>(), ...months.slice(0, later)]) {
      smallest = Math.min(smallest, smallestCut(sharedBy(before, now)) ?? smallest);
      if (smallest <= 1) return smallest;
    }
  }
  return smallest;
}

/** People in exactly the same told groups, by the names of these; who is in none is not there. */
function atomsOf(
  period: Period,
  name: QuestionName,
  told: readonly TellableFigure[],
): ReadonlyMap<PersonId, string> {
  const scopes = told.map((figure) => figure.scope);
  const above = managersAbove(period);
  const atoms = new Map<PersonId, string>();
  for (const person of speaksOf(period, name)) {
    const chain = above(person);
    const groups = scopes.filter((scope) => scope === null || chain.has(scope));
    if (groups.length > 0) atoms.set(person, groups.map((scope) => scope ?? 'all').join());
  }
  return atoms;
}

const OUTSIDE = 'outside';

function sharedBy(before: ReadonlyMap<PersonId, string>, now: ReadonlyMap<PersonId, string>) {
  const shared = new Map<string, Map<string, number>>();
  const count = (one: string, other: string): void => {
    const row = shared.get(one) ?? new Map<string, number>();
    shared.set(one, row.set(other, (row.get(other) ?? 0) + 1));
  };
  for (const person of new Set([...before.keys(), ...now.keys()])) {
    const from = before.get(person);
    const to = now.get(person);
    const one = from === undefined ? OUTSIDE : `then ${from}`;
    const other = to === undefined ? OUTSIDE : `now ${to}`;
    count(one, other);
    count(other, one);
  }
  return shared;
}
