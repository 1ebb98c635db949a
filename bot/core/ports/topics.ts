import type { TenantId, TopicId } from '../ids.ts';
import type { Topic, TopicKind } from '../person.ts';

export interface TopicReads {
  /** All topics of the company, by name. */
  all(tenant: TenantId): Promise<readonly Topic[]>;
  byIds(ids: readonly TopicId[]): Promise<ReadonlyMap<TopicId, Topic>>;
}

export interface TopicWrites {
  /** Adds the topics that are not there yet, compared without case, and returns the ids of all in the order asked. */
  ensure(
    tenant: TenantId,
    topics: readonly {
      readonly name: string;
      readonly kind: TopicKind;
      readonly aliases: readonly string[];
    }[],
  ): Promise<readonly TopicId[]>;
}
