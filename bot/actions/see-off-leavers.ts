import type { Deps } from '../core/deps.ts';
import type { PersonId, ProgrammeId } from '../core/ids.ts';
import { joined } from './joined.ts';
import { leaveProgramme } from './leave-programme.ts';

/** At a time: each is a transaction of its own. */
const PAGE = 200;

/**
 * Ends the memberships of people whom the directory no longer has: their pairings end kindly, their partners are told
 * and come first in the next round. Running it twice changes nothing. Returns how many memberships ended.
 */
export async function seeOffLeavers(deps: Deps): Promise<number> {
  let ended = 0;
  for (;;) {
    const leavers = await deps.store.reads.members.ofLeavers(PAGE);
    for (const member of leavers) if (await seeOff(deps, member)) ended += 1;
    if (leavers.length < PAGE) return ended;
  }
}

async function seeOff(
  deps: Deps,
  { programmeId, personId }: { readonly programmeId: ProgrammeId; readonly personId: PersonId },
): Promise<boolean> {
  return deps.store.transaction(async (tx) => {
    const member = await tx.members.one(programmeId, personId);
    if (member === null || member.state === 'left') return false;
    if ((await tx.people.byId(personId))?.leftAt == null) return false;
    const pairings = await tx.pairings.currentOf(personId);
    const partners = pairings
      .filter((pairing) => pairing.programmeId === programmeId)
      .flatMap(({ people }) => people.map((side) => side.personId))
      .filter((id) => id !== personId);
    await leaveProgramme(joined(deps, tx), { programmeId, personId });
    await tx.members.putFirst(programmeId, partners);
    return true;
  });
}
