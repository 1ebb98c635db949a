import { FEWEST } from '../../../bot/core/limits.ts';
import type { PersonId } from '../../../bot/core/ids.ts';
import type { QuestionName } from '../../../bot/core/privacy/figures.ts';
import type { Period, TellableFigure } from '../../../bot/core/privacy/release.ts';

export const fewestOf = (question: QuestionName): number =>
  question === 'mood' ? FEWEST.mood : FEWEST.counts;

/**
 * The smallest group that someone can single out who knows the whole reporting tree and sees every figure of
 * one question. People who are in exactly the same told groups cannot be told apart, all others can be, by
 * adding and subtracting. Written without a look at how the release decides.
 */
export function smallestGroup(
  period: Period,
  told: readonly TellableFigure[],
  question: QuestionName,
): number | null {
  const scopes = told.filter((figure) => figure.question === question).map((figure) => figure.scope);
  const groups = new Map<string, number>();
  const aboveOf = managersAbove(period);
  for (const person of speaksOf(period, question)) {
    const above = aboveOf(person);
    const key = scopes.map((scope) => (scope === null || above.has(scope) ? '1' : '0')).join('');
    if (key.includes('1')) groups.set(key, (groups.get(key) ?? 0) + 1);
  }
  return groups.size === 0 ? null : Math.min(...groups.values());
}

/** The people that a question's figures count, on either side of the share. */
export function speaksOf(period: Period, question: QuestionName): readonly PersonId[] {
  if (question === 'members' || question === 'paired') return period.lines.map((line) => line.personId);
  return period.answers
    .filter((one) => one.joined)
    .filter(({ meetings, helped, moods }) => {
      if (question === 'meetings') return meetings > 0;
      return (question === 'helped' ? helped : moods).length > 0;
    })
    .map((one) => one.personId);
}

/** Everyone above a person, by the tree of the month. */
export function managersAbove(period: Period): (person: PersonId) => ReadonlySet<PersonId> {
  const managerOf = new Map(period.lines.map((line) => [line.personId, line.managerId]));
  return (person) => {
    const above = new Set<PersonId>();
    for (let at = managerOf.get(person); at !== undefined && at !== null; at = managerOf.get(at))
      above.add(at);
    return above;
  };
}
