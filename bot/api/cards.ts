import type { Locale, Person, Topic } from '../core/person.ts';
import type { TopicId } from '../core/ids.ts';
import { topicName } from '../core/topics/experiences.ts';
import type { PersonCard, TopicChip } from './contract.ts';
import type { Asker } from './asker.ts';

/** What colleagues see of each other in any list. */
export const personCard = (person: Person): PersonCard => ({
  id: person.id,
  name: person.displayName,
  title: person.jobTitle,
  department: person.department,
});

/** One card, or none for somebody who is no longer there. */
export const cardOf = (person: Person | undefined): readonly PersonCard[] =>
  person === undefined ? [] : [personCard(person)];

/** A topic in the reader's language, where its name is known there. */
export const topicChip = (locale: Locale, { id, name, kind }: Topic): TopicChip => ({
  id,
  name: topicName(name, locale),
  kind,
});

export async function topicChips(
  { deps, locale }: Asker,
  ids: readonly TopicId[],
): Promise<readonly TopicChip[]> {
  const topics = await deps.store.reads.topics.byIds(ids);
  return ids.flatMap((id) => {
    const topic = topics.get(id);
    return topic === undefined ? [] : [topicChip(locale, topic)];
  });
}

/** A page of what has all been read already. */
export const slice = <T>(rows: readonly T[], { offset, limit }: { offset: number; limit: number }) => ({
  rows: rows.slice(offset, offset + limit),
  total: rows.length,
});
