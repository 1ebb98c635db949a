import type { Generated } from 'kysely';
import type { OccurrenceId, PersonId, ProgrammeId, TenantId } from '../../core/ids.ts';
import type { OccurrenceKind, OccurrenceState } from '../../core/occurrence.ts';
import type { Unreachable } from '../../core/ports/conversations.ts';

export interface ConversationsTable {
  personId: PersonId;
  serviceUrl: string;
  conversationId: string;
  userId: string;
  botId: string;
  unreachable: Unreachable | null;
  updatedAt: Date;
  /** When the conversation will have rested from all that was said in it (core/pace.ts). */
  pacedUntil: Date | null;
}

export interface DialogsTable {
  personId: PersonId;
  programmeId: ProgrammeId | null;
  stateJson: string;
  version: number;
  updatedAt: Date;
}

export interface InboxTable {
  conversationId: string;
  activityId: string;
  receivedAt: Date;
}

export interface CardAnswersTable {
  cardKey: string;
  answerJson: string;
  answeredAt: Date;
}

export interface OccurrencesTable {
  id: OccurrenceId;
  tenantId: TenantId;
  programmeId: ProgrammeId;
  personId: PersonId;
  kind: OccurrenceKind;
  period: string;
  subjectId: string;
  state: OccurrenceState;
  dueAt: Date;
  expiresAt: Date;
  /** Requests sent so far. */
  attempts: number;
  fence: number;
  worker: string | null;
  leaseUntil: Date | null;
  activityId: string | null;
  reason: string | null;
  /** When the request left that may have arrived. */
  sentAt: Date | null;
  /** Null until its state first changes. */
  updatedAt: Date | null;
}

/** The tenant's share of Teams' requests, one row a tenant. */
export interface PermitsTable {
  tenantId: TenantId;
  /** The first slot that nobody holds yet, and its number. */
  nextSlotAt: Date;
  issued: Generated<number>;
  pausedUntil: Date | null;
  /** The same for replies, which have a share of their own. */
  replyAt: Date | null;
  repliesIssued: Generated<number>;
  /** When the last slots are used, as a list of epoch milliseconds. */
  recentJson: Generated<string>;
  recentRepliesJson: Generated<string>;
}
