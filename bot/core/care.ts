import type { Mood } from './check-in.ts';
import type { HelpContact } from './programme.ts';

/** A hard day: acknowledged first, then choices. Never kept as a mark, never told to anyone. */
export function isHardDay(mood: Mood): boolean {
  return mood <= 2;
}

/** Whom to call from this country: its own contacts, or those for everywhere else when it has none. */
export function contactsFor(contacts: readonly HelpContact[], country: string): readonly HelpContact[] {
  const own = contacts.filter((contact) => contact.country === country.toUpperCase());
  return own.length > 0 ? own : contacts.filter((contact) => contact.country === '*');
}

/** What to dial in danger, each number once, in the order of the contacts. */
export function emergencyNumbers(contacts: readonly HelpContact[]): readonly string[] {
  return [...new Set(contacts.map((contact) => contact.emergency))];
}
