import type { Deps } from '../core/deps.ts';
import type { MemberState, Rhythm } from '../core/member.ts';
import { changeCapacity } from './change-capacity.ts';
import { changeRhythm } from './change-rhythm.ts';
import { changeVisibility } from './change-visibility.ts';
import { joinProgramme } from './join-programme.ts';
import { joined } from './joined.ts';
import { leaveProgramme } from './leave-programme.ts';
import type { Membership } from './load-member.ts';
import { pauseMembership } from './pause-membership.ts';
import { resumeMembership } from './resume-membership.ts';

export interface MembershipChange extends Membership {
  readonly state: MemberState;
  /** The day on which a pause ends; null for one without an end. */
  readonly pausedUntil: string | null;
  readonly rhythm?: Rhythm | undefined;
  readonly mentorCapacity?: number | undefined;
  readonly visibleToManager?: boolean | undefined;
}

/**
 * Brings a membership to what a form says, all of it or nothing: joins, pauses, comes back or leaves as the state
 * asks, and sets what goes with it. @throws Refusal as each of those does.
 */
export async function changeMembership(deps: Deps, change: MembershipChange): Promise<void> {
  await deps.store.transaction(async (tx) => {
    const within = joined(deps, tx);
    const { programmeId, personId } = change;
    const before = (await tx.members.one(programmeId, personId))?.state ?? 'left';
    await changeState(within, change, before);
    if (change.state === 'left') return;
    const membership = { programmeId, personId };
    const { rhythm, mentorCapacity: capacity, visibleToManager: visible } = change;
    if (rhythm !== undefined) await changeRhythm(within, { ...membership, rhythm });
    if (capacity !== undefined) await changeCapacity(within, { ...membership, capacity });
    if (visible !== undefined) await changeVisibility(within, { ...membership, visible });
  });
}

async function changeState(deps: Deps, change: MembershipChange, before: MemberState): Promise<void> {
  const membership = { programmeId: change.programmeId, personId: change.personId };
  if (change.state === 'left') return leaveProgramme(deps, membership);
  if (before === 'left') await joinProgramme(deps, membership);
  if (change.state === 'paused') return pauseMembership(deps, { ...membership, until: change.pausedUntil });
  if (before === 'paused') return resumeMembership(deps, membership);
}
