import { LOCALES } from '../person.ts';
import type { Locale } from '../person.ts';
import { mayBe } from '../text/spelling.ts';
import { fold } from '../topics/normalise.ts';

/** Languages that a person can choose among beside those of the directory. */
export const COMMON_LANGUAGES = (
  'en de fr es it pt nl pl cs sk hu ro bg el sv da nb fi et lv lt uk ru tr ar he fa hi bn ta te ur zh ja ko vi th id ms sr hr sl ' +
  'sw af ca'
).split(' ');

const names = new Map(
  LOCALES.flatMap((locale) => COMMON_LANGUAGES.map((tag) => [fold(languageName(tag, locale)), tag] as const)),
);

/** A language's name: `de` is German in English, Deutsch in German. A tag that nobody knows stays as it is. */
export function languageName(tag: string, locale: Locale): string {
  try {
    return new Intl.DisplayNames([locale], { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** The tag of a language named in English or German, forgiving a slip of the finger. */
export function languageNamed(word: string): string | null {
  const folded = fold(word);
  const exact = names.get(folded);
  if (exact !== undefined || folded.length < 6) return exact ?? null;
  return [...names].find(([name]) => mayBe(folded, name))?.[1] ?? null;
}
