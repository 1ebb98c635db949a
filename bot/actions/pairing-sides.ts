import type { PersonId } from '../core/ids.ts';
import type { Member } from '../core/member.ts';
import type { Person } from '../core/person.ts';
import type { Reads } from '../core/ports/store.ts';
import type { Pairing } from '../core/round.ts';
import type { Clock } from '../core/working-time.ts';
import { clockOf, isAwayOn, onClock } from '../core/working-time.ts';

/** One side of a pairing, as the clock sees them. */
export interface PairingSide {
  readonly person: Person;
  readonly member: Member | null;
  readonly clock: Clock;
}

/** The sides of a pairing who are still with the company. */
export async function pairingSides(reads: Reads, pairing: Pairing): Promise<readonly PairingSide[]> {
  const people = await reads.people.byIds(pairing.people.map(({ personId }) => personId));
  const sides: PairingSide[] = [];
  for (const person of people.values()) {
    if (person.leftAt === null) sides.push(await sideOf(reads, pairing, person));
  }
  return sides;
}

async function sideOf(reads: Reads, pairing: Pairing, person: Person): Promise<PairingSide> {
  const id: PersonId = person.id;
  return {
    person,
    member: await reads.members.one(pairing.programmeId, id),
    clock: clockOf(person, await reads.people.preferences(id)),
  };
}

/** Whether someone takes a break on this day of their own. */
export function isAway({ member, clock }: PairingSide, at: Date): boolean {
  return isAwayOn(member, onClock(at, clock.timeZone).toFormat('yyyy-MM-dd'));
}
