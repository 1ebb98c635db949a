import type { Formats } from '../../words/formats.ts';

/** How columns and what stands in them are called in the person's language. */
export interface DataWords {
  readonly fields: Readonly<Record<string, string>>;
  readonly values: Readonly<Record<string, string>>;
}

/** Rows of one's data as lines that one can read, `Name: Mara`, with an empty line between rows; nothing left out but what is empty. */
export function inPlainWords(
  rows: readonly unknown[],
  formats: Pick<Formats, 'dayTime'>,
  words: DataWords,
): string {
  return rows.map((row) => linesOf(row, formats, words).join('\n')).join('\n\n');
}

function linesOf(row: unknown, formats: Pick<Formats, 'dayTime'>, words: DataWords): readonly string[] {
  if (typeof row !== 'object' || row === null) return [JSON.stringify(row)];
  return Object.entries(row)
    .filter(([, value]) => value !== null && value !== '')
    .map(
      ([name, value]) =>
        `${words.fields[name] ?? spoken(name)}: ${shown(value, formats, FREE.has(name) ? {} : words.values)}`,
    );
}

/** What has no word yet: `pausedUntilOn` is `paused until on`. */
const spoken = (name: string): string => name.replaceAll(/([A-Z])/g, ' $1').toLowerCase();

/** What people wrote or are called stands as it is, whatever word it is. */
const FREE: ReadonlySet<string> = new Set([
  'displayName',
  'department',
  'jobTitle',
  'topic',
  'programme',
  'text',
]);

const MOMENT = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;

function shown(value: unknown, formats: Pick<Formats, 'dayTime'>, values: DataWords['values']): string {
  if (Array.isArray(value) && value.every((one) => typeof one === 'string')) return value.join(', ');
  if (typeof value === 'boolean') return values[String(value)] ?? String(value);
  if (typeof value !== 'string') return JSON.stringify(value);
  return MOMENT.test(value) ? formats.dayTime(value) : (values[value] ?? value);
}
