import type { PersonId, ProgrammeId, TopicId } from './ids.ts';

export const MEMBER_STATES = ['joined', 'paused', 'left'] as const;
export type MemberState = (typeof MEMBER_STATES)[number];

export const RHYTHMS = ['weekly', 'fortnightly', 'monthly'] as const;
/** How often a member wants to meet. */
export type Rhythm = (typeof RHYTHMS)[number];

export const TOPIC_SIDES = ['offer', 'need'] as const;
/** An offer is a topic that someone has come through and will talk about; a need is one they are facing now. */
export type TopicSide = (typeof TOPIC_SIDES)[number];

/** A person's part in one programme. */
export interface Member {
  readonly programmeId: ProgrammeId;
  readonly personId: PersonId;
  readonly state: MemberState;
  /** The day, on the member's own calendar, on which a pause ends: `YYYY-MM-DD`; null for a pause without an end. */
  readonly pausedUntil: string | null;
  readonly rhythm: Rhythm;
  /** How many people this member will guide at the same time; 0 for not at all. */
  readonly mentorCapacity: number;
  /** Whether the manager of record may see the name of the partner; shown only when both agree. */
  readonly visibleToManager: boolean;
  readonly offers: readonly TopicId[];
  readonly needs: readonly TopicId[];
  readonly joinedAt: Date;
  /** Rounds in a row that found nobody for a need of this member. */
  readonly roundsWaited: number;
}
