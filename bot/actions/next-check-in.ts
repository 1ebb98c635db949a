import { scheduleOf, weeksOf } from '../core/check-in-schedule.ts';
import type { Person } from '../core/person.ts';
import type { Reads } from '../core/ports/store.ts';
import type { Pairing } from '../core/round.ts';
import { clockOf } from '../core/working-time.ts';

/** When this person is asked next in any of these pairings; null where nothing is to come. Planned or not: the schedule says. */
export async function nextCheckInAt(
  reads: Reads,
  { person, pairings, now }: { person: Person; pairings: readonly Pairing[]; now: Date },
): Promise<Date | null> {
  const clock = clockOf(person, await reads.people.preferences(person.id));
  let next: Date | null = null;
  for (const pairing of pairings) {
    const programme = await reads.programmes.byId(pairing.programmeId);
    if (programme === null) continue;
    const due = scheduleOf(pairing, weeksOf(pairing, programme.settings), clock).find(
      ({ dueAt }) => dueAt > now,
    );
    if (due !== undefined && (next === null || due.dueAt < next)) next = due.dueAt;
  }
  return next;
}
