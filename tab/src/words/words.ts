import { createInstance } from 'i18next';
import type { i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';

export const LANGUAGES = ['en', 'de'] as const;
export type Language = (typeof LANGUAGES)[number];

const CATALOGUES = {
  en: async () => import('../locales/en.json'),
  de: async () => import('../locales/de.json'),
} as const satisfies Record<Language, () => Promise<{ default: object }>>;

/** The nearest language that we speak: `de-AT` gives German, anything unknown English. */
export function nearestLanguage(tag: string): Language {
  const primary = tag.toLowerCase().split('-')[0];
  return LANGUAGES.find((language) => language === primary) ?? 'en';
}

/** Starts the catalogue in one language; others are loaded when they are asked for. */
export async function startWords(tag: string): Promise<i18n> {
  const words = createInstance();
  await words.use(initReactI18next).init({
    resources: {},
    fallbackLng: false,
    // React escapes what it shows.
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
  await speak(words, nearestLanguage(tag));
  return words;
}

/** Changes the language everywhere, at once, after its catalogue has come. */
export async function speak(words: i18n, language: Language): Promise<void> {
  if (!words.hasResourceBundle(language, 'translation')) {
    const catalogue = await CATALOGUES[language]();
    words.addResourceBundle(language, 'translation', catalogue.default);
  }
  await words.changeLanguage(language);
  document.documentElement.lang = language;
}
