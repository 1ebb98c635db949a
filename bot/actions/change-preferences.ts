import type { Deps } from '../core/deps.ts';
import type { PersonId } from '../core/ids.ts';
import { LIMITS } from '../core/limits.ts';
import type { Preferences } from '../core/person.ts';
import { Refusal } from '../core/refusal.ts';
import { IANAZone } from 'luxon';

/**
 * Changes what a person has set for themselves; what is not named stays.
 * @throws Refusal 'bad-hours', 'too-many' languages, or 'malformed' for a time zone or language that does not exist
 */
export async function changePreferences(
  deps: Deps,
  { personId, change }: { readonly personId: PersonId; readonly change: Partial<Preferences> },
): Promise<Preferences> {
  return deps.store.transaction(async (tx) => {
    if ((await tx.people.byId(personId)) === null) throw new Refusal('not-found');
    const preferences = { ...(await tx.people.preferences(personId)), ...change };
    check(preferences);
    await tx.people.setPreferences(personId, preferences);
    return preferences;
  });
}

function check({ hours, timeZone, languages }: Preferences): void {
  const { days, startMinute, endMinute } = hours;
  const whole = Number.isInteger(startMinute) && Number.isInteger(endMinute);
  if (!whole || days.length === 0 || startMinute < 0 || endMinute > 24 * 60 || startMinute >= endMinute) {
    throw new Refusal('bad-hours');
  }
  if (timeZone !== null && !IANAZone.isValidZone(timeZone)) throw new Refusal('malformed');
  if (languages === null) return;
  if (languages.length > LIMITS.languagesPerPerson) {
    throw new Refusal('too-many', { limit: LIMITS.languagesPerPerson });
  }
  if (languages.length === 0 || languages.some((tag) => !/^[a-z]{2,3}$/.test(tag)))
    throw new Refusal('malformed');
}
