import type { TenantId } from '../core/ids.ts';
import type { Topic } from '../core/person.ts';
import { topicSearch } from '../core/topics/search.ts';
import type { TopicSearch } from '../core/topics/search.ts';

/** Companies whose index is kept; beyond that the oldest is built again when it is needed. */
const MOST_KEPT = 50;
const kept = new Map<TenantId, { readonly of: string; readonly search: TopicSearch }>();

/** The search over a company's topics, built once for as long as the topics are the same. */
export function searchFor(tenant: TenantId, topics: readonly Topic[]): TopicSearch {
  const of = topics.map(({ id, name, aliases }) => `${id}${name}${aliases.length}`).join();
  const known = kept.get(tenant);
  if (known?.of === of) return known.search;
  const search = topicSearch(topics);
  kept.delete(tenant);
  kept.set(tenant, { of, search });
  const [oldest] = kept.keys();
  if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
  return search;
}
