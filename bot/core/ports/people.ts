import type { PersonId, TenantId, TopicId } from '../ids.ts';
import type { TopicSide } from '../member.ts';
import type { Person, Preferences } from '../person.ts';

/** A person as the company's directory gives them, before they have an id here. */
export type DirectoryPerson = Omit<Person, 'id' | 'tenantId' | 'managerId' | 'leftAt'> & {
  /** The directory id of the manager, where the reporting line is sound. */
  readonly managerDirectoryId: string | null;
  /** Topics that the directory already knows; suggested when the person joins, never assumed. */
  readonly offers: readonly string[];
  readonly needs: readonly string[];
};

export interface PeopleReads {
  byId(id: PersonId): Promise<Person | null>;
  byIds(ids: readonly PersonId[]): Promise<ReadonlyMap<PersonId, Person>>;
  /** Who someone is: tenant and Entra object id. */
  byObjectId(tenant: TenantId, objectId: string): Promise<Person | null>;
  byDirectoryId(tenant: TenantId, directoryId: string): Promise<Person | null>;
  /** One page by name; `search` matches the start of any word of name, title or department. */
  page(
    tenant: TenantId,
    query: { search: string; offset: number; limit: number },
  ): Promise<{ people: readonly Person[]; total: number }>;
  count(tenant: TenantId): Promise<number>;
  preferences(id: PersonId): Promise<Preferences>;
  /** Topics that the directory suggested for this person. */
  suggestedTopics(id: PersonId): Promise<readonly { readonly topicId: TopicId; readonly side: TopicSide }[]>;
  /** Everyone below this person at any depth, without the person. */
  reports(id: PersonId): Promise<readonly PersonId[]>;
  /** How many that are. */
  reportCount(id: PersonId): Promise<number>;
  hasReports(id: PersonId): Promise<boolean>;
  /** Whether `manager` stands above `person` at any depth. */
  isAbove(manager: PersonId, person: PersonId): Promise<boolean>;
}

export interface PeopleWrites {
  setPreferences(id: PersonId, preferences: Preferences): Promise<void>;
  setObjectId(id: PersonId, objectId: string): Promise<void>;
}
