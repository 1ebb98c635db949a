import type { PersonId, ProgrammeId, TenantId, TopicId } from '../../core/ids.ts';
import type { MemberState, Rhythm, TopicSide } from '../../core/member.ts';
import type { ProgrammeState } from '../../core/programme.ts';

export interface ProgrammesTable {
  id: ProgrammeId;
  tenantId: TenantId;
  name: string;
  /** The name folded (fold.ts); unique in a company. */
  nameKey: string;
  state: ProgrammeState;
  settingsJson: string;
  startedAt: Date | null;
  version: number;
  createdAt: Date;
}

export interface HelpContactsTable {
  programmeId: ProgrammeId;
  /** Order in which the coordinator wrote them, from 0. */
  position: number;
  country: string;
  name: string;
  phone: string;
  url: string | null;
  hours: string;
  emergency: string;
}

export interface CoordinatorsTable {
  programmeId: ProgrammeId;
  personId: PersonId;
  addedBy: PersonId | null;
  addedAt: Date;
}

export interface MembersTable {
  programmeId: ProgrammeId;
  personId: PersonId;
  state: MemberState;
  pausedUntilOn: string | null;
  rhythm: Rhythm;
  mentorCapacity: number;
  isVisibleToManager: boolean;
  roundsWaited: number;
  joinedAt: Date;
  leftAt: Date | null;
  updatedAt: Date;
}

export interface MemberTopicsTable {
  programmeId: ProgrammeId;
  personId: PersonId;
  topicId: TopicId;
  side: TopicSide;
}

export interface DoNotPairTable {
  personId: PersonId;
  otherPersonId: PersonId;
  createdAt: Date;
}
