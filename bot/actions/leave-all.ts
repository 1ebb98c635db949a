import type { Deps } from '../core/deps.ts';
import type { PersonId } from '../core/ids.ts';
import { joined } from './joined.ts';
import { leaveProgramme } from './leave-programme.ts';

/** Leaves every programme that the person is still part of. */
export async function leaveAll(deps: Deps, personId: PersonId): Promise<void> {
  await deps.store.transaction(async (tx) => {
    for (const { programmeId, state } of await tx.members.ofPerson(personId))
      if (state !== 'left') await leaveProgramme(joined(deps, tx), { programmeId, personId });
  });
}
