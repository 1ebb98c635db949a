import type { DirectoryPerson } from './ports/people.ts';
import { Refusal } from './refusal.ts';
import type { RefusalFacts } from './refusal.ts';

/** What can be wrong with a cell or row of an HR export; each has its words in words/locales. */
export const ROW_PROBLEMS = [
  'cells', // more or fewer cells than the header has
  'missing',
  'too-long',
  'not-an-email',
  'not-a-level',
  'not-years',
  'not-yes-no',
  'not-a-country',
  'not-a-zone',
  'not-a-language',
  'too-many-languages',
  'too-many-topics',
  'not-an-object-id',
  'repeated', // the id stands on an earlier line
  'object-id-repeated',
] as const;
export type RowProblemCode = (typeof ROW_PROBLEMS)[number];

/** Where and what; facts hold limits and line numbers, never what the cell says. */
export interface RowProblem {
  /** Line of the file on which the row begins, the header being 1. */
  readonly line: number;
  readonly column: string | null;
  readonly problem: RowProblemCode;
  readonly facts: RefusalFacts;
}

/** A reporting line that cannot be followed. The person comes in without a manager. */
export const REPORTING_WARNINGS = ['manager-unknown', 'manager-loop'] as const;
export type ReportingWarningCode = (typeof REPORTING_WARNINGS)[number];

export interface ReportingWarning {
  readonly line: number;
  readonly directoryId: string;
  readonly warning: ReportingWarningCode;
}

/** One row of an HR export: a person, or why there is none. */
export type ImportRow =
  | { readonly kind: 'person'; readonly line: number; readonly person: DirectoryPerson }
  | {
      readonly kind: 'bad';
      readonly line: number;
      /** Whose row it is, where that much can be read. */
      readonly directoryId: string | null;
      readonly problems: readonly RowProblem[];
    };

export interface ImportCounts {
  readonly new: number;
  readonly changed: number;
  readonly gone: number;
  readonly unchanged: number;
}

/** What an import did, or with a preview what it would do. Problems and warnings hold the first of each. */
export interface ImportReport extends ImportCounts {
  readonly applied: boolean;
  /** Rows left out because they are bad. */
  readonly skipped: number;
  /** False when a row that was left out names nobody: then no one can be said to be gone, and no one is. */
  readonly goneDecided: boolean;
  readonly problems: readonly RowProblem[];
  readonly warnings: readonly ReportingWarning[];
  readonly warningCount: number;
}

/** How many problems and how many warnings a report lists; the rest are counted. */
export const LISTED = 100;

/** An import that is refused for its rows; `facts.count` says how many are bad. */
export class BadRows extends Refusal {
  readonly problems: readonly RowProblem[];

  constructor(count: number, problems: readonly RowProblem[]) {
    const [first] = problems;
    super('bad-rows', { count, line: first?.line ?? 0, column: first?.column ?? '' });
    this.problems = problems;
  }
}
