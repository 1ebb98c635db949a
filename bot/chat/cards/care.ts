import { contactsFor, emergencyNumbers } from '../../core/care.ts';
import type { CheckInId } from '../../core/ids.ts';
import { shortName } from '../../core/links.ts';
import type { Locale } from '../../core/person.ts';
import type { Message } from '../../core/ports/messaging.ts';
import type { HelpContact } from '../../core/programme.ts';
import { wordsIn } from '../../words/words.ts';
import type { Action, CardKey, Element } from './kit.ts';
import { asMessage, button, card, literal, openUrl, text, title } from './kit.ts';
import { nameOf } from './parts.ts';

export interface CareView {
  readonly locale: Locale;
  /** All of the programme; those of the country are shown, or those for everywhere else. */
  readonly contacts: readonly HelpContact[];
  readonly country: string;
  /** The check-in to go back to, where the person came from one. */
  readonly checkIn?: CheckInId;
}

/** More would be a list to search through, in a moment that is none for searching. */
const CONTACTS = 4;
const LINKS = 2;

/** Whom to call, with number and hours. Shown to this person only; nobody is told that it was opened. */
export function careCard(view: CareView): Message {
  const words = wordsIn(view.locale, 'proposals');
  const contacts = contactsFor(view.contacts, view.country).slice(0, CONTACTS);
  const numbers = emergencyNumbers(contacts).map(literal).join(', ');
  const content = card({
    locale: view.locale,
    speak: words('care.title'),
    body: [
      title(words('care.title')),
      text(words('care.lead')),
      ...(contacts.length === 0 ? [text(words('care.none'))] : contacts.flatMap(contactLines)),
      ...(numbers === ''
        ? []
        : [text(words('care.emergency', { numbers }), { bold: true, separator: true })]),
      text(words('care.automated'), { subtle: true, small: true }),
    ],
    actions: [
      ...contacts.flatMap(linkOf(view.locale)).slice(0, LINKS),
      button({ title: words('care.breath'), verb: 'care.breath', key: careKey(view), data: backTo(view) }),
      ...backButton(view),
    ],
  });
  return asMessage(content, words('summary.hello'));
}

/** The way back into the check-in that the person came from. */
export function backButton(view: Pick<CareView, 'locale' | 'checkIn'>): readonly Action[] {
  if (view.checkIn === undefined) return [];
  const title = wordsIn(view.locale, 'proposals')('care.back');
  return [button({ title, verb: 'check-in.go-on', key: { subject: view.checkIn, version: 1 } })];
}

/** Care belongs to no occurrence, and its presses are never kept. */
export function careKey({ checkIn }: Pick<CareView, 'checkIn'>): CardKey {
  return { subject: checkIn ?? 'care', version: 1 };
}

export function backTo({ checkIn }: Pick<CareView, 'checkIn'>): Readonly<Record<string, string>> {
  return checkIn === undefined ? {} : { checkIn };
}

function contactLines(contact: HelpContact): readonly Element[] {
  const dialled = contact.phone.replaceAll(/[^\d+]/g, '');
  const phone = dialled === '' ? literal(contact.phone) : `[${literal(contact.phone)}](tel:${dialled})`;
  return [
    text(nameOf(contact.name), { bold: true, spacing: 'Medium' }),
    text(phone, { spacing: 'None' }),
    text(nameOf(contact.hours), { spacing: 'None', subtle: true }),
  ];
}

function linkOf(locale: Locale): (contact: HelpContact) => readonly Action[] {
  const words = wordsIn(locale, 'proposals');
  return ({ name, url }) =>
    url === null ? [] : [openUrl(words('care.open', { name: shortName(name, 30) }), url)];
}
