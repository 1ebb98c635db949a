import type { Formats } from '../../words/formats.ts';

/** Rows of one's data as lines that one can read, `display name: Mara`, with an empty line between rows; nothing left out but what is empty. */
export function inPlainWords(rows: readonly unknown[], formats: Pick<Formats, 'dayTime'>): string {
  return rows.map((row) => linesOf(row, formats).join('\n')).join('\n\n');
}

function linesOf(row: unknown, formats: Pick<Formats, 'dayTime'>): readonly string[] {
  if (typeof row !== 'object' || row === null) return [JSON.stringify(row)];
  return Object.entries(row)
    .filter(([, value]) => value !== null && value !== '')
    .map(([name, value]) => `${spoken(name)}: ${shown(value, formats)}`);
}

/** `pausedUntilOn` is `paused until on`. */
const spoken = (name: string): string => name.replaceAll(/([A-Z])/g, ' $1').toLowerCase();

const MOMENT = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;

function shown(value: unknown, formats: Pick<Formats, 'dayTime'>): string {
  if (typeof value === 'string') return MOMENT.test(value) ? formats.dayTime(value) : value;
  return JSON.stringify(value);
}
