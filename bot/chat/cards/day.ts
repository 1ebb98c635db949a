import { DateTime } from 'luxon';
import type { Locale } from '../../core/person.ts';

/** A day `YYYY-MM-DD` as people say it: `Saturday, 3 January 2026`. */
export function dayInWords(day: string, locale: Locale): string {
  return DateTime.fromISO(day, { zone: 'utc' })
    .setLocale(locale === 'en' ? 'en-GB' : locale)
    .toLocaleString({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
}
