import type { PersonId, ProgrammeId } from '../ids.ts';

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
  readonly action: string;
  readonly object: string;
  readonly relation: string;
}

/** One person's part in the figures of a month. */
export interface PeriodAnswers {
  readonly personId: PersonId;
  readonly moods: readonly number[];
  readonly helped: readonly number[];
  readonly joined: boolean;
  readonly paired: boolean;
  /** Talks that this person reported, counted from the start of each of their pairings to its 90th day. */
  readonly meetings: number;
}

export interface PrivacyReads {
  released(programme: ProgrammeId, scope: PersonId | null): Promise<readonly ReleasedFigure[]>;
  /** Opens sealed answers: for the release of figures only. */
  answersOfPeriod(programme: ProgrammeId, from: Date, to: Date): Promise<readonly PeriodAnswers[]>;
  audit(programme: ProgrammeId, page: { offset: number; limit: number }): Promise<readonly AuditEntry[]>;
  /** Everything that is kept about a person, by table, readable. Only for that person. */
  everythingAbout(person: PersonId): Promise<Readonly<Record<string, readonly unknown[]>>>;
}

export interface PrivacyWrites {
  release(figures: readonly ReleasedFigure[]): Promise<void>;
  record(programme: ProgrammeId, entry: AuditEntry): Promise<void>;
  /** Drops the person's data key and what they said; pairing history stays as counts. */
  erase(person: PersonId, at: Date): Promise<void>;
}
