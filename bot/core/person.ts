import type { PersonId, TenantId, TopicId } from './ids.ts';

export const LEVELS = [1, 2, 3, 4, 5] as const;
/** A rung of the company's ladder; a step ahead is a difference of levels. */
export type Level = (typeof LEVELS)[number];

export const TOPIC_KINDS = ['skill', 'experience'] as const;
export type TopicKind = (typeof TOPIC_KINDS)[number];

/** Something one can have come through or be facing. Aliases are other words people use for it, in any language. */
export interface Topic {
  readonly id: TopicId;
  readonly name: string;
  readonly kind: TopicKind;
  readonly aliases: readonly string[];
}

/** Someone of the directory, as the company knows them. */
export interface Person {
  readonly id: PersonId;
  readonly tenantId: TenantId;
  /** The key of the HR export. */
  readonly directoryId: string;
  /** The Entra object id, where it is known. Together with the tenant it is who someone is. */
  readonly objectId: string | null;
  readonly displayName: string;
  readonly email: string;
  readonly jobTitle: string;
  readonly department: string;
  readonly level: Level;
  readonly yearsExperience: number;
  readonly managesPeople: boolean;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** IANA name. */
  readonly timeZone: string;
  /** BCP 47 primary tags, the first being preferred. */
  readonly languages: readonly string[];
  readonly managerId: PersonId | null;
  readonly leftAt: Date | null;
}

export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;
/** ISO weekday, 1 is Monday. */
export type Weekday = (typeof WEEKDAYS)[number];

/** When someone may be spoken to and can meet, on their own clock. Minutes after midnight, half-open. */
export interface WorkingHours {
  readonly days: readonly Weekday[];
  readonly startMinute: number;
  readonly endMinute: number;
}

export const DEFAULT_HOURS: WorkingHours = { days: [1, 2, 3, 4, 5], startMinute: 9 * 60, endMinute: 17 * 60 };

export const LOCALES = ['en', 'de'] as const;
export type Locale = (typeof LOCALES)[number];

/** What a person has set for themselves; where null, the directory's fact holds. */
export interface Preferences {
  readonly locale: Locale;
  readonly hours: WorkingHours;
  readonly timeZone: string | null;
  readonly languages: readonly string[] | null;
}
