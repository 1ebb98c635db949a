import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The real input: it lies beside the project and is never copied into it. */
export const REAL_PEOPLE = fileURLToPath(new URL('../../../shared/data/people-1000.csv', import.meta.url));

/** Says loudly that a test needs the real people and has not run. */
export function needsRealPeople(context: { skip: () => void }): void {
  if (existsSync(REAL_PEOPLE)) return;
  console.warn(`SKIPPED: ${REAL_PEOPLE} is not there`);
  context.skip();
}

export const HEADER =
  'person_id,display_name,email,job_title,department,level,years_experience,people_manager,country,time_zone,languages,offers,needs,manager_id';

/** A row of an HR export with everything in order; change what the test is about. */
export function aRow(changes: Readonly<{ [column: string]: string }> = {}): string {
  const row: { [column: string]: string } = {
    person_id: 'p1',
    display_name: 'Ada Example',
    email: 'ada@example.com',
    job_title: 'Engineer',
    department: 'Engineering',
    level: '3',
    years_experience: '7',
    people_manager: 'no',
    country: 'DE',
    time_zone: 'Europe/Berlin',
    languages: 'en;de',
    offers: 'Kubernetes',
    needs: 'Changing career',
    manager_id: '',
    ...changes,
  };
  return HEADER.split(',')
    .map((column) => quoted(row[column] ?? ''))
    .join(',');
}

const quoted = (cell: string): string => (/[",\n\r]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** Writes a file for one test and takes it away again. */
export async function withFile<T>(
  content: string | Uint8Array,
  work: (path: string) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'alongside-people-'));
  try {
    const path = join(folder, 'people.csv');
    await writeFile(path, content);
    return await work(path);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Everything that an iteration gives. */
export async function allOf<T>(rows: AsyncIterable<T>): Promise<readonly T[]> {
  const all: T[] = [];
  for await (const row of rows) all.push(row);
  return all;
}
