import type { Deps } from '../core/deps.ts';
import type { PersonId, ProgrammeId } from '../core/ids.ts';
import { LIMITS } from '../core/limits.ts';
import type { HelpContact } from '../core/programme.ts';
import { Refusal } from '../core/refusal.ts';

/**
 * Sets whom people can call, one contact a country.
 * @throws Refusal 'too-many', 'malformed' for a country that comes twice, or 'no-help-contacts' when a programme
 * that is running would be left with none
 */
export async function changeHelpContacts(
  deps: Deps,
  change: {
    readonly programmeId: ProgrammeId;
    /** Null for who runs the service, from its command line. */
    readonly actor: PersonId | null;
    readonly contacts: readonly HelpContact[];
  },
): Promise<void> {
  const { contacts } = change;
  if (contacts.length > LIMITS.helpContacts) throw new Refusal('too-many', { limit: LIMITS.helpContacts });
  const countries = new Set(contacts.map((contact) => contact.country));
  if (countries.size !== contacts.length) throw new Refusal('malformed', { field: 'country' });
  await deps.store.transaction(async (tx) => {
    const programme = await tx.programmes.byId(change.programmeId);
    if (programme === null) throw new Refusal('not-found');
    if (contacts.length === 0 && programme.state === 'running') throw new Refusal('no-help-contacts');
    await tx.programmes.setHelpContacts(change.programmeId, contacts);
    await tx.privacy.record(change.programmeId, {
      at: deps.now(),
      actor: change.actor,
      action: 'change-help-contacts',
      object: change.programmeId,
      relation: change.actor === null ? 'operator' : 'coordinator',
    });
  });
}
