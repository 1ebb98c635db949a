import type { TFunction } from 'i18next';
import type { Locale } from '../core/person.ts';
import type { LeftOut, Remedy, RuleChange } from '../core/round.ts';
import { RULE_NAMES } from '../core/pairing/rules/rule.ts';
import type { RuleName } from '../core/pairing/rules/rule.ts';
import { changeInWords } from './outlook.ts';
import { wordsIn } from './words.ts';

/** Why a round found nobody, and what would change it; the same words for the person and the coordinator. */
export function leftOutInWords(
  locale: Locale,
  { causes, remedies }: Pick<LeftOut, 'causes' | 'remedies'>,
): { readonly causes: readonly string[]; readonly remedies: readonly string[] } {
  const words = wordsIn(locale, 'reasons');
  return {
    causes: causes.flatMap(({ rule, count }) => causeWords(words, ruleNamed(rule), count)),
    remedies:
      remedies.length === 0
        ? [words('remedy.nobody-yet')]
        : remedies.flatMap((remedy) => remedyWords(words, remedy)),
  };
}

/** A round of an earlier version may hold a rule that is no more. */
const ruleNamed = (name: string): RuleName | null => RULE_NAMES.find((rule) => rule === name) ?? null;

/** That somebody asked not to be paired is never said, so that rule has no words. */
function causeWords(words: TFunction, rule: RuleName | null, count: number): readonly string[] {
  if (rule === null || rule === 'do-not-pair-or-cooldown') return [];
  return [words(`cause.${rule}`, { count })];
}

function remedyWords(words: TFunction, remedy: Remedy): readonly string[] {
  const { rule, from, to, count, also } = remedy;
  if (also !== undefined) return togetherWords(words, [remedy, also], count);
  const many = (unit: 'hours' | 'levels', value: number): string => words(`unit.${unit}`, { count: value });
  if (rule === 'common-hours') {
    if (to === 0) return [words('remedy.no-hours', { count })];
    return [words('remedy.common-hours', { count, hours: many('hours', to), before: many('hours', from) })];
  }
  if (rule === 'step-ahead') {
    if (to === 0) return [words('remedy.same-level', { count })];
    const key = to > from ? 'remedy.further' : 'remedy.nearer';
    return [words(key, { count, from, to, levels: many('levels', to), before: many('levels', from) })];
  }
  return rule === 'capacity' ? [words('remedy.capacity', { count })] : [];
}

function togetherWords(words: TFunction, changes: readonly RuleChange[], count: number): readonly string[] {
  const [one, other] = changes.flatMap((change) => changeInWords(words, change)?.words ?? []);
  return one === undefined || other === undefined ? [] : [words('remedy.together', { count, one, other })];
}
