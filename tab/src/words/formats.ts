import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

export interface Formats {
  /** `3 October 2026` */
  readonly day: (iso: string) => string;
  /** `3 October 2026 at 10:00` */
  readonly dayTime: (iso: string) => string;
  /** `3 Oct` */
  readonly shortDay: (iso: string) => string;
  /** `Tuesday 6 October, 10:00`, on the clock of a zone. */
  readonly moment: (iso: string, timeZone: string) => string;
  /** `October 2026` from `2026-10`. */
  readonly month: (period: string) => string;
  readonly number: (value: number) => string;
  /** `56 %` from 0.56. */
  readonly percent: (share: number) => string;
  /** `0.004 %` from 0.00004: a small share, not rounded to nothing. */
  readonly share: (share: number) => string;
  readonly list: (parts: readonly string[]) => string;
  /** `German` from `de`. */
  readonly language: (tag: string) => string;
  readonly country: (code: string) => string;
  /** `Mon` from 1. */
  readonly weekday: (iso: number, width?: 'short' | 'long') => string;
  /** `09:00` from 540. */
  readonly minute: (minute: number) => string;
}

/** Dates, numbers and names as the language of the tab writes them. */
export function formatsFor(locale: string): Formats {
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'long' });
  const plainDay = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  const dayTime = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short' });
  const shortDay = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short' });
  const month = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  const number = new Intl.NumberFormat(locale);
  const percent = new Intl.NumberFormat(locale, { style: 'percent' });
  const small = new Intl.NumberFormat(locale, { style: 'percent', maximumSignificantDigits: 2 });
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  const languages = new Intl.DisplayNames(locale, { type: 'language' });
  const countries = new Intl.DisplayNames(locale, { type: 'region' });
  const clock = new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone: 'UTC' });
  return {
    // A day without a time belongs to no zone: it must not slip to the day before.
    day: (iso) => (iso.length === 10 ? plainDay : day).format(new Date(iso)),
    dayTime: (iso) => dayTime.format(new Date(iso)),
    shortDay: (iso) => shortDay.format(new Date(iso)),
    moment: (iso, timeZone) => momentIn(locale, timeZone).format(new Date(iso)),
    month: (period) => month.format(new Date(`${period}-01T00:00:00Z`)),
    number: (value) => number.format(value),
    percent: (share) => percent.format(share),
    share: (share) => small.format(share),
    list: (parts) => list.format(parts),
    language: (tag) => languages.of(tag) ?? tag,
    country: (code) => (/^[A-Z]{2}$/.test(code) ? (countries.of(code) ?? code) : code),
    weekday: (iso, width = 'short') =>
      // 1 January 2024 was a Monday.
      new Intl.DateTimeFormat(locale, { weekday: width, timeZone: 'UTC' }).format(Date.UTC(2024, 0, iso)),
    minute: (minute) => clock.format(minute * 60_000),
  };
}

function momentIn(locale: string, timeZone: string): Intl.DateTimeFormat {
  const options = {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
  } as const;
  try {
    return new Intl.DateTimeFormat(locale, { ...options, timeZone });
  } catch {
    // A zone that this browser does not know: its own clock is the next best.
    return new Intl.DateTimeFormat(locale, options);
  }
}

export function useFormats(): Formats {
  const { i18n } = useTranslation();
  return useMemo(() => formatsFor(regional(i18n.language)), [i18n.language]);
}

/** The way of one's own region to write the language of the tab, where the browser knows it: `en-AU` for `en`. */
function regional(language: string): string {
  const own = navigator.languages.find((tag) => tag.startsWith(`${language}-`));
  return own ?? (language === 'en' ? 'en-GB' : language);
}
