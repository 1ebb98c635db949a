import type { PairingId, PersonId, ProgrammeId, ProposalId, RoundId } from '../../core/ids.ts';
import type {
  Answer,
  CorrectionKind,
  PairingKind,
  PairingState,
  ProposalState,
  Role,
  RoundState,
} from '../../core/round.ts';

export interface RoundsTable {
  id: RoundId;
  programmeId: ProgrammeId;
  state: RoundState;
  settingsJson: string;
  seed: number;
  figuresJson: string;
  /** What was proven, where the method proves anything. */
  certificateJson: string | null;
  createdBy: PersonId | null;
  createdAt: Date;
  sentAt: Date | null;
  /** Counted over the whole round when it was sent; null until then. */
  historyJson: string | null;
}

export interface LeftOutTable {
  roundId: RoundId;
  personId: PersonId;
  causesJson: string;
  remediesJson: string;
}

export interface RoundCorrectionsTable {
  roundId: RoundId;
  /** In the order in which they were made, from 0. */
  position: number;
  kind: CorrectionKind;
  personId: PersonId;
  otherPersonId: PersonId;
  createdBy: PersonId | null;
  createdAt: Date;
}

export interface ProposalsTable {
  id: ProposalId;
  programmeId: ProgrammeId;
  roundId: RoundId;
  kind: PairingKind;
  state: ProposalState;
  fit: number;
  reasonsJson: string;
  expiresAt: Date | null;
  createdAt: Date;
  closedAt: Date | null;
}

export interface ProposalPeopleTable {
  proposalId: ProposalId;
  /** Order of the sides, from 0. */
  position: number;
  personId: PersonId;
  role: Role;
  answer: Answer | null;
  answeredAt: Date | null;
}

export interface PairingsTable {
  id: PairingId;
  programmeId: ProgrammeId;
  proposalId: ProposalId;
  kind: PairingKind;
  state: PairingState;
  reasonsJson: string;
  startedAt: Date;
  endsAt: Date;
  endedAt: Date | null;
}

export interface PairingPeopleTable {
  pairingId: PairingId;
  position: number;
  personId: PersonId;
  role: Role;
  /** Since when they are no longer in it, where the others go on. */
  leftAt: Date | null;
}
