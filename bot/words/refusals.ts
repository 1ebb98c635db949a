import { TOLD } from '../core/pairing/pins.ts';
import type { Locale } from '../core/person.ts';
import type { Refusal, RefusalCode } from '../core/refusal.ts';
import type en from './locales/en/refusals.json';
import { wordsIn } from './words.ts';

/** Every code has its sentence: without one this does not compile. */
type Sentences = Readonly<Record<RefusalCode | 'fault', string>>;
type Complete<Words extends Sentences> = Words;
export type RefusalSentences = Complete<typeof en>;

/** The sentence for a refusal, its facts filled in. */
export function refusalWords(locale: Locale, refusal: Refusal): string {
  const words = wordsIn(locale, 'refusals');
  const { field } = refusal.facts;
  if (refusal.code === 'bad-settings' && field === 'version') return words('bad-settings-outdated');
  if (refusal.code === 'pin-breaks-rule') return words(refusal.code, { rule: ruleWords(locale, refusal) });
  const facts =
    field === undefined ? refusal.facts : { ...refusal.facts, field: fieldWords(locale, String(field)) };
  return words(refusal.code, facts);
}

/** The sentence for a fault of ours; the reference is all that it says about it. */
export function faultWords(locale: Locale, reference: string): string {
  return wordsIn(locale, 'refusals')('fault', { reference });
}

/** What a person calls the field of a form. */
function fieldWords(locale: Locale, field: string): string {
  const words = wordsIn(locale, 'refusals');
  switch (field) {
    case 'stepsAhead':
    case 'pairingWeeks':
    case 'checkInWeeks':
    case 'silence':
    case 'weights':
      return words(`fields.${field}`);
    default:
      return field;
  }
}

/** What speaks against two people. */
function ruleWords(locale: Locale, { facts }: Refusal): string {
  const rule = TOLD.find((name) => name === facts['rule']);
  return wordsIn(locale, 'refusals')(`rules.${rule ?? 'between-them'}`);
}
