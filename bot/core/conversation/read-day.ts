/** A day in what someone typed, in English or German: `until 3 January`, `2 weeks`, `bis 3.1.`, `next monday`. */
import { DateTime } from 'luxon';
import { fold } from '../topics/normalise.ts';
import { mayBe } from '../text/spelling.ts';

const MONTHS: readonly (readonly string[])[] = [
  ['january', 'jan', 'januar', 'jaenner'],
  ['february', 'feb', 'februar'],
  ['march', 'mar', 'maerz'],
  ['april', 'apr'],
  ['may', 'mai'],
  ['june', 'jun', 'juni'],
  ['july', 'jul', 'juli'],
  ['august', 'aug'],
  ['september', 'sep', 'sept'],
  ['october', 'oct', 'oktober', 'okt'],
  ['november', 'nov'],
  ['december', 'dec', 'dezember', 'dez'],
];

const DAYS: readonly (readonly string[])[] = [
  ['monday', 'mon', 'montag'],
  ['tuesday', 'tue', 'dienstag'],
  ['wednesday', 'wed', 'mittwoch'],
  ['thursday', 'thu', 'donnerstag'],
  ['friday', 'fri', 'freitag'],
  ['saturday', 'sat', 'samstag', 'sonnabend'],
  ['sunday', 'sun', 'sonntag'],
];

const NUMBERS: readonly (readonly string[])[] = [
  [],
  ['a', 'an', 'one', 'ein', 'eine', 'einen', 'einer'],
  ['two', 'zwei', 'couple'],
  ['three', 'drei'],
  ['four', 'vier'],
  ['five', 'fuenf'],
  ['six', 'sechs'],
  ['seven', 'sieben'],
  ['eight', 'acht'],
  ['nine', 'neun'],
  ['ten', 'zehn'],
  ['eleven', 'elf'],
  ['twelve', 'zwoelf'],
];

const UNITS = [
  { days: 1, months: 0, words: ['day', 'days', 'tag', 'tage', 'tagen'] },
  { days: 7, months: 0, words: ['week', 'weeks', 'woche', 'wochen'] },
  { days: 0, months: 1, words: ['month', 'months', 'monat', 'monate', 'monaten'] },
  { days: 0, months: 12, words: ['year', 'years', 'jahr', 'jahre', 'jahren'] },
] as const;

/** Further away than this is a slip of the keyboard. */
const MOST_YEARS = 3;

/**
 * The day that a text names, as `YYYY-MM-DD`; null where it names none, or one that can be read in two ways (3/4).
 * A day without a year is the next such day after `today`; one with a year may lie in the past.
 */
export function readDay(text: string, today: string): string | null {
  const now = DateTime.fromISO(today, { zone: 'utc' });
  const words = fold(text).replaceAll(/(\d)(st|nd|rd|th)\b/g, '$1');
  const day = figures(words, now) ?? named(words, now) ?? span(words, now) ?? relative(words, now);
  if (day === null || !day.isValid || day.diff(now, 'years').years > MOST_YEARS) return null;
  return day.toISODate();
}

function figures(words: string, now: DateTime): DateTime | null {
  const iso = /\b(\d{4})-(\d{1,2})-(\d{1,2})\b/.exec(words);
  if (iso !== null) return dayOf(now, number(iso[3]), number(iso[2]), number(iso[1]));
  const dotted = /\b(\d{1,2})\.\s?(\d{1,2})\.?\s?(\d{4}|\d{2})?(?!\d)/.exec(words);
  if (dotted !== null) return dayOf(now, number(dotted[1]), number(dotted[2]), year(dotted[3]));
  const slashed = /\b(\d{1,2})\/(\d{1,2})(?:\/(\d{4}|\d{2}))?\b/.exec(words);
  if (slashed === null) return null;
  const [one, other] = [number(slashed[1]), number(slashed[2])];
  if (one <= 12 && other <= 12 && one !== other) return null;
  return one > 12 ? dayOf(now, one, other, year(slashed[3])) : dayOf(now, other, one, year(slashed[3]));
}

