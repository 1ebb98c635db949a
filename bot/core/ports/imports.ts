import type { Id, PersonId, TenantId, TopicId } from '../ids.ts';
import type { ImportCounts, ReportingWarning, ReportingWarningCode, RowProblem } from '../import.ts';
import type { DirectoryPerson } from './people.ts';

export type ImportId = Id<'import'>;

/** A row that is set aside until the whole file has been read. */
export interface StagedPerson {
  /** Counts the good rows of the file from 0. */
  readonly position: number;
  readonly line: number;
  /** The id that the person gets if they are new. */
  readonly newId: PersonId;
  readonly person: DirectoryPerson;
}

/** Someone whose row is left out for being bad: they stay as they are, and are not gone. */
export interface HeldPerson {
  readonly line: number;
  readonly directoryId: string;
}

/** Who reports to whom among the staged, by position. */
export interface StagedLine {
  readonly position: number;
  readonly managerPosition: number;
}

export interface ImportReads {
  /** Rows that repeat the person id or object id of an earlier one: the first `limit` of them, and how many. */
  repeated(id: ImportId, limit: number): Promise<{ problems: readonly RowProblem[]; count: number }>;
  /** Rows whose manager is nobody of the file, nor kept: the first `limit` of them, and how many. */
  withoutManager(
    id: ImportId,
    limit: number,
  ): Promise<{ warnings: readonly ReportingWarning[]; count: number }>;
  /** One more than the last position. */
  positions(id: ImportId): Promise<number>;
  /** Reporting lines among all who will be there, in order of position, after `after`. */
  lines(id: ImportId, after: number, limit: number): Promise<readonly StagedLine[]>;
  /** Every topic that the file names, in the order of its number. */
  topics(id: ImportId): Promise<readonly string[]>;
  topicCount(id: ImportId): Promise<number>;
}

/**
 * An import on its way: rows are staged in many short transactions, then compared and applied set by set in one.
 * Staged rows are nobody's: no other part of the program sees them.
 */
export interface ImportWrites {
  /** Begins an import and clears away those of the tenant that a crash left behind before `abandonedBefore`. */
  begin(start: { id: ImportId; tenantId: TenantId; at: Date; abandonedBefore: Date }): Promise<void>;
  stage(id: ImportId, people: readonly StagedPerson[]): Promise<void>;
  hold(id: ImportId, people: readonly HeldPerson[]): Promise<void>;
  /** Leaves out the rows that `repeated` names; whoever loses their only row is held. */
  dropRepeated(id: ImportId): Promise<void>;
  /**
   * Adds, after the file's rows, those people who stay as they are: the held, and where nobody can be said
   * to be gone, everyone of whom the file has no row.
   */
  keep(id: ImportId, which: 'held' | 'everyone'): Promise<void>;
  /** Takes the manager from the rows that `withoutManager` names. */
  dropUnknownManagers(id: ImportId): Promise<void>;
  /** Takes the manager from those of these who are rows of the file, and says whose they are, in its order. */
  dropManagers(
    id: ImportId,
    positions: readonly number[],
    warning: ReportingWarningCode,
  ): Promise<readonly ReportingWarning[]>;
  /** Compares every staged row with the person of that id; `apply` does what this has found. */
  compare(id: ImportId): Promise<ImportCounts>;
  /** Brings the people in line with the file. `topicIds` are in the order that `topics` gave. */
  apply(id: ImportId, topicIds: readonly TopicId[], at: Date): Promise<void>;
  /** Clears the staged rows away. */
  finish(id: ImportId): Promise<void>;
}
