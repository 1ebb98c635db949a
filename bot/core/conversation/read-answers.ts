/** Typed answers to the questions that have buttons, in English and German. */
import { LIMITS } from '../limits.ts';
import type { Rhythm } from '../member.ts';
import { WEEKDAYS } from '../person.ts';
import type { Weekday, WorkingHours } from '../person.ts';
import { mayBe } from '../text/spelling.ts';
import { fold } from '../topics/normalise.ts';
import { languageNamed } from './languages.ts';

const RHYTHM_WORDS: readonly (readonly [RegExp, Rhythm])[] = [
  [
    /\b(fortnight(ly)?|bi-?weekly|(every|each) (two|2|second|other) weeks?|alle (zwei|2) wochen|14-?taegig|zweiwoechentlich|vierzehntaegig|twice a month|zweimal im monat)\b/,
    'fortnightly',
  ],
  [
    /\b(monthly|once a month|(every|each) month|monatlich|einmal im monat|jeden monat|every (four|4) weeks|alle (vier|4) wochen)\b/,
    'monthly',
  ],
  [
    /\b(weekly|once a week|(every|each) week|woechentlich|einmal (die|pro|in der) woche|jede woche)\b/,
    'weekly',
  ],
];

/** How often, where the text says so. */
export function readRhythm(text: string): Rhythm | null {
  const words = fold(text);
  const said = RHYTHM_WORDS.find(([pattern]) => pattern.test(words));
  if (said !== undefined) return said[1];
  const typed = words.trim();
  if (mayBe(typed, 'weekly') || mayBe(typed, 'woechentlich')) return 'weekly';
  if (mayBe(typed, 'fortnightly')) return 'fortnightly';
  return mayBe(typed, 'monthly') || mayBe(typed, 'monatlich') ? 'monthly' : null;
}

const COUNTS: readonly (readonly string[])[] = [
  ['0', 'none', 'nobody', 'no one', 'zero', 'keine', 'keinen', 'niemand', 'niemanden', 'null'],
  ['1', 'one', 'eine', 'einen', 'ein', 'eins', 'just one'],
  ['2', 'two', 'zwei', 'a couple'],
  ['3', 'three', 'drei'],
  ['4', 'four', 'vier'],
  ['5', 'five', 'fuenf'],
];

/** How many people, from 0 to the limit; null where the text is no such number. */
export function readCapacity(text: string): number | null {
  const words = fold(text)
    .replaceAll(/\b(people|persons?|personen|leute|menschen|at most|max(imum)?|hoechstens|maximal)\b/g, '')
    .replaceAll(/[.!]/g, '')
    .trim();
  const count = COUNTS.findIndex((names) => names.includes(words));
  return count < 0 || count > LIMITS.mentorCapacity ? null : count;
}

const CLOCK = String.raw`(\d{1,2})(?:[:.h](\d{2}))?\s*(am|pm|uhr)?`;
const SPAN = new RegExp(String.raw`\b${CLOCK}\s*(?:-|–|—|to|till|until|bis)\s*${CLOCK}(?!\d)`);
const TO = new Set(['-', '–', '—', 'to', 'till', 'until', 'bis']);
const DAY_NAMES: readonly (readonly string[])[] = [
  ['mon', 'monday', 'mondays', 'mo', 'montag', 'montags'],
  ['tue', 'tues', 'tuesday', 'tuesdays', 'di', 'dienstag', 'dienstags'],
  ['wed', 'wednesday', 'wednesdays', 'mi', 'mittwoch', 'mittwochs'],
  ['thu', 'thur', 'thurs', 'thursday', 'thursdays', 'do', 'donnerstag', 'donnerstags'],
  ['fri', 'friday', 'fridays', 'fr', 'freitag', 'freitags'],
  ['sat', 'saturday', 'saturdays', 'sa', 'samstag', 'samstags'],
  ['sun', 'sunday', 'sundays', 'so', 'sonntag', 'sonntags'],
];

/**
 * Hours, days or both; what is not named stays as in `now`. Null where neither is named.
 * `9-5` is nine to five in the afternoon: nobody's day ends before it begins.
 */
export function readHours(text: string, now: WorkingHours): WorkingHours | null {
  const words = fold(text);
  const times = readTimes(words);
  const days = readDays(words);
  if (times === null && days === null) return null;
  return { ...now, ...times, ...(days !== null && { days }) };
}

/** Whether a text names a span of the day, as `9-17`. */
export function namesHours(text: string): boolean {
  return readTimes(fold(text)) !== null;
}

function readTimes(words: string): Pick<WorkingHours, 'startMinute' | 'endMinute'> | null {
  const found = SPAN.exec(words);
  if (found === null) return null;
  const start = minuteOf(found[1], found[2], found[3]);
  const end = minuteOf(found[4], found[5], found[6]);
  const endMinute = end <= start && end + 720 <= 1440 && found[6] === undefined ? end + 720 : end;
  return start < endMinute && endMinute <= 1440 ? { startMinute: start, endMinute } : null;
}

function minuteOf(hour: string | undefined, minute: string | undefined, half: string | undefined): number {
  const hours = Number(hour ?? '0');
  const shift = half === 'pm' && hours < 12 ? 12 : half === 'am' && hours === 12 ? -12 : 0;
  return (hours + shift) * 60 + Number(minute ?? '0');
}

function readDays(words: string): readonly Weekday[] | null {
  if (/\b(weekdays|work ?days|werktags|wochentags|unter der woche)\b/.test(words)) return [1, 2, 3, 4, 5];
  if (/\b(every ?day|all days|jeden tag|taeglich)\b/.test(words)) return [1, 2, 3, 4, 5, 6, 7];
  const parts = words.split(/[^a-z-–—]+|(?=[-–—])|(?<=[-–—])/).filter((part) => part !== '');
  const days = new Set<number>();
  for (const [at, part] of parts.entries()) {
    const day = dayNamed(part);
    if (day === null) continue;
    const last = TO.has(parts[at + 1] ?? '') ? (dayNamed(parts[at + 2] ?? '') ?? day) : day;
    for (let ahead = 0; ahead <= (last - day + 7) % 7; ahead += 1) days.add(((day - 1 + ahead) % 7) + 1);
  }
  return days.size === 0 ? null : WEEKDAYS.filter((day) => days.has(day));
}

function dayNamed(word: string): number | null {
  const day = DAY_NAMES.findIndex(
    (names) => names.includes(word) || (word.length >= 5 && names.some((name) => mayBe(word, name))),
  );
  return day < 0 ? null : day + 1;
}

/** The languages that a text names, as primary tags, in its order; null for none. */
export function readLanguages(text: string): readonly string[] | null {
  const tags = fold(text)
    .split(/[^a-z]+/)
    .map((word) => languageNamed(word))
    .filter((tag) => tag !== null);
  return tags.length === 0 ? null : [...new Set(tags)].slice(0, LIMITS.languagesPerPerson);
}
