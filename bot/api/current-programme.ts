import type { Person } from '../core/person.ts';
import type { Reads } from '../core/ports/store.ts';
import type { Programme } from '../core/programme.ts';

/**
 * The programme that a person's views speak of: the one they are a member of, else one that they coordinate,
 * else one that is running; null where the company has none.
 */
export async function currentProgramme(reads: Reads, person: Person): Promise<Programme | null> {
  const programmes = await reads.programmes.ofTenant(person.tenantId);
  const memberships = await reads.members.ofPerson(person.id);
  const joined = memberships.find((member) => member.state !== 'left') ?? memberships[0];
  const [coordinated] = await reads.programmes.coordinatedBy(person.id);
  return (
    programmes.find((programme) => programme.id === joined?.programmeId) ??
    coordinated ??
    programmes.find((programme) => programme.state === 'running') ??
    null
  );
}
