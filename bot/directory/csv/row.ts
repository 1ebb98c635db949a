import type { ImportRow, RowProblem } from '../../core/import.ts';
import { LIMITS } from '../../core/limits.ts';
import * as read from './cells.ts';
import type { Cell } from './cells.ts';
import type { Column, Header } from './header.ts';

/** Longest id of an HR system that is kept. */
const ID_LENGTH = 100;

/** Turns the cells of one row into a person, or into everything that is wrong with it. */
export function readRow(header: Header, cells: readonly string[], line: number): ImportRow {
  const problems: RowProblem[] = [];
  const cell = (column: Column): string => cells[header.placeOf.get(column) ?? -1] ?? '';
  const take = <T>(column: Column, parse: (text: string) => Cell<T>, otherwise: T): T => {
    const result = parse(cell(column));
    if ('value' in result) return result.value;
    problems.push({ line, column, problem: result.problem, facts: result.facts });
    return otherwise;
  };
  const text = (column: Column, limit: number): string => take(column, (one) => read.text(one, limit), '');

  if (cells.length !== header.width) {
    const facts = { expected: header.width, found: cells.length };
    // Cells may have slipped: no other complaint about this row could be trusted, nor could its id.
    return {
      kind: 'bad',
      line,
      directoryId: null,
      problems: [{ line, column: null, problem: 'cells', facts }],
    };
  }
  const directoryId = text('person_id', ID_LENGTH);
  const person = {
    directoryId,
    displayName: text('display_name', LIMITS.nameLength),
    email: take('email', read.email, ''),
    jobTitle: text('job_title', LIMITS.titleLength),
    department: text('department', LIMITS.titleLength),
    level: take('level', read.level, 1),
    yearsExperience: take('years_experience', read.years, 0),
    managesPeople: take('people_manager', read.yesNo, false),
    country: take('country', read.country, ''),
    timeZone: take('time_zone', read.timeZone, ''),
    languages: take('languages', read.languages, []),
    offers: take('offers', read.topics, []),
    needs: take('needs', read.topics, []),
    managerDirectoryId: take('manager_id', (one) => read.optionalText(one, ID_LENGTH), null),
    objectId: take('entra_object_id', read.objectId, null) ?? asObjectId(directoryId),
  };
  return problems.length > 0
    ? { kind: 'bad', line, directoryId: directoryId || null, problems }
    : { kind: 'person', line, person };
}

/** Some HR systems key people by their Entra object id. */
function asObjectId(directoryId: string): string | null {
  const result = read.objectId(directoryId);
  return 'value' in result ? result.value : null;
}
