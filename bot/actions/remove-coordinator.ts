import type { Deps } from '../core/deps.ts';
import type { PersonId } from '../core/ids.ts';
import { Refusal } from '../core/refusal.ts';
import { recordRole, stillMayAppoint } from './appoint.ts';
import type { Appointment } from './appoint.ts';

/**
 * Takes the running of a programme from someone, from their next request on; they may be the one who asks.
 * @throws Refusal 'not-found'; 'last-coordinator' where nobody who is still there would be left
 */
export async function removeCoordinator(
  deps: Deps,
  input: Appointment & { readonly personId: PersonId },
): Promise<void> {
  const { programmeId, personId } = input;
  await deps.store.transaction(async (tx) => {
    const before = await tx.programmes.coordinators(programmeId);
    if (!stillMayAppoint(input, before) || !before.some((one) => one.personId === personId))
      throw new Refusal('not-found');
    // First the change, which two who remove each other can only make one after the other, then who is left.
    await tx.programmes.removeCoordinator(programmeId, personId);
    const left = await tx.programmes.coordinators(programmeId);
    const people = await tx.people.byIds(left.map((one) => one.personId));
    if (![...people.values()].some((person) => person.leftAt === null)) throw new Refusal('last-coordinator');
    await recordRole(deps, tx, input, 'remove-coordinator');
  });
}
