import type { PersonId, ProgrammeId } from '../core/ids.ts';
import type { Member } from '../core/member.ts';
import type { Reads } from '../core/ports/store.ts';
import { Refusal } from '../core/refusal.ts';

/** Who asks, and in which programme. */
export interface Membership {
  readonly programmeId: ProgrammeId;
  readonly personId: PersonId;
}

/** The member who has joined, paused or not. @throws Refusal 'not-a-member' for everyone else. */
export async function loadMember(tx: Reads, { programmeId, personId }: Membership): Promise<Member> {
  const member = await tx.members.one(programmeId, personId);
  if (member === null || member.state === 'left') throw new Refusal('not-a-member');
  return member;
}
