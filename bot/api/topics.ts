import { topicSearch } from '../core/topics/search.ts';
import { slice, topicChip } from './cards.ts';
import type { Page, TopicChip } from './contract.ts';
import { route } from './route.ts';
import { pageQuery } from './schemas.ts';

/** The company's topics: those that fit what was typed, best first, or all by name. */
export const topics = route({
  may: 'see-topics',
  of: 'company',
  query: pageQuery,
  handle: async ({ deps, locale, subject: tenant, query }): Promise<Page<TopicChip>> => {
    const all = await deps.store.reads.topics.all(tenant);
    if (query.search.trim() === '')
      return slice(
        all.map((topic) => topicChip(locale, topic)),
        query,
      );
    const { found, near } = topicSearch(all)(query.search);
    const byId = new Map(all.map((topic) => [topic.id, topic]));
    const chips = [...found, ...near]
      .flatMap((id) => byId.get(id) ?? [])
      .map((topic) => topicChip(locale, topic));
    return slice(chips, query);
  },
});
