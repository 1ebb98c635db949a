import type { AuditAction } from '../audit.ts';
import type { PairingId, PersonId, ProgrammeId } from '../ids.ts';
import type { HeardOf } from '../learning/observe.ts';
import type { Relation } from '../policy.ts';

/** A figure that has been released: fixed period, fixed people, stored before it is shown. */
export interface ReleasedFigure {
  readonly programmeId: ProgrammeId;
  /** The manager whose reports it speaks of; null for the whole programme. */
  readonly scope: PersonId | null;
  /** Calendar month `YYYY-MM`. */
  readonly period: string;
  readonly question: string;
  readonly value: unknown;
  readonly releasedAt: Date;
}

export interface AuditEntry {
  readonly at: Date;
  readonly actor: PersonId | null;
  readonly action: AuditAction;
  readonly object: string;
  readonly relation: AuditRelation;
}

/** By what right: one that the policy knows, or the clock's own doing. */
export type AuditRelation = Relation | 'service';

/** How a stretch of a programme's audit stands. */
export interface AuditChain {
  /** Entries of this stretch that hold. */
  readonly entries: number;
  /** The number of the first entry that does not follow from the one before it; null while all hold. */
  readonly brokenAt: number | null;
  /** Number and hash of the newest entry. Kept elsewhere, it shows later whether the end was cut off or all was rewritten. */
  readonly head: string | null;
  /** The number of the entry from which to go on; null where this was the end, or it does not hold. */
  readonly next: number | null;
}

/** One member's part in the figures of a month. Those who are no member have none. */
export interface PeriodAnswers {
  readonly personId: PersonId;
  readonly moods: readonly number[];
  readonly helped: readonly number[];
  /** Was a member, paused or not, from the first to the last moment of the period. */
  readonly joined: boolean;
  /** Was in a pairing that had started before the period ended and had not ended before it. */
  readonly paired: boolean;
  /** Talks that this person reported, counted from the start of each of their pairings to its 90th day. */
  readonly meetings: number;
}

/** Whom the released figures of one question and month counted: each with the innermost group that was told. */
export interface ReleasedCohort {
  readonly programmeId: ProgrammeId;
  readonly period: string;
  readonly question: string;
  readonly people: ReadonlyMap<PersonId, string>;
}

/**
 * By what is kept for a time only: moods, what Teams sent and was answered, what has ended,
 * who was counted in figures, and who looked.
 */
export interface Kept<T> {
  readonly moods: T;
  readonly presses: T;
  readonly pairings: T;
  readonly counted: T;
  readonly audit: T;
}

export interface PrivacyReads {
  released(programme: ProgrammeId, scope: PersonId | null): Promise<readonly ReleasedFigure[]>;
  /** Whom figures of a question counted in the months from `since` (`YYYY-MM`). For the release of further ones only. */
  cohorts(programme: ProgrammeId, question: string, since: string): Promise<readonly ReleasedCohort[]>;
  /** Opens sealed answers: for the release of figures only. */
  answersOfPeriod(programme: ProgrammeId, from: Date, to: Date): Promise<readonly PeriodAnswers[]>;
  /**
   * Opens whether it helped, of pairings with a mentor, of answers before `until`: for learning in the large only.
   * The next pairings of the programme in the order of their ids, after `after`; go on from `last`, null at the end.
   */
  heardOfPairings(
    programme: ProgrammeId,
    until: Date,
    page: { readonly after: PairingId | null; readonly limit: number },
  ): Promise<{ readonly heard: readonly HeardOf[]; readonly last: PairingId | null }>;
  /** Everyone of the programme's company who had not left when the period ended, with their manager of record. */
  reportingLines(
    programme: ProgrammeId,
    to: Date,
  ): Promise<readonly { readonly personId: PersonId; readonly managerId: PersonId | null }[]>;
  audit(
    programme: ProgrammeId,
    page: { offset: number; limit: number },
  ): Promise<{ readonly entries: readonly AuditEntry[]; readonly total: number }>;
  /** Follows the chain of a programme's audit for some hundred entries: from the first one, or from where `next` said. */
  auditChain(programme: ProgrammeId, after?: number | null): Promise<AuditChain>;
  /** People who left before this moment and are not erased yet: the first of them. */
  leavers(before: Date, limit: number): Promise<readonly PersonId[]>;
  /** Everything that is kept about a person, by table, readable. Only for that person. */
  everythingAbout(person: PersonId): Promise<Readonly<Record<string, readonly unknown[]>>>;
}

export interface PrivacyWrites {
  /** Stores those whose scope, period and question have none yet; one that has been released never changes. */
  release(figures: readonly ReleasedFigure[]): Promise<void>;
  keepCohort(cohort: ReleasedCohort): Promise<void>;
  record(programme: ProgrammeId, entry: AuditEntry): Promise<void>;
  /** Deletes what is older than these moments; returns how many of each. */
  forget(before: Kept<Date>, at: Date): Promise<Kept<number>>;
  /** Takes even the directory's facts from somebody who has left; that they were one side of something stays. */
  forgetPerson(person: PersonId, at: Date): Promise<void>;
  /** Drops the person's data key and what they said; pairing history stays as counts. */
  erase(person: PersonId, at: Date): Promise<void>;
}
