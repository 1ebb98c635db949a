import type { ProgrammeOverview } from '../../../../bot/api/contract.ts';
import { LIMITS } from '../../../../bot/core/limits.ts';

export type HelpContact = ProgrammeOverview['helpContacts'][number];
export type ContactDraft = Readonly<Record<keyof HelpContact, string>>;

/** Shortest and longest text of each field, as the API takes it. */
export const LENGTHS = {
  country: { min: 1, max: 2 },
  name: { min: 1, max: LIMITS.nameLength },
  phone: { min: 3, max: 60 },
  url: { min: 0, max: 500 },
  hours: { min: 1, max: LIMITS.nameLength },
  emergency: { min: 2, max: 20 },
} as const satisfies Record<keyof HelpContact, { min: number; max: number }>;

export function contactDraft(contact: HelpContact | null): ContactDraft {
  const none = { country: '*', name: '', phone: '', url: null, hours: '', emergency: '' };
  const from = contact ?? none;
  return { ...from, url: from.url ?? '' };
}

/** The contact a form describes, or which of its fields cannot be taken. */
export function readContact(draft: ContactDraft): {
  readonly contact: HelpContact;
  readonly wrong: ReadonlySet<keyof HelpContact>;
} {
  const trimmed = {
    country: draft.country,
    name: draft.name.trim(),
    phone: draft.phone.trim(),
    url: draft.url.trim(),
    hours: draft.hours.trim(),
    emergency: draft.emergency.trim(),
  };
  const names = Object.keys(LENGTHS) as (keyof HelpContact)[];
  const wrong = new Set(
    names.filter(
      (name) => trimmed[name].length < LENGTHS[name].min || trimmed[name].length > LENGTHS[name].max,
    ),
  );
  if (!/^([A-Z]{2}|\*)$/.test(trimmed.country)) wrong.add('country');
  if (trimmed.url !== '' && !isWebAddress(trimmed.url)) wrong.add('url');
  return { contact: { ...trimmed, url: trimmed.url === '' ? null : trimmed.url }, wrong };
}

function isWebAddress(text: string): boolean {
  const address = URL.parse(text);
  return address !== null && (address.protocol === 'https:' || address.protocol === 'http:');
}
