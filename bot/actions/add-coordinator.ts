import type { Deps } from '../core/deps.ts';
import type { PersonId } from '../core/ids.ts';
import { Refusal } from '../core/refusal.ts';
import { recordRole, stillMayAppoint } from './appoint.ts';
import type { Appointment } from './appoint.ts';

/**
 * Lets someone of the same company run a programme; who does already stays so.
 * @throws Refusal 'not-found'
 */
export async function addCoordinator(
  deps: Deps,
  input: Appointment & { readonly personId: PersonId },
): Promise<void> {
  const { programmeId, personId, actor } = input;
  await deps.store.transaction(async (tx) => {
    const programme = await tx.programmes.byId(programmeId);
    const person = await tx.people.byId(personId);
    if (programme === null || person === null || person.leftAt !== null) throw new Refusal('not-found');
    if (person.tenantId !== programme.tenantId) throw new Refusal('not-found');
    const coordinators = await tx.programmes.coordinators(programmeId);
    if (!stillMayAppoint(input, coordinators)) throw new Refusal('not-found');
    if (coordinators.some((one) => one.personId === personId)) return;
    await tx.programmes.addCoordinator(programmeId, personId, actor, deps.now());
    await recordRole(deps, tx, input, 'add-coordinator');
  });
}