function named(words: string, now: DateTime): DateTime | null {
  const parts = words.split(/[^a-z0-9]+/).filter((part) => part !== 'of' && part !== 'the');
  const at = parts.findIndex((part) => indexIn(MONTHS, part) >= 0);
  if (at < 0) return null;
  const month = indexIn(MONTHS, parts[at] ?? '') + 1;
  const [before, after, last] = [parts[at - 1] ?? '', parts[at + 1] ?? '', parts[at + 2] ?? ''];
  if (before === 'end' || before === 'ende') {
    return dayOf(now, 1, month, yearFrom(after))?.endOf('month').startOf('day') ?? null;
  }
  if (/^\d{1,2}$/.test(before)) return dayOf(now, number(before), month, yearFrom(after));
  if (/^\d{1,2}$/.test(after)) return dayOf(now, number(after), month, yearFrom(last));
  return dayOf(now, 1, month, yearFrom(after));
}

function span(words: string, now: DateTime): DateTime | null {
  const parts = words.split(/[^a-z0-9]+/);
  for (const [at, part] of parts.entries()) {
    const unit = UNITS.find((candidate) => candidate.words.some((word) => mayBe(part, word)));
    const before = parts[at - 1] === 'of' ? (parts[at - 2] ?? '') : (parts[at - 1] ?? '');
    const count = /^\d{1,3}$/.test(before) ? number(before) : indexIn(NUMBERS, before);
    if (unit !== undefined && count > 0)
      return now.plus({ days: unit.days * count, months: unit.months * count });
  }
  return null;
}

function relative(words: string, now: DateTime): DateTime | null {
  if (/\bday after tomorrow|\buebermorgen\b/.test(words)) return now.plus({ days: 2 });
  if (/\btomorrow\b|\bmorgen\b/.test(words)) return now.plus({ days: 1 });
  if (/\btoday\b|\bheute\b/.test(words)) return now;
  if (/\byesterday\b|\bgestern\b/.test(words)) return now.minus({ days: 1 });
  if (/\bnext week\b|\bnaechste[rn]? woche\b/.test(words)) return now.startOf('week').plus({ weeks: 1 });
  if (/\bnext month\b|\bnaechste[rn]? monat\b/.test(words)) return now.startOf('month').plus({ months: 1 });
  if (/\bnext year\b|\bnaechste[sn]? jahr\b/.test(words)) return now.startOf('year').plus({ years: 1 });
  if (/\bend of (the )?month\b|\bmonatsende\b|\bende des monats\b/.test(words))
    return now.endOf('month').startOf('day');
  if (/\bend of (the )?year\b|\bjahresende\b|\bende des jahres\b/.test(words))
    return now.endOf('year').startOf('day');
  const weekday = words
    .split(/[^a-z]+/)
    .reduce((found, part) => (found >= 0 ? found : indexIn(DAYS, part)), -1);
  return weekday < 0 ? null : now.plus({ days: ((weekday + 1 - now.weekday + 6) % 7) + 1 });
}

/** Without a year: the next such day after now, and 29 February only when it comes. */
function dayOf(now: DateTime, day: number, month: number, inYear: number | null): DateTime | null {
  const at = (value: number) => DateTime.fromObject({ year: value, month, day }, { zone: 'utc' });
  if (inYear !== null) return at(inYear);
  return [now.year, now.year + 1].map(at).find((candidate) => candidate.isValid && candidate > now) ?? null;
}

function indexIn(table: readonly (readonly string[])[], word: string): number {
  const exact = table.findIndex((words) => words.includes(word));
  if (exact >= 0 || word.length < 5) return exact;
  return table.findIndex((words) => words.some((known) => known.length >= 5 && mayBe(word, known)));
}

function year(digits: string | undefined): number | null {
  if (digits === undefined) return null;
  return digits.length === 2 ? 2000 + number(digits) : number(digits);
}

function yearFrom(word: string): number | null {
  return /^20\d\d$/.test(word) ? number(word) : null;
}

function number(digits: string | undefined): number {
  return Number(digits ?? '0');
}
