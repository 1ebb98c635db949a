import type { PersonId, ProgrammeId, TopicId } from '../ids.ts';
import type { Member, MemberState, Rhythm, TopicSide } from '../member.ts';
import type { Person } from '../person.ts';

export interface MemberReads {
  one(programme: ProgrammeId, person: PersonId): Promise<Member | null>;
  ofPerson(person: PersonId): Promise<readonly Member[]>;
  countByState(programme: ProgrammeId): Promise<Readonly<Record<MemberState, number>>>;
  page(
    programme: ProgrammeId,
    query: { search: string; offset: number; limit: number },
  ): Promise<{
    members: readonly {
      readonly person: Person;
      readonly state: MemberState;
      readonly pausedUntil: string | null;
      readonly activePairings: number;
      readonly roundsWaited: number;
    }[];
    total: number;
  }>;
  /** People whom this person asked not to be paired with. Only for its writer and for pairing. */
  doNotPair(person: PersonId): Promise<readonly PersonId[]>;
  /** Members whose pause ended on or before the day. */
  pausesOver(day: string): Promise<readonly { programmeId: ProgrammeId; personId: PersonId }[]>;
  /** Memberships of people who have left the company: the first of them. */
  ofLeavers(limit: number): Promise<readonly { programmeId: ProgrammeId; personId: PersonId }[]>;
}

export interface MemberWrites {
  join(member: {
    programmeId: ProgrammeId;
    personId: PersonId;
    rhythm: Rhythm;
    mentorCapacity: number;
    at: Date;
  }): Promise<void>;
  setState(
    programme: ProgrammeId,
    person: PersonId,
    state: MemberState,
    pausedUntil: string | null,
    at: Date,
  ): Promise<void>;
  setRhythm(programme: ProgrammeId, person: PersonId, rhythm: Rhythm): Promise<void>;
  setMentorCapacity(programme: ProgrammeId, person: PersonId, capacity: number): Promise<void>;
  setVisibleToManager(programme: ProgrammeId, person: PersonId, visible: boolean): Promise<void>;
  setTopics(
    programme: ProgrammeId,
    person: PersonId,
    side: TopicSide,
    topics: readonly TopicId[],
  ): Promise<void>;
  setDoNotPair(person: PersonId, others: readonly PersonId[], at: Date): Promise<void>;
  /** Puts these members before all others in the next round, as if they had waited longest. */
  putFirst(programme: ProgrammeId, people: readonly PersonId[]): Promise<void>;
  /** Adds one round of waiting to `waiting` and takes it back to zero for `paired`. */
  countWaiting(
    programme: ProgrammeId,
    waiting: readonly PersonId[],
    paired: readonly PersonId[],
  ): Promise<void>;
}
