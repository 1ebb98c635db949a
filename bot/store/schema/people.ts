import type { PersonId, TenantId, TopicId } from '../../core/ids.ts';
import type { TopicSide } from '../../core/member.ts';
import type { Level, Locale, TopicKind } from '../../core/person.ts';

export interface PeopleTable {
  id: PersonId;
  tenantId: TenantId;
  directoryId: string;
  objectId: string | null;
  displayName: string;
  /** The display name folded (fold.ts), to order by. */
  nameKey: string;
  /** The words of name, title and department folded, each after a space, to search in. */
  searchText: string;
  email: string;
  jobTitle: string;
  department: string;
  level: Level;
  yearsExperience: number;
  isPeopleManager: boolean;
  country: string;
  timeZone: string;
  /** Primary tags between `;`. */
  languages: string;
  managerId: PersonId | null;
  leftAt: Date | null;
  createdAt: Date;
  updatedAt: Date;
}

export interface PreferencesTable {
  personId: PersonId;
  locale: Locale;
  /** ISO weekdays as digits, `12345`. */
  workDays: string;
  startMinute: number;
  endMinute: number;
  timeZone: string | null;
  /** Primary tags between `;`. */
  languages: string | null;
}

export interface TopicsTable {
  id: TopicId;
  tenantId: TenantId;
  name: string;
  /** The name folded (fold.ts); unique in a company. */
  nameKey: string;
  kind: TopicKind;
  aliasesJson: string;
}

/** Topics that the directory suggests for a person. */
export interface PersonTopicsTable {
  personId: PersonId;
  topicId: TopicId;
  side: TopicSide;
}
