import type { Deps } from '../core/deps.ts';
import type { PersonId, ProgrammeId } from '../core/ids.ts';
import { Refusal } from '../core/refusal.ts';

/**
 * Lets someone of the same company run a programme; who does already stays so.
 * @throws Refusal 'not-found'
 */
export async function addCoordinator(
  deps: Deps,
  input: {
    readonly programmeId: ProgrammeId;
    readonly personId: PersonId;
    /** Null for who runs the service, from its command line. */
    readonly actor: PersonId | null;
  },
): Promise<void> {
  const { programmeId, personId, actor } = input;
  await deps.store.transaction(async (tx) => {
    const programme = await tx.programmes.byId(programmeId);
    const person = await tx.people.byId(personId);
    if (programme === null || person === null || person.leftAt !== null) throw new Refusal('not-found');
    if (person.tenantId !== programme.tenantId) throw new Refusal('not-found');
    if ((await tx.programmes.coordinators(programmeId)).includes(personId)) return;
    await tx.programmes.addCoordinator(programmeId, personId, actor, deps.now());
    await tx.privacy.record(programmeId, {
      at: deps.now(),
      actor,
      action: 'add-coordinator',
      object: personId,
      relation: actor === null ? 'operator' : 'coordinator',
    });
  });
}
