/** What the cards about a pairing have in common: whom they speak of, and how names, days and times are written. */
import { DateTime } from 'luxon';
import { shortName } from '../../core/links.ts';
import type { Locale } from '../../core/person.ts';
import type { PairingKind, Role } from '../../core/round.ts';
import type { DayWindow } from '../../core/working-time.ts';
import { wordsIn } from '../../words/words.ts';
import type { Element } from './kit.ts';
import { box, bullets, literal, subtitle, text } from './kit.ts';

export interface Partner {
  readonly name: string;
  readonly title: string;
  readonly department: string;
  readonly email: string;
  readonly role: Role;
  /** The city of the zone, and how many hours it is ahead of who looks. */
  readonly zone: { readonly city: string; readonly hoursAhead: number };
  /** When both work, on the clock of who looks. */
  readonly shared: DayWindow | null;
}

/** A proposal or a pairing as one of its sides sees it. */
export interface PairView {
  readonly locale: Locale;
  readonly timeZone: string;
  readonly kind: PairingKind;
  readonly myRole: Role;
  readonly myName: string;
  readonly partners: readonly Partner[];
  /** In words, heaviest first; the same for each side. */
  readonly reasons: readonly string[];
}

/** Long names are cut where they are said in passing. */
const IN_PASSING = 40;
const ON_A_BUTTON = 24;
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

/** A name in a text block; one written from right to left is kept apart, so that it does not turn the sentence round. */
export function nameOf(name: string): string {
  const safe = literal(name.toWellFormed());
  return RIGHT_TO_LEFT.test(safe) ? `\u2068${safe}\u2069` : safe;
}

/** The partners' names in a sentence: `Ada and Bo`; a word for them where they have left the company. */
export function namesOf({ locale, partners }: Pick<PairView, 'locale' | 'partners'>): string {
  if (partners.length === 0) return wordsIn(locale, 'proposals')('nobody');
  return listed(
    locale,
    partners.map(({ name }) => nameOf(shortName(name, IN_PASSING))),
  );
}

/** The partners' names where nothing reads Markdown: on a button or in a link. */
export function plainNamesOf({ locale, partners }: Pick<PairView, 'locale' | 'partners'>): string {
  const length = Math.floor(ON_A_BUTTON / Math.max(1, partners.length));
  return listed(
    locale,
    partners.map(({ name }) => shortName(name, length)),
  );
}

export function listed(locale: Locale, names: readonly string[]): string {
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(names);
}

/** A day as people say it: `Thursday, 12 March`. */
export function dayIn(at: Date, { locale, timeZone }: Pick<PairView, 'locale' | 'timeZone'>): string {
  const form = { weekday: 'long', day: 'numeric', month: 'long' } as const;
  return DateTime.fromJSDate(at, { zone: timeZone })
    .setLocale(locale === 'en' ? 'en-GB' : locale)
    .toLocaleString(form);
}

function timeIn(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}

/** Who it is: name, title, department, zone and common hours. */
export function partnerBox(view: PairView, partner: Partner): Element {
  const work = [partner.title, partner.department].filter((part) => part !== '').map(nameOf);
  // Of a pair the reasons say it; of three, each pair has hours of its own.
  const shared =
    view.partners.length > 1 && partner.shared !== null ? [hoursIn(view.locale, partner.shared)] : [];
  return box([
    text(nameOf(partner.name), { bold: true }),
    ...(work.length === 0 ? [] : [text(work.join(' · '), { spacing: 'None' })]),
    ...[zoneIn(view.locale, partner), ...shared].map((line) =>
      text(line, { subtle: true, small: true, spacing: 'None' }),
    ),
  ]);
}

function hoursIn(locale: Locale, { startMinute, endMinute }: DayWindow): string {
  return wordsIn(locale, 'proposals')('shared', { from: timeIn(startMinute), to: timeIn(endMinute) });
}

function zoneIn(locale: Locale, { zone: { city, hoursAhead } }: Partner): string {
  const hours = Math.abs(hoursAhead).toLocaleString(locale, { maximumFractionDigits: 2 });
  const key = hoursAhead === 0 ? 'same' : hoursAhead > 0 ? 'ahead' : 'behind';
  return wordsIn(locale, 'proposals')(`zone.${key}`, { city, hours });
}

/** Why these people, in words. */
export function whyThem(view: PairView): readonly Element[] {
  if (view.reasons.length === 0) return [];
  const words = wordsIn(view.locale, 'proposals');
  return [subtitle(words(`proposal.why${several(view)}`)), ...bullets(view.reasons)];
}

/** Ends the names of words that are said to three, or to a circle; nothing for two. */
export function several({ kind }: Pick<PairView, 'kind'>): '_trio' | '_circle' | '' {
  if (kind === 'circle') return '_circle';
  return kind === 'trio' ? '_trio' : '';
}

/** Which words fit: a mentoring pair is spoken to by role, all others alike. */
export function sideOf({ kind, myRole }: Pick<PairView, 'kind' | 'myRole'>): string {
  if (kind !== 'mentoring') return kind;
  return myRole === 'peer' ? 'peers' : `mentoring_${myRole}`;
}
