import type { Deps } from '../core/deps.ts';
import { Refusal } from '../core/refusal.ts';
import type { Membership } from './load-member.ts';

/** What holds until a new member says otherwise. */
const DEFAULTS = { rhythm: 'weekly', mentorCapacity: 1 } as const;

/**
 * Makes a person a member from now on; someone who left comes back with what they had chosen.
 * @throws Refusal 'not-found', 'programme-not-running' or 'already-a-member'
 */
export async function joinProgramme(deps: Deps, { programmeId, personId }: Membership): Promise<void> {
  await deps.store.transaction(async (tx) => {
    const [programme, person] = [await tx.programmes.byId(programmeId), await tx.people.byId(personId)];
    if (
      programme === null ||
      person === null ||
      person.tenantId !== programme.tenantId ||
      person.leftAt !== null
    ) {
      throw new Refusal('not-found');
    }
    if (programme.state !== 'running') throw new Refusal('programme-not-running');
    const member = await tx.members.one(programmeId, personId);
    if (member !== null && member.state !== 'left') throw new Refusal('already-a-member');
    if (member === null) await tx.members.join({ programmeId, personId, ...DEFAULTS, at: deps.now() });
    else await tx.members.setState(programmeId, personId, 'joined', null, deps.now());
  });
}
