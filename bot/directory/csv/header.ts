import { Refusal } from '../../core/refusal.ts';

/** Columns that an HR export must have. A reporting line is among them: without it someone could meet their boss. */
export const REQUIRED_COLUMNS = [
  'person_id',
  'display_name',
  'email',
  'job_title',
  'department',
  'level',
  'years_experience',
  'people_manager',
  'country',
  'time_zone',
  'languages',
  'manager_id',
] as const;

export const OPTIONAL_COLUMNS = ['offers', 'needs', 'entra_object_id'] as const;

export type Column = (typeof REQUIRED_COLUMNS)[number] | (typeof OPTIONAL_COLUMNS)[number];
const COLUMNS: readonly Column[] = [...REQUIRED_COLUMNS, ...OPTIONAL_COLUMNS];

export interface Header {
  /** Place of each column in a row. */
  readonly placeOf: ReadonlyMap<Column, number>;
  readonly width: number;
  /** Columns of the file that mean nothing here, as they are written there. */
  readonly ignored: readonly string[];
}

/**
 * Finds our columns by name, in any order and case.
 * @throws Refusal 'file-unreadable' with `why`: 'semicolons', 'tabs', 'no-header', 'missing-columns', 'repeated-columns'.
 */
export function readHeader(cells: readonly string[]): Header {
  const names = cells.map(plain);
  const placeOf = new Map<Column, number>();
  const repeated: string[] = [];
  const ignored: string[] = [];
  names.forEach((name, place) => {
    const column = COLUMNS.find((one) => one === name);
    if (!column) ignored.push((cells[place] ?? '').trim());
    else if (placeOf.has(column)) repeated.push(column);
    else placeOf.set(column, place);
  });
  if (placeOf.size === 0) throw new Refusal('file-unreadable', { why: whyNoHeader(cells) });
  if (repeated.length > 0)
    throw new Refusal('file-unreadable', { why: 'repeated-columns', columns: repeated.join(', ') });
  const missing = REQUIRED_COLUMNS.filter((column) => !placeOf.has(column));
  if (missing.length > 0)
    throw new Refusal('file-unreadable', { why: 'missing-columns', columns: missing.join(', ') });
  return { placeOf, width: cells.length, ignored: ignored.filter((name) => name !== '') };
}

const plain = (cell: string): string => cell.trim().toLowerCase();

/** Excel in many countries writes `;`; a list copied from a sheet has tabs. */
function whyNoHeader(cells: readonly string[]): 'semicolons' | 'tabs' | 'no-header' {
  const line = cells.join(',');
  const knows = (delimiter: string): boolean =>
    line.split(delimiter).filter((name) => COLUMNS.some((column) => column === plain(name))).length >= 2;
  if (knows(';')) return 'semicolons';
  return knows('\t') ? 'tabs' : 'no-header';
}
