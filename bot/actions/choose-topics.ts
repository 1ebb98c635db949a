import type { Deps } from '../core/deps.ts';
import type { TopicId } from '../core/ids.ts';
import { LIMITS } from '../core/limits.ts';
import type { TopicSide } from '../core/member.ts';
import { Refusal } from '../core/refusal.ts';
import { loadMember } from './load-member.ts';
import type { Membership } from './load-member.ts';

export interface ChosenTopics extends Membership {
  readonly side: TopicSide;
  readonly topics: readonly TopicId[];
}

/**
 * Sets what a member offers or needs to exactly these topics.
 * @throws Refusal 'not-a-member', 'too-many', or 'unknown-topic' for one that is not of this company
 */
export async function chooseTopics(
  deps: Deps,
  { programmeId, personId, side, topics }: ChosenTopics,
): Promise<void> {
  const chosen = [...new Set(topics)];
  if (chosen.length > LIMITS.topicsPerList) throw new Refusal('too-many', { limit: LIMITS.topicsPerList });
  await deps.store.transaction(async (tx) => {
    await loadMember(tx, { programmeId, personId });
    const person = await tx.people.byId(personId);
    if (person === null) throw new Refusal('not-found');
    const known = new Set((await tx.topics.all(person.tenantId)).map(({ id }) => id));
    if (chosen.some((topic) => !known.has(topic))) throw new Refusal('unknown-topic');
    await tx.members.setTopics(programmeId, personId, side, chosen);
  });
}
