import type { Deps } from '../core/deps.ts';
import type { Member } from '../core/member.ts';
import type { PairingMode } from '../core/programme.ts';
import type { Role, Round } from '../core/round.ts';
import { loadMember } from './load-member.ts';
import type { Membership } from './load-member.ts';
import { proposeNext } from './propose-again.ts';

/** A round is out for so long; whoever joins later waits for the next one. */
const OUT_DAYS = 28;
const DAY_MS = 86_400_000;
/** How many rounds are looked at for the one that was sent last: the newest may be a preview. */
const RECENT = 5;

/**
 * Proposes someone who joined after the last round was sent to the best who still has a place in it; nobody else's
 * proposal changes, and whoever finds nobody is in the next round. A circle is not begun nor changed for one person.
 * @throws Refusal 'not-a-member'
 */
export async function pairLateJoiner(deps: Deps, membership: Membership): Promise<'proposed' | 'waits'> {
  return deps.store.transaction(async (tx) => {
    const member = await loadMember(tx, membership);
    const programme = await tx.programmes.byId(membership.programmeId);
    const rounds = await tx.rounds.ofProgramme(membership.programmeId, RECENT);
    const round = rounds.find((one) => one.state === 'sent');
    if (programme?.state !== 'running' || round === undefined) return 'waits';
    const role = roleOf(member, round.settings.mode);
    const proposals = await tx.rounds.openProposalsOf(membership.personId);
    if (role === null || proposals.length > 0 || !isLate(member, round, deps.now())) return 'waits';
    const side = { personId: membership.personId, role };
    return (await proposeNext(deps, tx, { round, programme, side })) === 'proposed' ? 'proposed' : 'waits';
  });
}

function isLate({ state, joinedAt }: Member, { sentAt }: Round, now: Date): boolean {
  if (state !== 'joined' || sentAt === null || joinedAt < sentAt) return false;
  return now.getTime() - sentAt.getTime() <= OUT_DAYS * DAY_MS;
}

/** Who needs something comes as a mentee; a mentor helps those who were left out. */
function roleOf({ needs, offers, mentorCapacity }: Member, mode: PairingMode): Role | null {
  if (mode === 'circles') return null;
  if (mode === 'peers') return 'peer';
  if (needs.length > 0) return 'mentee';
  return offers.length > 0 && mentorCapacity > 0 ? 'mentor' : null;
}
