import type { TFunction } from 'i18next';
import { LISTED } from '../core/import.ts';
import type { ImportReport, ReportingWarning, RowProblem } from '../core/import.ts';
import type { BadRows } from '../core/import.ts';
import type { Refusal } from '../core/refusal.ts';

/** What an import did, for a person to read. */
export function reportLines(report: ImportReport, say: TFunction): readonly string[] {
  const counts = (['new', 'changed', 'gone', 'unchanged'] as const).map((what) =>
    say(`people.${what}`, { count: report[what] }),
  );
  return [
    ...skippedLines(report, say),
    ...warningLines(report, say),
    say(report.applied ? 'people.done' : 'people.preview'),
    counts.join(', '),
  ];
}

/** Why nobody came in, row by row. */
export function badRowsLines(refusal: BadRows, say: TFunction): readonly string[] {
  const count = Number(refusal.facts['count']);
  return [
    say('people.refused', { count }),
    ...problemLines(refusal.problems, count, say),
    say('people.refused-hint'),
  ];
}

/** Why a file cannot be read, and what to do. */
export function fileSentence(refusal: Refusal, file: string, say: TFunction): string {
  const why = refusal.code === 'file-unreadable' ? String(refusal.facts['why']) : refusal.code;
  return say(`file.${why}`, { ...refusal.facts, file });
}

function skippedLines(report: ImportReport, say: TFunction): readonly string[] {
  if (report.skipped === 0) return [];
  return [
    say('people.skipped', { count: report.skipped }),
    ...problemLines(report.problems, report.skipped, say),
    ...(report.goneDecided ? [] : [say('people.gone-undecided')]),
  ];
}

function problemLines(problems: readonly RowProblem[], count: number, say: TFunction): readonly string[] {
  const lines = problems.map(({ line, column, problem, facts }) => {
    const what = say(`row.${problem}`, facts);
    return column === null ? say('row.at-row', { line, what }) : say('row.at', { line, column, what });
  });
  const shown = new Set(problems.map((one) => one.line)).size;
  return count > shown ? [...lines, say('people.more', { count: count - shown })] : lines;
}

function warningLines(report: ImportReport, say: TFunction): readonly string[] {
  if (report.warningCount === 0) return [];
  const line = (one: ReportingWarning): string =>
    say('warning.at', { line: one.line, person: one.directoryId, what: say(`warning.${one.warning}`) });
  const more = report.warningCount - Math.min(report.warningCount, LISTED);
  return [
    say('people.warnings', { count: report.warningCount }),
    ...report.warnings.map(line),
    ...(more > 0 ? [say('people.more', { count: more })] : []),
  ];
}
