import type { Person } from '../core/person.ts';
import type { Reads } from '../core/ports/store.ts';
import type { Programme } from '../core/programme.ts';

/**
 * The programme that a conversation is about: the running one that the person is a member of, else the first that
 * runs; null where none does. Where a company comes to run several at once, the choice belongs here.
 */
export async function programmeFor(reads: Reads, person: Person): Promise<Programme | null> {
  const running = (await reads.programmes.ofTenant(person.tenantId)).filter(
    ({ state }) => state === 'running',
  );
  const memberships = await reads.members.ofPerson(person.id);
  const mine = memberships.filter(({ state }) => state !== 'left').map(({ programmeId }) => programmeId);
  return running.find(({ id }) => mine.includes(id)) ?? running[0] ?? null;
}
