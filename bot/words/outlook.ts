import type { TFunction } from 'i18next';
import { RULE_NAMES } from '../core/pairing/rules/rule.ts';
import type { Locale } from '../core/person.ts';
import type { RoundFigures, RuleChange } from '../core/round.ts';
import { wordsIn } from './words.ts';

/** A change of one setting in words, and which setting it is. */
export interface ChangeInWords {
  readonly words: string;
  readonly people: number;
  readonly setting: 'commonHours' | 'stepsMin' | 'stepsMax';
  readonly to: number;
}

/** What stands in the way of those left out of a round, and what would help; null where that was not worked out. */
export function outlookInWords(
  locale: Locale,
  { obstacles = [], changes }: Pick<RoundFigures, 'obstacles' | 'changes'>,
): {
  readonly obstacles: readonly { readonly words: string; readonly people: number }[];
  readonly changes: readonly ChangeInWords[] | null;
} {
  const words = wordsIn(locale, 'reasons');
  return {
    obstacles: obstacles.flatMap(({ rule, people }) => {
      const name = RULE_NAMES.find((one) => one === rule);
      // Who asked not to be paired with whom is never counted, so it cannot come up here either.
      if (name === undefined || name === 'do-not-pair-or-cooldown') return [];
      return [{ words: words(`obstacle.${name}`), people }];
    }),
    changes:
      changes === undefined
        ? null
        : changes.flatMap((change) => {
            const said = changeInWords(words, change);
            return said === null ? [] : [{ ...said, people: change.people }];
          }),
  };
}

/** Null for a rule that no setting weakens. */
export function changeInWords(
  words: TFunction,
  { rule, from, to }: RuleChange,
): Omit<ChangeInWords, 'people'> | null {
  const many = (unit: 'hours' | 'levels', value: number): string => words(`unit.${unit}`, { count: value });
  if (rule === 'common-hours') {
    const facts = { hours: many('hours', to), before: many('hours', from) };
    const said = to === 0 ? words('change.no-hours') : words('change.common-hours', facts);
    return { words: said, setting: 'commonHours', to };
  }
  if (rule !== 'step-ahead') return null;
  const facts = { levels: many('levels', to), before: many('levels', from) };
  if (to > from) return { words: words('change.further', facts), setting: 'stepsMax', to };
  const nearer = to === 0 ? words('change.same-level') : words('change.nearer', facts);
  return { words: asSentence(nearer), setting: 'stepsMin', to };
}

/** Begins with a capital, whatever word stands first. */
const asSentence = (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1);
