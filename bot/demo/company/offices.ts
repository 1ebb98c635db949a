import type { Culture } from './names.ts';

export interface Office {
  readonly share: number;
  readonly country: string;
  readonly timeZone: string;
  /** Spoken at this office beside English; null where English is the only one. */
  readonly language: string | null;
  readonly cultures: readonly [CultureShare, ...CultureShare[]];
}

interface CultureShare {
  readonly share: number;
  readonly culture: Culture;
}

const mix = (main: Culture, ...others: readonly Culture[]): Office['cultures'] => [
  { share: 4 * Math.max(1, others.length), culture: main },
  ...others.map((culture) => ({ share: 1, culture })),
];

/** Where the company works. */
export const OFFICES: readonly [Office, ...Office[]] = [
  {
    share: 24,
    country: 'DE',
    timeZone: 'Europe/Berlin',
    language: 'de',
    cultures: mix('german', 'turkish', 'ukrainian', 'arabic', 'vietnamese', 'polish', 'spanish'),
  },
  {
    share: 15,
    country: 'GB',
    timeZone: 'Europe/London',
    language: null,
    cultures: mix('british', 'indian', 'nigerian', 'polish', 'arabic'),
  },
  {
    share: 10,
    country: 'US',
    timeZone: 'America/New_York',
    language: null,
    cultures: mix('american', 'indian', 'spanish', 'vietnamese', 'nigerian'),
  },
  {
    share: 8,
    country: 'US',
    timeZone: 'America/Los_Angeles',
    language: null,
    cultures: mix('american', 'indian', 'vietnamese', 'spanish', 'ukrainian'),
  },
  { share: 14, country: 'IN', timeZone: 'Asia/Kolkata', language: 'hi', cultures: mix('indian') },
  {
    share: 9,
    country: 'PL',
    timeZone: 'Europe/Warsaw',
    language: 'pl',
    cultures: mix('polish', 'ukrainian'),
  },
  {
    share: 8,
    country: 'ES',
    timeZone: 'Europe/Madrid',
    language: 'es',
    cultures: mix('spanish', 'arabic', 'brazilian'),
  },
  { share: 7, country: 'BR', timeZone: 'America/Sao_Paulo', language: 'pt', cultures: mix('brazilian') },
  { share: 5, country: 'NG', timeZone: 'Africa/Lagos', language: null, cultures: mix('nigerian') },
];
