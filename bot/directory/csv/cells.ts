import { IANAZone } from 'luxon';
import { isCountry } from '../../core/countries.ts';
import type { RowProblemCode } from '../../core/import.ts';
import { LIMITS } from '../../core/limits.ts';
import { LEVELS } from '../../core/person.ts';
import type { Level } from '../../core/person.ts';
import type { RefusalFacts } from '../../core/refusal.ts';

/** What a cell holds, or what is wrong with it. */
export type Cell<T> =
  { readonly value: T } | { readonly problem: RowProblemCode; readonly facts: RefusalFacts };

const good = <T>(value: T): Cell<T> => ({ value });
const bad = (problem: RowProblemCode, facts: RefusalFacts = {}): Cell<never> => ({ problem, facts });

/** Text on one line, without doubled spaces, in the one Unicode form in which names compare. */
export const tidy = (cell: string): string => cell.normalize('NFC').replace(/\s+/gu, ' ').trim();

export function text(cell: string, limit: number): Cell<string> {
  const value = tidy(cell);
  if (value === '') return bad('missing');
  return value.length > limit ? bad('too-long', { limit }) : good(value);
}

export function optionalText(cell: string, limit: number): Cell<string | null> {
  return tidy(cell) === '' ? good(null) : text(cell, limit);
}

/** An address, or nothing: not everybody at work has one. */
export function email(cell: string): Cell<string> {
  const value = tidy(cell);
  if (value.length > LIMITS.emailLength) return bad('too-long', { limit: LIMITS.emailLength });
  return value === '' || /^[^\s@]+@[^\s@]+$/u.test(value) ? good(value) : bad('not-an-email');
}

export function level(cell: string): Cell<Level> {
  const value = tidy(cell);
  const found = LEVELS.find((one) => String(one) === value);
  if (found) return good(found);
  return value === '' ? bad('missing') : bad('not-a-level', { min: 1, max: LEVELS.length });
}

const MOST_YEARS = 80;

/** Whole years at work. */
export function years(cell: string): Cell<number> {
  const value = tidy(cell);
  if (value === '') return bad('missing');
  const isWhole = /^\d{1,3}$/u.test(value) && Number(value) <= MOST_YEARS;
  return isWhole ? good(Number(value)) : bad('not-years', { min: 0, max: MOST_YEARS });
}

export function yesNo(cell: string): Cell<boolean> {
  const value = tidy(cell).toLowerCase();
  if (value === 'yes' || value === 'true') return good(true);
  if (value === 'no' || value === 'false') return good(false);
  return value === '' ? bad('missing') : bad('not-yes-no');
}

export function country(cell: string): Cell<string> {
  const value = tidy(cell).toUpperCase();
  if (value === '') return bad('missing');
  return isCountry(value) ? good(value) : bad('not-a-country');
}

const knownZones = new Map<string, boolean>();

export function timeZone(cell: string): Cell<string> {
  const value = tidy(cell);
  if (value === '') return bad('missing');
  return isZone(value) ? good(value) : bad('not-a-zone');
}

/** Asking Intl is slow and a company has few zones. Offsets such as `+02:00` are valid there, but know no summer time. */
function isZone(name: string): boolean {
  const known = knownZones.get(name);
  if (known !== undefined) return known;
  const isName = name.length <= 64 && /^[A-Za-z][A-Za-z0-9_+/-]*$/u.test(name);
  const valid = isName && IANAZone.isValidZone(name);
  if (knownZones.size < 1000) knownZones.set(name, valid);
  return valid;
}

/** Languages between `;`, as primary tags: `en-GB;de` gives en and de. */
export function languages(cell: string): Cell<readonly string[]> {
  const tags = parts(cell).map((tag) => tag.toLowerCase());
  if (tags.length === 0) return bad('missing');
  if (!tags.every((tag) => /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/u.test(tag))) return bad('not-a-language');
  const primary = [...new Set(tags.map((tag) => tag.split('-')[0] ?? tag))];
  const limit = LIMITS.languagesPerPerson;
  return primary.length > limit ? bad('too-many-languages', { limit }) : good(primary);
}

/** Topics between `;`, each once whatever its case. */
export function topics(cell: string): Cell<readonly string[]> {
  const byWord = new Map<string, string>();
  for (const name of parts(cell)) {
    const word = name.toLowerCase();
    if (!byWord.has(word)) byWord.set(word, name);
  }
  const names = [...byWord.values()];
  if (names.some((name) => name.length > LIMITS.topicLength))
    return bad('too-long', { limit: LIMITS.topicLength });
  return names.length > LIMITS.topicsPerList
    ? bad('too-many-topics', { limit: LIMITS.topicsPerList })
    : good(names);
}

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;

/** An Entra object id in small letters, or nothing. */
export function objectId(cell: string): Cell<string | null> {
  const value = tidy(cell).toLowerCase();
  if (value === '') return good(null);
  return GUID.test(value) ? good(value) : bad('not-an-object-id');
}

const parts = (cell: string): readonly string[] =>
  cell
    .split(';')
    .map(tidy)
    .filter((part) => part !== '');
