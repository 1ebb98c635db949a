import type { Deps } from '../core/deps.ts';
import { asId } from '../core/ids.ts';
import type { OccurrenceId, PersonId, ProgrammeId } from '../core/ids.ts';
import { clockOf, onClock } from '../core/working-time.ts';

/** How long a welcome back is worth saying. */
const WORTH_DAYS = 3;
const DAY_MS = 86_400_000;

/**
 * Takes members back whose pause is over on their own calendar, and plans a welcome back for each.
 * Running it twice changes nothing. Returns how many came back.
 */
export async function endPauses(deps: Deps): Promise<number> {
  const now = deps.now();
  // The furthest ahead that a calendar can be; each is looked at on their own below.
  const latest = new Date(now.getTime() + DAY_MS).toISOString().slice(0, 10);
  let back = 0;
  for (const member of await deps.store.reads.members.pausesOver(latest)) {
    if (await takeBack(deps, member, now)) back += 1;
  }
  return back;
}

async function takeBack(
  deps: Deps,
  { programmeId, personId }: { programmeId: ProgrammeId; personId: PersonId },
  now: Date,
): Promise<boolean> {
  return deps.store.transaction(async (tx) => {
    const [member, person, programme] = [
      await tx.members.one(programmeId, personId),
      await tx.people.byId(personId),
      await tx.programmes.byId(programmeId),
    ];
    if (member?.state !== 'paused' || member.pausedUntil === null || person === null || programme === null)
      return false;
    const { timeZone } = clockOf(person, await tx.people.preferences(personId));
    const today = onClock(now, timeZone).toISODate();
    if (today === null || today < member.pausedUntil) return false;
    await tx.members.setState(programmeId, personId, 'joined', null, now);
    await tx.occurrences.plan([
      {
        id: asId<OccurrenceId>(deps.newId()),
        tenantId: programme.tenantId,
        programmeId,
        personId,
        kind: 'welcome-back',
        period: `pause:${member.pausedUntil}`,
        subjectId: programmeId,
        dueAt: now,
        expiresAt: new Date(now.getTime() + WORTH_DAYS * DAY_MS),
      },
    ]);
    return true;
  });
}
