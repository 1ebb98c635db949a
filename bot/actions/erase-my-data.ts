import type { Deps } from '../core/deps.ts';
import type { PersonId } from '../core/ids.ts';
import { joined } from './joined.ts';
import { leaveAll } from './leave-all.ts';

/** Leaves every programme and erases what a person has said and chosen; what the directory says of them stays. */
export async function eraseMyData(deps: Deps, { personId }: { readonly personId: PersonId }): Promise<void> {
  await deps.store.transaction(async (tx) => {
    for (const member of await tx.members.ofPerson(personId)) {
      await tx.privacy.record(member.programmeId, {
        at: deps.now(),
        actor: personId,
        action: 'erase-my-data',
        object: personId,
        relation: 'self',
      });
    }
    await leaveAll(joined(deps, tx), personId);
    await tx.privacy.erase(personId, deps.now());
  });
}
