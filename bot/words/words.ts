import { createInstance } from 'i18next';
import type { TFunction } from 'i18next';
import { LOCALES } from '../core/person.ts';
import type { Locale } from '../core/person.ts';
import deChat from './locales/de/chat.json' with { type: 'json' };
import deCli from './locales/de/cli.json' with { type: 'json' };
import deProposals from './locales/de/proposals.json' with { type: 'json' };
import deReasons from './locales/de/reasons.json' with { type: 'json' };
import deRefusals from './locales/de/refusals.json' with { type: 'json' };
import deStart from './locales/de/start.json' with { type: 'json' };
import enChat from './locales/en/chat.json' with { type: 'json' };
import enCli from './locales/en/cli.json' with { type: 'json' };
import enProposals from './locales/en/proposals.json' with { type: 'json' };
import enReasons from './locales/en/reasons.json' with { type: 'json' };
import enRefusals from './locales/en/refusals.json' with { type: 'json' };

import enStart from './locales/en/start.json' with { type: 'json' };

const NAMESPACES = ['chat', 'proposals', 'reasons', 'refusals', 'cli', 'start'] as const;
export type Namespace = (typeof NAMESPACES)[number];

/** Every sentence that the server says, by language and part. */
export const CATALOGUE = {
  en: {
    chat: enChat,
    proposals: enProposals,
    reasons: enReasons,
    refusals: enRefusals,
    cli: enCli,
    start: enStart,
  },
  de: {
    chat: deChat,
    proposals: deProposals,
    reasons: deReasons,
    refusals: deRefusals,
    cli: deCli,
    start: deStart,
  },
} as const satisfies Record<Locale, Record<Namespace, object>>;

const catalogue = createInstance();
await catalogue.init({
  resources: CATALOGUE,
  lng: 'en',
  fallbackLng: 'en',
  ns: [...NAMESPACES],
  defaultNS: 'chat',
  // Cards and JSON are not HTML; Adaptive Cards escape by themselves.
  interpolation: { escapeValue: false },
  // A key without a sentence is a mistake of ours, never something to show.
  saveMissing: true,
  missingKeyHandler: (_languages, namespace, key) => {
    throw new Error(`no words for ${namespace}:${key}`);
  },
});

/** The words of one language and part: `wordsIn('de', 'reasons')('hours', { count: 3 })`. */
export function wordsIn(locale: Locale, namespace: Namespace): TFunction {
  return catalogue.getFixedT(locale, namespace);
}

/** The nearest language that we speak: `de-AT` gives German, anything unknown English. */
export function nearestLocale(tag: string | null): Locale {
  const primary = tag?.toLowerCase().split('-')[0];
  return LOCALES.find((locale) => locale === primary) ?? 'en';
}
