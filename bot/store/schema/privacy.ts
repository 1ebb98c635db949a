import type { AuditAction } from '../../core/audit.ts';
import type { PersonId, ProgrammeId } from '../../core/ids.ts';
import type { AuditRelation } from '../../core/ports/privacy.ts';

export interface ReleasedFiguresTable {
  programmeId: ProgrammeId;
  /** A manager's id, or the programme's for the whole of it. */
  scopeId: string;
  period: string;
  question: string;
  valueJson: string;
  releasedAt: Date;
}

/** Whom released figures counted. An id without a person is someone whose data was erased. */
export interface ReleasedCohortsTable {
  programmeId: ProgrammeId;
  period: string;
  question: string;
  personId: PersonId;
  /** The innermost group that was told: a manager's id, or `programme`. */
  scopeKey: string;
}

/** Append only; each row holds the hash of the one before it in the same programme. */
export interface AuditTable {
  programmeId: ProgrammeId;
  sequence: number;
  at: Date;
  actorId: PersonId | null;
  action: AuditAction;
  object: string;
  relation: AuditRelation;
  previousHash: string;
  hash: string;
}

/** What has been applied to this database. */
export interface MigrationsTable {
  number: number;
  name: string;
  appliedAt: Date;
}
