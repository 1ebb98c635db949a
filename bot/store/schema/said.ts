import type { Connection } from '../../core/check-in.ts';
import type { CheckInId, PairingId, PersonId, ProgrammeId, TopicId } from '../../core/ids.ts';

export interface CheckInsTable {
  id: CheckInId;
  programmeId: ProgrammeId;
  pairingId: PairingId;
  personId: PersonId;
  week: number;
  dueAt: Date;
  moodSealed: Uint8Array | null;
  connected: Connection | null;
  helpedSealed: Uint8Array | null;
  answeredAt: Date | null;
}

export interface AsksTable {
  id: string;
  programmeId: ProgrammeId;
  personId: PersonId;
  topicId: TopicId;
  state: string;
  textSealed: Uint8Array;
  acceptedBy: PersonId | null;
  createdAt: Date;
  closedAt: Date | null;
}

/** Sealed with the writer's key: what the writer erases is gone for its reader too. */
export interface NotesTable {
  id: string;
  programmeId: ProgrammeId;
  fromPersonId: PersonId;
  toPersonId: PersonId;
  textSealed: Uint8Array;
  createdAt: Date;
}

export interface ReflectionsTable {
  id: string;
  personId: PersonId;
  pairingId: PairingId | null;
  textSealed: Uint8Array;
  createdAt: Date;
}

export interface DataKeysTable {
  personId: PersonId;
  wrappedKey: Uint8Array;
  wrappingKeyId: string;
  createdAt: Date;
}
