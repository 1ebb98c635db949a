import type { Deps } from '../../core/deps.ts';
import type { PersonId, ProgrammeId, TopicId } from '../../core/ids.ts';
import type { Person } from '../../core/person.ts';
import type { Writes } from '../../core/ports/store.ts';
import type { Employee } from './choose-people.ts';

/**
 * Makes the newcomer and the guide each other's natural match in the next round, whatever the newcomer asks for first:
 * everyone else who came through the same has no place free, and nobody else waits for what the guide offers.
 */
export async function keepForEachOther(
  deps: Deps,
  programmeId: ProgrammeId,
  members: readonly Employee[],
  { newcomer, guide }: { readonly newcomer: Person; readonly guide: Person },
): Promise<void> {
  await deps.store.transaction(async (tx) => {
    const asked = await suggested(tx, newcomer.id, 'need');
    const offered = await suggested(tx, guide.id, 'offer');
    for (const { person, offers, needs } of members) {
      const member = await tx.members.one(programmeId, person.id);
      if (member?.state !== 'joined') continue;
      const pairings = await tx.pairings.currentOf(person.id);
      const guiding = pairings.filter((pairing) => roleIn(pairing, person.id) === 'mentor').length;
      if (offers.some((topic) => asked.has(topic.id)) && member.mentorCapacity > guiding)
        await tx.members.setMentorCapacity(programmeId, person.id, guiding);
      if (needs.some((topic) => offered.has(topic.id)) && guiding === pairings.length)
        await tx.members.setTopics(
          programmeId,
          person.id,
          'need',
          needs.map((topic) => topic.id).filter((topic) => !offered.has(topic)),
        );
    }
  });
}

async function suggested(
  tx: Writes,
  person: PersonId,
  side: 'offer' | 'need',
): Promise<ReadonlySet<TopicId>> {
  const topics = await tx.people.suggestedTopics(person);
  return new Set(topics.filter((one) => one.side === side).map((one) => one.topicId));
}

function roleIn(
  pairing: { readonly people: readonly { readonly personId: PersonId; readonly role: string }[] },
  person: PersonId,
): string | undefined {
  return pairing.people.find((side) => side.personId === person)?.role;
}
